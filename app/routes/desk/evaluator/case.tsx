import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { voteSchema } from "#app/domain/initiatives/appeal/appeal.schema.ts";
import { voteOnAppeal } from "#app/domain/initiatives/appeal/vote.server.ts";
import { conflictSchema, recusalSchema, scoreSchema } from "#app/domain/initiatives/council/council.schema.ts";
import { declareNoConflict } from "#app/domain/initiatives/council/declare-no-conflict.server.ts";
import { recuse } from "#app/domain/initiatives/council/recuse.server.ts";
import { score } from "#app/domain/initiatives/council/score.server.ts";
import { askedOf } from "#app/domain/initiatives/criteria.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { VoteForm } from "#app/ui/council/appeal-forms.tsx";
import { AppealSection } from "#app/ui/council/appeal-section.tsx";
import { DeclareForm, RecuseForm } from "#app/ui/council/declare-form.tsx";
import { CaseFrame } from "#app/ui/desk/case-frame.tsx";
import { Comments } from "#app/ui/desk/comments.tsx";
import { Applicant, OwnScores, ScoreForm, scoreLabels } from "#app/ui/desk/evaluator-forms.tsx";
import { WholeFile } from "#app/ui/desk/whole-file.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { ContentFacts, FileList } from "#app/ui/initiatives/content.tsx";
import { listNames } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { type FormRequest, notFound, roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { caseHead, codeOf, namedProducts, openCase, openFile, refused } from "#app/web/initiatives/desk-case.server.ts";

export const loader = roleLoader(["EVALUATOR"], async (page) => {
  const opened = await openCase(page);
  const { file, catalogue } = opened;
  const { seat } = file;
  if (!seat) throw notFound();
  const isOpen = seat.isOpen && ["UNDER_EVALUATION", "APPEALED"].includes(file.facts.state);
  const stage = seat.recused
    ? "recused"
    : seat.scored
      ? "scored"
      : !isOpen
        ? "closed"
        : seat.declared
          ? "score"
          : "declare";
  const head = caseHead(opened);
  // Before the declaration the file stays closed, whatever else its reader may hold.
  const mayRead = seat.declared && !seat.recused;
  return {
    title: `${file.code}: ${page.t("desk:evaluator.title")}`,
    head: mayRead ? head : { ...head, content: null, closed: [], attachments: [] },
    names: listNames(catalogue, namedProducts(catalogue, file.content), page.lang),
    stage,
    mayLeave: isOpen && !seat.recused && seat.declared,
    asked: askedOf(file.facts.track, seat.criteria),
    earlier: file.earlier,
    isPanel: seat.kind === "APPEAL",
    appeal: mayRead ? file.appeal : null,
    scores: seat.scores,
  } as const;
});

export const action = roleAction(["EVALUATOR"], async (page) => {
  const code = codeOf(page);
  const body = await page.readForm();
  const done = `/${page.lang}/desk/done/${code}`;
  if (body.get("intent") === "score") return sendScores(page, code, body);
  if (body.get("intent") === "vote") return sendVote(page, code, body);
  if (body.get("intent") === "recuse") return stepAside(page, code, body);
  const parsed = parseForm(body, conflictSchema, page.lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const { conflict, ties, reason } = parsed.value;
  const [ground] = ties;
  if (conflict === "CONFLICT" && ground) {
    const outcome = await recuse(page.actor, code, { ground, reason });
    if (!outcome.ok) return refused(parsed.form, outcome, page.lang);
    return redirect(`${done}?act=recused`);
  }
  const outcome = await declareNoConflict(page.actor, code);
  if (!outcome.ok) return refused(parsed.form, outcome, page.lang);
  return redirect(`${done}?act=declared`);
});

async function sendVote(page: FormRequest<Actor>, code: string, body: FormData) {
  const parsed = parseForm(body, voteSchema, page.lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await voteOnAppeal(page.actor, code, parsed.value);
  if (!outcome.ok) return refused(parsed.form, outcome, page.lang);
  return redirect(`/${page.lang}/desk/done/${code}?act=voted`);
}

async function stepAside(page: FormRequest<Actor>, code: string, body: FormData) {
  const parsed = parseForm(body, recusalSchema, page.lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await recuse(page.actor, code, parsed.value);
  if (!outcome.ok) return refused(parsed.form, outcome, page.lang);
  return redirect(`/${page.lang}/desk/done/${code}?act=recused`);
}

/** Which criteria there are is the file's to say, not the form's. */
async function sendScores(page: FormRequest<Actor>, code: string, body: FormData) {
  const file = await openFile(page);
  const parsed = parseForm(body, scoreSchema(askedOf(file.facts.track, file.seat?.criteria ?? [])), page.lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await score(page.actor, code, parsed.value);
  if (!outcome.ok) return refused(parsed.form, outcome, page.lang);
  return redirect(`/${page.lang}/desk/done/${code}?act=scored`);
}

export default function EvaluatorCase() {
  const { head, names, stage, mayLeave, asked, isPanel, scores } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  // Points that came too late are given back all the same.
  const drawsScores = stage === "score" || (form.values["intent"] === "score" && stage !== "declare");
  const labels = {
    conflict: t("desk:evaluator.conflict.label"),
    ties: t("council:declare.ties"),
    ground: t("council:recuse.ground"),
    reason: t("council:recuse.reason"),
    vote: t("council:vote.label"),
    voteReason: t("council:vote.reason"),
    ...scoreLabels(asked, t),
  };
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
    <CaseFrame desk="evaluator" head={head} errors={<ErrorSummary form={form} labels={labels} />} aside={aside}>
      {stage === "declare" ? (
        <Section id="act" title={t("desk:evaluator.conflict.title")}>
          <Applicant team={head.applicant.team} organisation={head.applicant.organisation} />
          <DeclareForm form={form} />
        </Section>
      ) : null}
      {stage === "recused" || stage === "scored" || stage === "closed" ? (
        <Section id="state" title={t("desk:evaluator.state")}>
          <Notice>
            <p>{t(isPanel && stage === "scored" ? "council:vote.sent" : `desk:evaluator.now.${stage}`)}</p>
          </Notice>
          {scores.length > 0 ? <OwnScores asked={asked} scores={scores} /> : null}
        </Section>
      ) : null}
      {head.content ? <WholeFile content={head.content} closed={head.closed} /> : null}
      <BeforeScoring form={form} />
      {drawsScores && !isPanel ? (
        <Section id="act" title={t("desk:evaluator.score.title")} aside={t("desk:evaluator.score.aside")}>
          <ScoreForm track={head.track} asked={asked} form={form} />
        </Section>
      ) : null}
      {mayLeave ? <RecuseForm scored={stage === "scored"} form={form} /> : null}
    </CaseFrame>
  );
}

/** What a member reads before scoring again, or votes on. */
function BeforeScoring({ form }: { form: FormState }) {
  const { asked, earlier, isPanel, appeal, stage } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  return (
    <>
      <AppealSection appeal={appeal} />
      {earlier.length > 0 ? (
        <Section id="earlier" title={t("council:second.earlier")} aside={t("desk:decisions.withoutNames")}>
          <div className="flow">
            <p className="read">{t("council:second.text")}</p>
            <Comments criteria={asked} comments={earlier} />
          </div>
        </Section>
      ) : null}
      {isPanel && stage === "score" ? (
        <Section id="act" title={t("council:vote.title")} aside={t("council:vote.aside")}>
          <VoteForm form={form} />
        </Section>
      ) : null}
    </>
  );
}
