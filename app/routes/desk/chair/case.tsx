import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { closeAppealSchema } from "#app/domain/initiatives/appeal/appeal.schema.ts";
import { closeAppeal } from "#app/domain/initiatives/appeal/close-appeal.server.ts";
import { openPanel } from "#app/domain/initiatives/appeal/open-panel.server.ts";
import { closeEvaluation } from "#app/domain/initiatives/council/close-evaluation.server.ts";
import { evaluatorsSchema, namingSchema } from "#app/domain/initiatives/council/council.schema.ts";
import { nameEvaluators } from "#app/domain/initiatives/council/name-evaluator.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { openSecondRound, proposedCriteria } from "#app/domain/initiatives/council/second-round.server.ts";
import { actsAt } from "#app/domain/initiatives/desk/desk.ts";
import { mayChair } from "#app/domain/initiatives/initiative.policy.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { CloseAppeal } from "#app/ui/council/appeal-forms.tsx";
import { AppealSection } from "#app/ui/council/appeal-section.tsx";
import { CloseRound, PoolForm } from "#app/ui/council/pool-form.tsx";
import { SecondRound } from "#app/ui/council/second-round.tsx";
import { CaseFrame } from "#app/ui/desk/case-frame.tsx";
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
import { openPool } from "#app/web/initiatives/council-pool.server.ts";
import { caseHead, codeOf, namedProducts, openCase, refused } from "#app/web/initiatives/desk-case.server.ts";

/** What the chair does next: open, name a panel or a new council after an appeal, follow a round, or nothing. */
function stageOf(state: string, seats: readonly { isOpen: boolean }[]) {
  if (state === "SCREENED" || state === "RETURNED") return "open";
  if (state !== "UNDER_EVALUATION" && state !== "APPEALED") return "past";
  if (!seats.some(({ isOpen }) => isOpen)) return "panel";
  return state === "APPEALED" ? "appeal" : "run";
}

export const loader = roleLoader(["CHAIR", "AUDITOR"], async (page) => {
  const opened = await openCase(page);
  const { file, catalogue } = opened;
  const { state } = file.facts;
  const stage = stageOf(state, file.seats);
  const acts = actsAt(page.actor, "chair");
  const mayAct = stage !== "past" && mayChair(page.actor, file.facts);
  return {
    title: `${file.code}: ${page.t("desk:chair.title")}`,
    head: caseHead(opened),
    readOnly: !acts,
    names: listNames(catalogue, namedProducts(catalogue, file.content), page.lang),
    seats: file.seats.map(({ personId: _, criteria: __, ...seat }) => (acts ? seat : { ...seat, recusalReason: null })),
    decisions: file.decisions,
    appeal: file.appeal,
    pool: mayAct ? await openPool(page, opened) : null,
    vacant: vacantSeats(file.seats),
    diverging: mayAct && stage === "run" ? await proposedCriteria(file.code) : [],
    stage,
    mayAct,
  };
});

function roundTitle(seats: readonly { round: number; kind: string }[], round: number) {
  const kind = seats.find((seat) => seat.round === round)?.kind;
  if (kind === "APPEAL") return "council:appeal.round";
  return kind === "DIVERGENCE" ? "council:second.round" : "desk:chair.round";
}

/** Seats of the open round that somebody left and nobody fills yet. */
function vacantSeats(seats: Awaited<ReturnType<typeof openCase>>["file"]["seats"]) {
  const filled = new Set(seats.map((seat) => seat.replacesSeatId));
  return seats
    .filter((seat) => seat.isOpen && seat.recused && !filled.has(seat.id))
    .map(({ id, name }) => ({ id, name }));
}

export const action = roleAction(["CHAIR"], async (page) => {
  const code = codeOf(page);
  const body = await page.readForm();
  const done = `/${page.lang}/desk/done/${code}`;
  if (body.get("intent") === "close") {
    const outcome = await closeEvaluation(page.actor, code);
    if (!outcome.ok) return refused(EMPTY_FORM, outcome, page.lang);
    return redirect(`${done}?act=closed`);
  }
  if (body.get("intent") === "second-round") {
    const outcome = await openSecondRound(page.actor, code);
    if (!outcome.ok) return refused(EMPTY_FORM, outcome, page.lang);
    return redirect(`${done}?act=second-round`);
  }
  if (body.get("intent") === "close-appeal") {
    const closing = parseForm(body, closeAppealSchema, page.lang);
    if (!closing.ok) return sendBack(closing.form);
    const outcome = await closeAppeal(page.actor, code, closing.value);
    if (!outcome.ok) return refused(closing.form, outcome, page.lang);
    return redirect(`${done}?act=${outcome.value.outcome === "UNDER_EVALUATION" ? "reopened" : "upheld"}`);
  }
  if (body.get("intent") === "name") {
    const named = parseForm(body, namingSchema, page.lang);
    if (!named.ok) return sendBack(named.form);
    const outcome = await nameEvaluators(page.actor, code, named.value);
    if (!outcome.ok) return refused(named.form, outcome, page.lang);
    return redirect(`${done}?act=named`);
  }
  const parsed = parseForm(body, evaluatorsSchema, page.lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const isPanel = body.get("intent") === "panel";
  const outcome = await (isPanel ? openPanel : openEvaluation)(page.actor, code, parsed.value);
  if (!outcome.ok) return refused(parsed.form, outcome, page.lang);
  return redirect(`${done}?act=${isPanel ? "panel" : "opened"}`);
});

export default function ChairCase() {
  const { head, names, seats, decisions, appeal } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const labels = {
    reason: t("council:appeal.reason"),
    language: t("council:reply.language"),
    evaluatorIds: t("desk:chair.evaluators"),
    replacesSeatId: t("council:pool.replaces"),
  };
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
    <CaseFrame desk="chair" head={head} errors={<ErrorSummary form={form} labels={labels} />} aside={aside}>
      {rounds.map((round) => (
        <Section
          key={round}
          id={`round-${round}`}
          title={t(roundTitle(seats, round), { round: String(round) })}
          aside={t(
            seats.some((seat) => seat.round === round && seat.isOpen) ? "desk:chair.blind" : "desk:chair.roundClosed",
          )}
        >
          <SeatsTable
            caption={t("desk:chair.round", { round: String(round) })}
            seats={seats.filter((seat) => seat.round === round)}
          />
        </Section>
      ))}
      <AppealSection appeal={appeal} />
      <DecisionSection decisions={decisions} seal={null} />
      <ChairActs form={form} />
      {head.content ? <WholeFile content={head.content} closed={head.closed} /> : null}
    </CaseFrame>
  );
}

function ChairActs({ form }: { form: FormState }) {
  const { seats, pool, vacant, diverging, stage, mayAct, readOnly } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  return (
    <Section id="act" title={t("desk:act")}>
      {mayAct ? (
        <div className="acts">
          {stage === "appeal" ? <CloseAppeal seats={seats.filter(({ isOpen }) => isOpen)} form={form} /> : null}
          <SecondRound criteria={diverging} />
          {stage === "run" ? <CloseRound seats={seats.filter(({ isOpen }) => isOpen)} /> : null}
          {pool ? (
            <PoolForm
              intent={stage === "open" || stage === "panel" ? stage : "name"}
              least={pool.least}
              pool={pool}
              vacant={vacant}
              products={pool.products}
              form={form}
            />
          ) : null}
        </div>
      ) : (
        <Notice>
          <p>{t(readOnly ? "desk:readOnly" : stage === "past" ? "desk:chair.past" : "desk:chair.notYours")}</p>
        </Notice>
      )}
    </Section>
  );
}
