import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayAnswer, mayLead, mayWork } from "#app/domain/monitoring/monitoring.policy.ts";
import { findRecommendation } from "#app/domain/monitoring/recommendations/queries.server.ts";
import { isClosed } from "#app/domain/monitoring/recommendations/recommendation.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { PublicBoard } from "#app/ui/board/public-board.tsx";
import { Foreign, Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice, Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { answerLabels, FollowUpForm, ProgressForm, ResponseForm } from "#app/ui/monitoring/found/answer-forms.tsx";
import { FollowUps, ProgressSteps, Responses } from "#app/ui/monitoring/found/answers.tsx";
import { EntryTable } from "#app/ui/record/entry-table.tsx";
import { memberAction, notFound, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { actOnRecommendation } from "#app/web/monitoring/found-form.server.ts";

export const loader = publicLoader(async ({ actor, params }) => {
  const { code } = params;
  const found = isCode("KN", code) ? await findRecommendation(actor, code) : null;
  if (!found) throw notFound();
  const at = new Date();
  const [obligations, entries] = await Promise.all([
    obligationsOf(found.code, at),
    entriesOf("RECOMMENDATION", found.code),
  ]);
  const isOpen = found.isPublic && !isClosed(found.status);
  return {
    title: found.code,
    description: found.text.slice(0, 300),
    ...{ recommendation: found, entries, today: dayInVietnam(at) },
    clocks: obligations.filter(({ endedOn }) => endedOn === null),
    mayAnswer: isOpen && mayAnswer(actor, found.addressee.id),
    mayFollow: isOpen && mayWork(actor, found),
    leads: mayLead(actor, found),
  };
});

export const action = memberAction(async (page) => {
  const { code = "" } = page.params;
  const acted = await actOnRecommendation(page.actor, code, await page.readForm(), page.lang);
  if (acted.ok) return redirect(`/${page.lang}/monitoring/recommendations/${code}`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function Recommendation() {
  const page = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { recommendation } = page;
  const { finding, escalatedAt } = recommendation;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: recommendation.campaign, href: `/${lang}/monitoring/campaigns/${recommendation.campaign}` },
        { label: finding.code, href: `/${lang}/monitoring/findings/${finding.code}` },
        { label: recommendation.code },
      ]}
    >
      <ErrorSummary form={form} labels={answerLabels(t)} />
      <Head
        eyebrow={
          <>
            <Tag>{t("monitoring:recommendation")}</Tag>
            <span className="nw">{recommendation.code}</span>
            <Tag>{t(`monitoring:criticality.${recommendation.criticality}`)}</Tag>
            {recommendation.priority ? <Tag>{t("monitoring:priorityTag")}</Tag> : null}
          </>
        }
        title={<Foreign lang={recommendation.language}>{recommendation.text}</Foreign>}
        lede={<Foreign lang={finding.language}>{finding.title}</Foreign>}
      />
      {escalatedAt ? (
        <Notice warn>{t("monitoring:escalated", { date: format.date(format.dayOf(escalatedAt)) })}</Notice>
      ) : null}
      <Standing recommendation={recommendation} />
      {page.clocks.length > 0 ? (
        <Section id="clocks" title={t("monitoring:clocks")}>
          <PublicBoard caption={t("monitoring:clocks")} items={page.clocks} today={page.today} />
        </Section>
      ) : null}
      <Section id="responses" title={t("monitoring:responses")}>
        <Responses responses={recommendation.responses} />
        <ProgressSteps steps={recommendation.steps} />
      </Section>
      <Section id="follow-ups" title={t("monitoring:followUps")}>
        <FollowUps followUps={recommendation.followUps} />
      </Section>
      <Acts />
      <Section id="record" title={t("partnerships:record")}>
        <EntryTable caption={t("partnerships:record")} entries={page.entries} />
      </Section>
    </Page>
  );
}

/** The Front's status and the addressee's own word, side by side and never one. */
function Standing({
  recommendation,
}: {
  recommendation: ReturnType<typeof useLoaderData<typeof loader>>["recommendation"];
}) {
  const { t, format } = useLanguage();
  const { addressee, dueOn, status, progress } = recommendation;
  return (
    <Facts
      facts={[
        {
          term: t("monitoring:addressee"),
          value: <PartyBadge house={addressee.house} name={<Text of={addressee.name} badge={false} />} />,
        },
        { term: t("monitoring:due"), value: format.date(dueOn) },
        { term: t("monitoring:statusLabel"), value: t(`monitoring:status.${status}`) },
        { term: t("monitoring:progressLabel"), value: t(`monitoring:progress.${progress}`) },
      ]}
    />
  );
}

function Acts() {
  const page = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { recommendation } = page;
  return (
    <>
      {page.mayAnswer ? (
        <>
          <Section id="respond" title={t("monitoring:respondTitle")}>
            <div className="read">
              <ResponseForm form={form} />
            </div>
          </Section>
          <Section id="progress" title={t("monitoring:progressTitle")}>
            <div className="read">
              <ProgressForm form={form} progress={recommendation.progress} />
            </div>
          </Section>
        </>
      ) : null}
      {page.mayFollow ? (
        <Section id="follow" title={t("monitoring:followUp")}>
          <div className="read">
            <FollowUpForm form={form} leads={page.leads} />
          </div>
        </Section>
      ) : null}
    </>
  );
}
