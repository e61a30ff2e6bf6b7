import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { correctDecision } from "#app/domain/initiatives/decision/correct.server.ts";
import { correctionSchema } from "#app/domain/initiatives/decision/decision.schema.ts";
import { mayCorrect } from "#app/domain/initiatives/initiative.policy.ts";
import { ActPage, BackLink } from "#app/ui/desk/form-page.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { LanguageChoice } from "#app/ui/form/language-choice.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { blankForm, parseForm } from "#app/web/form.server.ts";
import { roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { codeOf, openFile, refused } from "#app/web/initiatives/desk-case.server.ts";

export const loader = roleLoader(["INTAKE_HEAD", "STEERING"], async (page) => {
  const file = await openFile(page);
  const last = file.decisions.at(-1);
  const { reason = "", language = page.lang, legalRef = null } = last ?? {};
  return {
    title: page.t("council:decision.correct"),
    head: { code: file.code, applicant: { title: file.applicant.title } },
    mayAct: mayCorrect(page.actor, file.facts) && last?.kind === file.facts.state,
    number: String(last?.number ?? 0),
    blank: blankForm({ reason, language, legalRef: legalRef ?? "" }),
  };
});

export const action = roleAction(["INTAKE_HEAD", "STEERING"], async (page) => {
  const code = codeOf(page);
  const parsed = parseForm(await page.readForm(), correctionSchema, page.lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await correctDecision(page.actor, code, parsed.value);
  if (!outcome.ok) return refused(parsed.form, outcome, page.lang);
  return redirect(`/${page.lang}/desk/decisions/${code}`);
});

export default function Correct() {
  const { head, mayAct, number, blank } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? blank;
  const labels = {
    reason: t("desk:decide.reason"),
    language: t("desk:decide.language"),
    legalRef: t("desk:decide.legalRef"),
  };
  return (
    <ActPage
      desk="decisions"
      head={head}
      title={t("council:decision.correct")}
      lede={t("council:decision.correctLede")}
      form={form}
      labels={labels}
      mayAct={mayAct}
    >
      <Form>
        <input type="hidden" name="number" value={number} />
        <TextArea name="reason" label={labels.reason} rows={8} max={6_000} form={form} />
        <LanguageChoice label={labels.language} form={form} />
        <Field name="legalRef" label={labels.legalRef} hint={t("desk:decide.legalRefHint")} optional form={form} />
        <Actions>
          <Submit>{t("council:decision.correctButton")}</Submit>
          <BackLink href={`/${lang}/desk/decisions/${head.code}`} />
        </Actions>
      </Form>
    </ActPage>
  );
}
