import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { conflictSchema, scoreSchema } from "#app/domain/initiatives/council/council.schema.ts";
import { declareNoConflict } from "#app/domain/initiatives/council/declare-no-conflict.server.ts";
import { recuse } from "#app/domain/initiatives/council/recuse.server.ts";
import { score } from "#app/domain/initiatives/council/score.server.ts";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { CaseFile } from "#app/ui/initiatives/desk/case-file.tsx";
import { ConflictForm, ScoreForm } from "#app/ui/initiatives/desk/council-forms.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { blankForm, parseForm } from "#app/web/form.server.ts";
import { notFound, roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { caseData, refuseAct, requireCase } from "#app/web/initiatives/desk-page.server.ts";

export const loader = roleLoader(["EVALUATOR"], async ({ params, lang, actor }) => {
  const found = await requireCase(actor, params["code"]);
  if (!found.seat) throw notFound();
  const data = await caseData(found, lang);
  // Who else sits, and what others wrote, is not for an evaluator.
  return { ...data, file: { ...data.file, seats: [], comments: [] }, seat: found.seat };
});

export const action = roleAction(["EVALUATOR"], async ({ params, readForm, lang, actor }) => {
  const { code, facts } = await requireCase(actor, params["code"]);
  const form = await readForm();
  const desk = `/${lang}/desk/evaluator`;
  switch (form.get("intent")) {
    case "conflict": {
      const parsed = parseForm(form, conflictSchema, lang);
      if (!parsed.ok) return sendBack(parsed.form);
      const isFree = parsed.value.conflict === "NONE";
      const done = isFree ? await declareNoConflict(actor, code) : await recuse(actor, code);
      if (!done.ok) return refuseAct(done, parsed.form, lang);
      throw redirect(isFree ? `${desk}/${code}` : desk, 303);
    }
    case "recuse": {
      const done = await recuse(actor, code);
      if (!done.ok) return refuseAct(done, blankForm({ intent: "score" }), lang);
      throw redirect(desk, 303);
    }
    case "score": {
      const parsed = parseForm(form, scoreSchema(facts.track), lang);
      if (!parsed.ok) return sendBack(parsed.form);
      const done = await score(actor, code, parsed.value);
      if (!done.ok) return refuseAct(done, parsed.form, lang);
      throw redirect(desk, 303);
    }
    default:
      throw notFound();
  }
});

export default function EvaluatorCase() {
  const { file, seat } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const answer = useActionData<typeof action>();
  const formOf = (intent: string) => (answer?.form.values["intent"] === intent ? answer.form : EMPTY_FORM);
  const desk = `/${lang}/desk/evaluator`;
  const address = `${desk}/${file.code}`;
  const isMine = seat.isOpen && !seat.recused && file.facts.state === "UNDER_EVALUATION";
  return (
    <CaseFile file={file} desk={{ title: t("initiatives:desk.evaluator.title"), href: desk }} isMine={isMine}>
      {seat.scored ? <Notice>{t("initiatives:desk.scoring.sent")}</Notice> : null}
      {isMine && !seat.declared ? <ConflictForm action={address} form={formOf("conflict")} /> : null}
      {isMine && seat.declared && !seat.scored ? (
        <ScoreForm action={address} form={formOf("score")} track={file.facts.track} />
      ) : null}
    </CaseFile>
  );
}
