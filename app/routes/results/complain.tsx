import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { complain } from "#app/domain/results/complaints/complain.server.ts";
import { COMPLAINT_LENGTH, complaintSchema } from "#app/domain/results/complaints/complaint.schema.ts";
import { COMPLAINT_GROUNDS } from "#app/domain/results/complaints/complaint.ts";
import { mayComplain } from "#app/domain/results/result.policy.ts";
import { Text } from "#app/ui/foreign.tsx";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { readableResult } from "#app/web/results/result-file.server.ts";

export const loader = memberLoader(async ({ params, t, actor }) => {
  const result = await readableResult(actor, params["code"]);
  if (result.publishedAt === null || !mayComplain(actor, result)) throw notFound();
  return {
    title: t("results:complaint.title", { code: result.code }),
    code: result.code,
    result: result.content.title,
    isOpen: result.state === "UNDER_REVIEW",
  };
});

export const action = memberAction(async ({ readForm, params, lang, actor }) => {
  const { code } = await readableResult(actor, params["code"]);
  const parsed = parseForm(await readForm(), complaintSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const sent = await complain(actor, code, parsed.value);
  if (!sent.ok) return sendBack(withRefusal(parsed.form, sent, lang), 409);
  return redirect(`/${lang}/results/${code}`);
});

export default function ComplainAboutResult() {
  const { title, code, result, isOpen } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  return (
    <Page
      crumbs={[
        { label: t("results:title"), href: `/${lang}/results` },
        { label: <span className="nw">{code}</span>, href: `/${lang}/results/${code}` },
        { label: t("results:complaint.link") },
      ]}
    >
      <div className="read formpage">
        <ErrorSummary
          form={form}
          labels={{ ground: t("results:complaint.groundLabel"), text: t("results:complaint.text") }}
        />
        <h1>{title}</h1>
        <p className="lede">
          <Text of={result} />
        </p>
        <p>{t("results:complaint.lede")}</p>
        {isOpen ? (
          <Notice>
            <p>{t("results:complaint.isOpen")}</p>
          </Notice>
        ) : (
          <Form>
            <RadioGroup
              name="ground"
              label={t("results:complaint.groundLabel")}
              choices={COMPLAINT_GROUNDS.map((value) => ({ value, label: t(`results:complaint.ground.${value}`) }))}
              form={form}
            />
            <TextArea
              name="text"
              label={t("results:complaint.text")}
              hint={t("results:complaint.textHint")}
              rows={6}
              max={COMPLAINT_LENGTH.max}
              form={form}
            />
            <Actions>
              <Submit>{t("results:complaint.send")}</Submit>
            </Actions>
          </Form>
        )}
      </div>
    </Page>
  );
}
