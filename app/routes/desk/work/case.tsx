import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  mayAssign,
  mayBegin,
  mayClose,
  mayLink,
  mayReport,
} from "#app/domain/initiatives/implementation/implementation.policy.ts";
import { WHOLE_PERCENT } from "#app/domain/initiatives/implementation/implementation.ts";
import { findWork } from "#app/domain/initiatives/implementation/queries.server.ts";
import type { Work } from "#app/domain/initiatives/implementation/work.ts";
import { LINK_KINDS } from "#app/domain/initiatives/links/link.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { Confirmation } from "#app/ui/blocks/confirmation.tsx";
import { CaseFrame } from "#app/ui/desk/case-frame.tsx";
import {
  AssignForm,
  BeginForm,
  CloseForm,
  LinkForm,
  ReportForm,
  UnlinkForm,
  workLabels,
} from "#app/ui/desk/work/forms.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { InitiativeClock } from "#app/ui/initiatives/initiative-clock.tsx";
import { AssignmentFacts } from "#app/ui/initiatives/work/assignment-facts.tsx";
import { ClosingWords } from "#app/ui/initiatives/work/closing-words.tsx";
import { LinkList } from "#app/ui/initiatives/work/link-list.tsx";
import { ReportList } from "#app/ui/initiatives/work/report-list.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { codeOf, runningOf, whoWorksOn } from "#app/web/initiatives/desk-case.server.ts";
import { actOnWork, WORK_INTENTS } from "#app/web/initiatives/work-form.server.ts";

export const loader = memberLoader(async (page) => {
  const code = codeOf(page);
  const work = await findWork(page.actor, code);
  if (!work) throw notFound();
  const { actor, t, url } = page;
  const at = new Date();
  const obligations = await obligationsOf(code, at);
  const open = runningOf(obligations);
  const assigned = await whoWorksOn(actor, code, obligations);
  const { state, track, title, abstract, assignment, reports, closing, links } = work;
  const isReported = reports[0]?.percent === WHOLE_PERCENT;
  return {
    title: `${code}: ${t("work:desk.title")}`,
    done: happened(url.searchParams.get("done"), work),
    head: { code, state, track, applicant: { title }, content: { abstract }, open, today: dayInVietnam(at), assigned },
    ...{ assignment, reports, closing, links },
    may: {
      assign: mayAssign(actor, work),
      begin: mayBegin(actor, work),
      report: mayReport(actor, work) && !isReported,
      close: mayClose(actor, work),
    },
    linkKinds: LINK_KINDS.filter((kind) => mayLink(actor, work, kind)),
  };
});

export const action = memberAction(async (page) => {
  const code = codeOf(page);
  const { intent, form, outcome, matches } = await actOnWork(page.actor, code, await page.readForm(), page.lang);
  if (outcome === null) return sendBack(form, 422, { matches });
  if (!outcome.ok) {
    if (outcome.code === "NOT_FOUND") throw notFound();
    return sendBack(withRefusal(form, outcome, page.lang), outcome.code === "NOT_YOUR_CASE" ? 403 : 409, { matches });
  }
  return redirect(`/${page.lang}/desk/work/${code}?done=${intent}`, 303);
});

/** The act that the address tells of, where the work bears its trace: a page never says what is not so. */
function happened(asked: string | null, { state, reports }: Work) {
  const act = WORK_INTENTS.find((one) => one === asked);
  if (act === "assign") return state === "ASSIGNED" ? act : null;
  if (act === "begin") return state === "IN_IMPLEMENTATION" ? act : null;
  if (act === "report") return reports.length > 0 ? act : null;
  if (act === "close") return state.startsWith("CLOSED_") ? act : null;
  return null;
}

export default function WorkCase() {
  const { head, done, assignment, reports, closing, links, linkKinds } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const answer = useActionData<typeof action>();
  const form = answer?.form ?? EMPTY_FORM;
  if (done && !answer) return <Done act={done} />;
  return (
    <CaseFrame desk="work" head={head} errors={<ErrorSummary form={form} labels={workLabels(t)} />}>
      <p>
        <a href={`/${lang}/initiatives/${head.code}`}>{t("desk:next.public")}</a>
      </p>
      <Section id="act" title={t("desk:act")}>
        <Acts form={form} matches={matchesOf(answer)} />
      </Section>
      {assignment ? (
        <Section id="assignment" title={t("work:assignment")}>
          <AssignmentFacts assignment={assignment} />
        </Section>
      ) : null}
      {assignment ? (
        <Section id="reports" title={t("work:report.title")} aside={t("work:report.aside")}>
          <ReportList reports={reports} />
        </Section>
      ) : null}
      {closing ? (
        <Section id="closing" title={t("work:verified")}>
          <ClosingWords closing={closing} />
        </Section>
      ) : null}
      <Section id="links" title={t("work:link.title")} aside={t("work:link.aside")}>
        <LinkList links={links} />
        {linkKinds.length > 0 ? <LinkForm form={form} kinds={linkKinds} /> : null}
        {linkKinds.length > 0 ? <UnlinkForm form={form} links={links} /> : null}
      </Section>
    </CaseFrame>
  );
}

/** The organisations that a typed name fitted, where the form came back with some. */
function matchesOf(answer: object | undefined): string[] {
  const matches = answer && "matches" in answer ? answer.matches : [];
  return Array.isArray(matches) ? matches.map(String) : [];
}

function Acts(props: { form: typeof EMPTY_FORM; matches: readonly string[] }) {
  const { may } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const { form } = props;
  if (may.assign) return <AssignForm form={form} matches={props.matches} />;
  if (may.begin) return <BeginForm />;
  if (may.report) return <ReportForm form={form} />;
  if (may.close) return <CloseForm form={form} />;
  return (
    <Notice>
      <p>{t("work:noAct")}</p>
    </Notice>
  );
}

function Done(props: { act: "assign" | "begin" | "report" | "close" }) {
  const { head } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const base = `/${lang}/desk/work`;
  return (
    <Page
      crumbs={[
        { label: t("desk:title"), href: `/${lang}/desk` },
        { label: t("work:desk.title"), href: base },
        { label: head.code },
      ]}
    >
      <Confirmation
        title={t(`work:done.${props.act}.title`)}
        code={head.code}
        clock={head.open ? <InitiativeClock obligation={head.open} today={head.today} /> : null}
        next={[
          { href: `${base}/${head.code}`, label: t("desk:next.file") },
          { href: base, label: t("desk:next.queue") },
          { href: `/${lang}/initiatives/${head.code}`, label: t("desk:next.public") },
        ]}
      >
        <p>{t(`work:done.${props.act}.text`)}</p>
      </Confirmation>
    </Page>
  );
}
