import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CRITERIA } from "#app/domain/initiatives/criteria.ts";
import { submitToSteering } from "#app/domain/initiatives/decision/submit-to-steering.server.ts";
import { actsAt } from "#app/domain/initiatives/desk/desk.ts";
import { summarise } from "#app/domain/initiatives/desk/ranking.ts";
import { mayCorrect, mayDecide, maySubmitToSteering } from "#app/domain/initiatives/initiative.policy.ts";
import { AuthorReply } from "#app/ui/council/author-reply.tsx";
import { CaseFrame } from "#app/ui/desk/case-frame.tsx";
import { Comments } from "#app/ui/desk/comments.tsx";
import { WholeFile } from "#app/ui/desk/whole-file.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { ContentFacts, FileList } from "#app/ui/initiatives/content.tsx";
import { DecisionSection, ScoreTable } from "#app/ui/initiatives/decision-section.tsx";
import { listNames } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { roleAction, roleLoader } from "#app/web/guard.server.ts";
import {
  caseHead,
  codeOf,
  isDecidable,
  namedProducts,
  openCase,
  refused,
} from "#app/web/initiatives/desk-case.server.ts";

export const loader = roleLoader(["INTAKE", "INTAKE_HEAD", "STEERING", "AUDITOR"], async (page) => {
  const opened = await openCase(page);
  const { file, catalogue } = opened;
  const { state, track } = file.facts;
  const toSubmit = track === "BREAKTHROUGH" && state === "EVALUATED";
  return {
    title: `${file.code}: ${page.t("desk:decisions.title")}`,
    head: caseHead(opened),
    readOnly: !actsAt(page.actor, "decisions"),
    names: listNames(catalogue, namedProducts(catalogue, file.content), page.lang),
    summary: summarise(track, file.scores),
    comments: file.comments,
    reply: file.reply,
    decisions: file.decisions,
    stage: isDecidable(file.facts) ? ("decide" as const) : toSubmit ? ("submit" as const) : ("other" as const),
    sealedUntil: file.sealedUntil,
    mayCorrect: mayCorrect(page.actor, file.facts) && file.decisions.at(-1)?.kind === state,
    mayDecide: file.sealedUntil === null && isDecidable(file.facts) && mayDecide(page.actor, file.facts),
    maySubmit: toSubmit && maySubmitToSteering(page.actor, file.facts),
  };
});

export const action = roleAction(["INTAKE"], async (page) => {
  const code = codeOf(page);
  await page.readForm();
  const outcome = await submitToSteering(page.actor, code);
  if (!outcome.ok) return refused(EMPTY_FORM, outcome, page.lang);
  return redirect(`/${page.lang}/desk/done/${code}?act=steering`);
});

export default function DecisionCase() {
  const { head, names, summary, comments, reply, decisions, ...may } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
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
    <CaseFrame desk="decisions" head={head} errors={<ErrorSummary form={form} />} aside={aside}>
      <Section id="act" title={t("desk:act")}>
        <Act code={head.code} {...may} />
      </Section>
      <Section id="scores" title={t("desk:decisions.scores")} aside={t("desk:decisions.withoutNames")}>
        {summary.rows.length > 0 ? (
          <ScoreTable rows={summary.rows} total={summary.total} />
        ) : (
          <p className="read">{t("desk:decisions.noScores")}</p>
        )}
      </Section>
      {comments.length > 0 ? (
        <Section id="comments" title={t("desk:decisions.comments")} aside={t("desk:decisions.withoutNames")}>
          <Comments criteria={CRITERIA[head.track].map(({ code }) => code)} comments={comments} />
        </Section>
      ) : null}
      <AuthorReply reply={reply} />
      <DecisionSection decisions={decisions} seal={null} />
      {head.content ? <WholeFile content={head.content} closed={head.closed} /> : null}
    </CaseFrame>
  );
}

function Act(props: {
  code: string;
  stage: "decide" | "submit" | "other";
  mayDecide: boolean;
  mayCorrect: boolean;
  sealedUntil: string | null;
  maySubmit: boolean;
  readOnly: boolean;
}) {
  const { lang, t, format } = useLanguage();
  if (props.sealedUntil)
    return (
      <Notice>
        <p>{t("council:decision.sealed", { date: format.dateTime(props.sealedUntil) })}</p>
      </Notice>
    );
  if (props.mayCorrect)
    return (
      <p>
        <a href={`/${lang}/desk/decisions/${props.code}/correct`}>{t("council:decision.correct")}</a>
      </p>
    );
  if (props.mayDecide)
    return (
      <div className="flow">
        <p className="read">{t("desk:decisions.yours")}</p>
        <p>
          <a className="btn" href={`/${lang}/desk/decisions/${props.code}/decide`}>
            {t("desk:decide.open")}
          </a>
        </p>
      </div>
    );
  if (props.maySubmit)
    return (
      <Form>
        <p className="read">{t("desk:decisions.submitText")}</p>
        <Actions>
          <Submit>{t("desk:decisions.submitButton")}</Submit>
        </Actions>
      </Form>
    );
  return (
    <Notice>
      <p>{props.readOnly ? t("desk:readOnly") : t(`desk:decisions.noAct.${props.stage}`)}</p>
    </Notice>
  );
}
