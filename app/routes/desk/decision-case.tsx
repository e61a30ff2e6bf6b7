import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decide } from "#app/domain/initiatives/decision/decide.server.ts";
import { decisionSchema } from "#app/domain/initiatives/decision/decision.schema.ts";
import { mayDecide } from "#app/domain/initiatives/initiative.policy.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { ScoreTable } from "#app/ui/initiatives/decision-section.tsx";
import { CaseFile } from "#app/ui/initiatives/desk/case-file.tsx";
import { Comments, DecisionForm } from "#app/ui/initiatives/desk/decision-form.tsx";
import { scoreRows } from "#app/ui/initiatives/score-rows.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { blankForm, parseForm } from "#app/web/form.server.ts";
import { roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { caseData, refuseAct, requireCase } from "#app/web/initiatives/desk-page.server.ts";

export const loader = roleLoader(["INTAKE_HEAD", "STEERING"], async ({ params, lang, actor }) => {
  const found = await requireCase(actor, params["code"]);
  const { state } = found.facts;
  return {
    ...(await caseData(found, lang)),
    isMine: (state === "EVALUATED" || state === "SUBMITTED_TO_STEERING") && mayDecide(actor, found.facts),
    scores: scoreRows(found.facts.track, found.scores),
    start: blankForm({ language: lang }),
  };
});

export const action = roleAction(["INTAKE_HEAD", "STEERING"], async ({ params, readForm, lang, actor }) => {
  const { code } = await requireCase(actor, params["code"]);
  const parsed = parseForm(await readForm(), decisionSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const done = await decide(actor, code, parsed.value);
  if (!done.ok) return refuseAct(done, parsed.form, lang);
  throw redirect(`/${lang}/initiatives/${code}`, 303);
});

export default function DecisionCase() {
  const { file, isMine, scores, start } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const answer = useActionData<typeof action>();
  const desk = `/${lang}/desk/decisions`;
  return (
    <CaseFile file={file} desk={{ title: t("initiatives:desk.decisions.title"), href: desk }} isMine={isMine}>
      {scores.rows.length > 0 ? (
        <Section id="scores" title={t("initiatives:score.caption")}>
          <ScoreTable rows={scores.rows} total={scores.total} />
        </Section>
      ) : null}
      <Comments comments={file.comments} />
      {isMine || answer ? <DecisionForm action={`${desk}/${file.code}`} form={answer?.form ?? start} /> : null}
    </CaseFile>
  );
}
