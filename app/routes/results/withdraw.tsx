import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withdraw } from "#app/domain/results/drafts/withdraw.server.ts";
import { handsOf } from "#app/domain/results/result.policy.ts";
import { withdrawSchema } from "#app/domain/results/result.schema.ts";
import { nextSteps } from "#app/domain/results/result.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { readableResult } from "#app/web/results/result-file.server.ts";

export const loader = memberLoader(async ({ params, t, actor }) => {
  const result = await readableResult(actor, params["code"]);
  const step = nextSteps(result.state, handsOf(actor, result)).find((it) => it.to === "WITHDRAWN");
  if (!step) throw notFound();
  return {
    title: t("results:withdrawal.title", { code: result.code }),
    code: result.code,
    wasPublic: result.publishedAt !== null,
    needsReason: step.reason === true,
  };
});

export const action = memberAction(async ({ readForm, params, lang, actor }) => {
  const { code, state } = await readableResult(actor, params["code"]);
  const parsed = parseForm(await readForm(), withdrawSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const done = await withdraw(actor, code, parsed.value);
  if (!done.ok) return sendBack(withRefusal(parsed.form, done, lang), done.code === "REASON_MISSING" ? 422 : 409);
  return redirect(state === "DRAFT" ? `/${lang}/me/results` : `/${lang}/results/${code}`);
});

export default function WithdrawResult() {
  const { title, code, wasPublic, needsReason } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  return (
    <Page
      crumbs={[
        { label: t("results:title"), href: `/${lang}/results` },
        { label: <span className="nw">{code}</span>, href: `/${lang}/results/${code}` },
        { label: t("results:page.withdraw") },
      ]}
    >
      <div className="read formpage">
        <ErrorSummary form={form} labels={{ reason: t("results:withdrawal.reason") }} />
        <h1>{title}</h1>
        <p>{t("results:withdrawal.text")}</p>
        {wasPublic ? <p>{t("results:withdrawal.publicText")}</p> : null}
        <Form>
          <TextArea name="reason" label={t("results:withdrawal.reason")} optional={!needsReason} rows={4} form={form} />
          <Actions>
            <Submit>{t("results:withdrawal.submit")}</Submit>
          </Actions>
        </Form>
      </div>
    </Page>
  );
}
