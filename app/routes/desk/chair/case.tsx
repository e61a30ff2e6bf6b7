import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { closeEvaluation } from "#app/domain/initiatives/council/close-evaluation.server.ts";
import { evaluatorsSchema } from "#app/domain/initiatives/council/council.schema.ts";
import { nameEvaluators } from "#app/domain/initiatives/council/name-evaluator.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { actsAt } from "#app/domain/initiatives/desk/desk.ts";
import { listEvaluatorChoices } from "#app/domain/initiatives/desk/queries.server.ts";
import { mayChair } from "#app/domain/initiatives/initiative.policy.ts";
import { CaseFrame } from "#app/ui/desk/case-frame.tsx";
import { CloseRound, NameEvaluators } from "#app/ui/desk/council-forms.tsx";
import { SeatsTable } from "#app/ui/desk/seats-table.tsx";
import { WholeFile } from "#app/ui/desk/whole-file.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { ContentFacts, FileList } from "#app/ui/initiatives/content.tsx";
import { DecisionSection } from "#app/ui/initiatives/decision-section.tsx";
import { listNames } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { caseHead, codeOf, namedProducts, openCase, refused } from "#app/web/initiatives/desk-case.server.ts";

const TO_OPEN = ["SCREENED", "RETURNED"];

export const loader = roleLoader(["CHAIR", "AUDITOR"], async (page) => {
  const opened = await openCase(page);
  const { file, catalogue } = opened;
  const { state } = file.facts;
  const stage = TO_OPEN.includes(state) ? "open" : state === "UNDER_EVALUATION" ? "run" : "past";
  const mayAct = stage !== "past" && mayChair(page.actor, file.facts);
  return {
    title: `${file.code}: ${page.t("desk:chair.title")}`,
    head: caseHead(opened),
    readOnly: !actsAt(page.actor, "chair"),
    names: listNames(catalogue, namedProducts(catalogue, file.content), page.lang),
    seats: file.seats,
    decisions: file.decisions,
    choices: mayAct ? await listEvaluatorChoices(page.actor, file.code) : [],
    stage,
    mayAct,
  };
});

export const action = roleAction(["CHAIR"], async (page) => {
  const code = codeOf(page);
  const body = await page.readForm();
  const done = `/${page.lang}/desk/done/${code}`;
  if (body.get("intent") === "close") {
    const outcome = await closeEvaluation(page.actor, code);
    if (!outcome.ok) return refused(EMPTY_FORM, outcome, page.lang);
    return redirect(`${done}?act=closed`);
  }
  const parsed = parseForm(body, evaluatorsSchema, page.lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const isMore = body.get("intent") === "name";
  const outcome = await (isMore ? nameEvaluators : openEvaluation)(page.actor, code, parsed.value);
  if (!outcome.ok) return refused(parsed.form, outcome, page.lang);
  return redirect(`${done}?act=${isMore ? "named" : "opened"}`);
});

export default function ChairCase() {
  const { head, names, seats, decisions, choices, stage, mayAct, readOnly } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const rounds = [...new Set(seats.map(({ round }) => round))].sort((a, b) => b - a);
  const aside = head.content ? (
    <>
      <ContentFacts
        content={head.content}
        closed={head.closed}
        names={names}
        organisation={head.applicant.organisation}
      />
      <FileList files={head.attachments} />
    </>
  ) : null;
  return (
    <CaseFrame
      desk="chair"
      head={head}
      errors={<ErrorSummary form={form} labels={{ evaluatorIds: t("desk:chair.evaluators") }} />}
      aside={aside}
    >
      {rounds.map((round) => (
        <Section
          key={round}
          id={`round-${round}`}
          title={t("desk:chair.round", { round: String(round) })}
          aside={t(stage === "run" && round === rounds[0] ? "desk:chair.blind" : "desk:chair.roundClosed")}
        >
          <SeatsTable
            caption={t("desk:chair.round", { round: String(round) })}
            seats={seats.filter((seat) => seat.round === round)}
          />
        </Section>
      ))}
      <DecisionSection decisions={decisions} seal={null} />
      <Section id="act" title={t("desk:act")}>
        {mayAct ? (
          <div className="acts">
            {stage === "run" ? <CloseRound seats={seats.filter(({ isOpen }) => isOpen)} /> : null}
            <NameEvaluators intent={stage === "run" ? "name" : "open"} choices={choices} form={form} />
          </div>
        ) : (
          <Notice>
            <p>{t(readOnly ? "desk:readOnly" : stage === "past" ? "desk:chair.past" : "desk:chair.notYours")}</p>
          </Notice>
        )}
      </Section>
      {head.content ? <WholeFile content={head.content} closed={head.closed} /> : null}
    </CaseFrame>
  );
}
