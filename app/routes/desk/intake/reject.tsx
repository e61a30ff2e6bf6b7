import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FORM_REASONS, rejectFormSchema } from "#app/domain/initiatives/intake/intake.schema.ts";
import { rejectForm } from "#app/domain/initiatives/intake/reject-form.server.ts";
import { ActPage, BackLink } from "#app/ui/desk/form-page.tsx";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { codeOf, openIntakeAct, refused } from "#app/web/initiatives/desk-case.server.ts";

export const loader = roleLoader(["INTAKE"], async (page) => {
  const { head, mayAct } = await openIntakeAct(page);
  return { title: page.t("desk:reject.title"), head, mayAct };
});

export const action = roleAction(["INTAKE"], async (page) => {
  const code = codeOf(page);
  const parsed = parseForm(await page.readForm(), rejectFormSchema, page.lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await rejectForm(page.actor, code, parsed.value);
  if (!outcome.ok) return refused(parsed.form, outcome, page.lang);
  return redirect(`/${page.lang}/desk/done/${code}?act=rejected-form`);
});

export default function Reject() {
  const { head, mayAct } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const labels = { reasonCode: t("desk:reject.code"), reason: t("desk:reject.reason") };
  return (
    <ActPage
      desk="intake"
      head={head}
      title={t("desk:reject.title")}
      lede={t("desk:reject.lede")}
      form={form}
      labels={labels}
      mayAct={mayAct}
    >
      <Form>
        <RadioGroup
          name="reasonCode"
          label={labels.reasonCode}
          hint={t("desk:reject.codeHint")}
          form={form}
          choices={FORM_REASONS.map((reason) => ({
            value: reason,
            label: t(`desk:reject.codes.${reason}`),
            note: t(`desk:reject.codeNotes.${reason}`),
          }))}
        />
        <TextArea
          name="reason"
          label={labels.reason}
          hint={t("desk:reject.reasonHint")}
          rows={6}
          max={2_000}
          form={form}
        />
        <Actions>
          <Submit>{t("desk:reject.button")}</Submit>
          <BackLink href={`/${lang}/desk/intake/${head.code}`} />
        </Actions>
      </Form>
    </ActPage>
  );
}
