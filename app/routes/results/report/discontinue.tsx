import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { discontinue } from "#app/domain/results/reports/discontinue.server.ts";
import { discontinueSchema, REPORT_LENGTHS } from "#app/domain/results/reports/report.schema.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { reportableResult } from "#app/web/results/reports.server.ts";

export const loader = memberLoader(async ({ params, t, actor }) => {
  const { code } = await reportableResult(actor, params["code"]);
  return { title: t("reports:stopForm.title", { code }), code };
});

export const action = memberAction(async ({ readForm, params, lang, actor }) => {
  const { code } = await reportableResult(actor, params["code"]);
  const parsed = parseForm(await readForm(), discontinueSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const ended = await discontinue(actor, code, parsed.value);
  if (ended.ok) return redirect(`/${lang}/results/${code}`, 303);
  if (ended.code === "NOT_FOUND") throw notFound();
  return sendBack(withRefusal(parsed.form, ended, lang), 409);
});

export default function DiscontinueResult() {
  const { title, code } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const base = `/${lang}/results/${code}`;
  return (
    <Page
      crumbs={[
        { label: <span className="nw">{code}</span>, href: base },
        { label: t("reports:link"), href: `${base}/report` },
        { label: t("reports:stop") },
      ]}
    >
      <div className="read formpage">
        <ErrorSummary form={form} labels={{ reason: t("reports:reason"), evidence: t("reports:evidence") }} />
        <h1>{title}</h1>
        <p>{t("reports:stopForm.text")}</p>
        <Form>
          <TextArea name="reason" label={t("reports:reason")} rows={5} max={REPORT_LENGTHS.reason.max} form={form} />
          <Field
            name="evidence"
            label={t("reports:evidence")}
            hint={t("reports:form.evidenceHint")}
            maxLength={REPORT_LENGTHS.evidence.max}
            optional
            form={form}
          />
          <Actions>
            <Submit>{t("reports:stopForm.submit")}</Submit>
          </Actions>
        </Form>
      </div>
    </Page>
  );
}
