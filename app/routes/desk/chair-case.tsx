import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { closeEvaluation } from "#app/domain/initiatives/council/close-evaluation.server.ts";
import { evaluatorsSchema } from "#app/domain/initiatives/council/council.schema.ts";
import { nameEvaluators } from "#app/domain/initiatives/council/name-evaluator.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { listEvaluatorChoices } from "#app/domain/initiatives/desk/queries.server.ts";
import { mayChair } from "#app/domain/initiatives/initiative.policy.ts";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { CaseFile } from "#app/ui/initiatives/desk/case-file.tsx";
import { EvaluatorsForm, PlainAct, SeatList } from "#app/ui/initiatives/desk/council-forms.tsx";
import { Comments } from "#app/ui/initiatives/desk/decision-form.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { blankForm, parseForm } from "#app/web/form.server.ts";
import { notFound, roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { caseData, refuseAct, requireCase } from "#app/web/initiatives/desk-page.server.ts";

export const loader = roleLoader(["CHAIR"], async ({ params, lang, actor }) => {
  const found = await requireCase(actor, params["code"]);
  const { state } = found.facts;
  const isMine = ["SCREENED", "RETURNED", "UNDER_EVALUATION"].includes(state) && mayChair(actor, found.facts);
  return {
    ...(await caseData(found, lang)),
    isMine,
    isOpen: state === "UNDER_EVALUATION",
    choices: isMine ? await listEvaluatorChoices(actor, found.code) : [],
  };
});

export const action = roleAction(["CHAIR"], async ({ params, readForm, lang, actor }) => {
  const { code } = await requireCase(actor, params["code"]);
  const form = await readForm();
  const intent = form.get("intent");
  const address = `/${lang}/desk/chair/${code}`;
  if (intent === "close") {
    const done = await closeEvaluation(actor, code);
    if (!done.ok) return refuseAct(done, blankForm({ intent: "close" }), lang);
    throw redirect(`/${lang}/desk/chair`, 303);
  }
  if (intent !== "open" && intent !== "more") throw notFound();
  const parsed = parseForm(form, evaluatorsSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const name = intent === "open" ? openEvaluation : nameEvaluators;
  const done = await name(actor, code, parsed.value);
  if (!done.ok) return refuseAct(done, parsed.form, lang);
  throw redirect(address, 303);
});

export default function ChairCase() {
  const { file, isMine, isOpen, choices } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const answer = useActionData<typeof action>();
  const formOf = (intent: string) => (answer?.form.values["intent"] === intent ? answer.form : EMPTY_FORM);
  const desk = `/${lang}/desk/chair`;
  const address = `${desk}/${file.code}`;
  return (
    <CaseFile file={file} desk={{ title: t("initiatives:desk.chair.title"), href: desk }} isMine={isMine}>
      {isMine && !isOpen ? (
        <EvaluatorsForm intent="open" action={address} form={formOf("open")} choices={choices} />
      ) : null}
      <SeatList seats={file.seats} />
      {isMine && isOpen ? (
        <>
          <PlainAct intent="close" action={address} form={formOf("close")} />
          <EvaluatorsForm intent="more" action={address} form={formOf("more")} choices={choices} />
        </>
      ) : null}
      <Comments comments={file.comments} />
    </CaseFile>
  );
}
