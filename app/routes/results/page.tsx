import { useLoaderData } from "@remix-run/react";
import { loadCatalogue, loadParameterNames } from "#app/domain/catalogue/queries.server.ts";
import { monitoringOf } from "#app/domain/monitoring/assessments/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { EVERY_CALL, listCalls } from "#app/domain/partnerships/calls/queries.server.ts";
import { currencyOf } from "#app/domain/results/currency/currency.ts";
import { schemaOrgOf } from "#app/domain/results/exports/schema-org.ts";
import { findResult, openComplaintText, type ResultRecord } from "#app/domain/results/queries.server.ts";
import { mayAnswerReport, mayReadSums, mayReport } from "#app/domain/results/reports/report.policy.ts";
import {
  handsOf,
  mayEdit,
  mayRead,
  PUBLIC_STATES,
  representsHost,
  verifyingBody,
} from "#app/domain/results/result.policy.ts";
import { nextSteps } from "#app/domain/results/result.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { environment } from "#app/platform/environment.server.ts";
import { formatter } from "#app/platform/languages/format.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { OfferedSection } from "#app/ui/calls/offered-section.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { Readiness } from "#app/ui/marks/readiness.tsx";
import { MonitoredSection } from "#app/ui/monitoring/found/lists.tsx";
import { FollowBar } from "#app/ui/notices/follow-bar.tsx";
import { AnsweredComplaints } from "#app/ui/results/complaints.tsx";
import { labelsOf } from "#app/ui/results/labels.ts";
import { MarketSections } from "#app/ui/results/market/market-sections.tsx";
import { progressView } from "#app/ui/results/market/progress-view.ts";
import { OwnActions } from "#app/ui/results/own-actions.tsx";
import { ResultBody, ResultFacts } from "#app/ui/results/result-body.tsx";
import { ResultClock } from "#app/ui/results/result-clock.tsx";
import { ResultHistory, Verification } from "#app/ui/results/result-history.tsx";
import { ResultLinks } from "#app/ui/results/result-links.tsx";
import { ResultStanding } from "#app/ui/results/result-standing.tsx";
import { Tombstone } from "#app/ui/results/tombstone.tsx";
import { viewOf } from "#app/ui/results/view.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ params, lang, t, actor }) => {
  const code = params["code"];
  const result = isCode("KQ", code) ? await findResult(code) : null;
  if (!result) throw notFound();
  if (!mayRead(actor, result)) {
    if (result.state !== "WITHDRAWN" || result.submittedAt === null) throw notFound();
    const tombstone = tombstoneOf(result);
    const { date, dayOf } = formatter(lang);
    const on = tombstone.withdrawnAt ? date(dayOf(tombstone.withdrawnAt)) : "";
    return { title: t("results:page.withdrawn", { date: on }), tombstone, page: null };
  }
  const today = dayInVietnam(new Date());
  const [offers, catalogue, obligations, parameters, monitoring] = await Promise.all([
    listCalls({ ...EVERY_CALL, views: ["open"], result: result.code }, { limit: 10 }),
    loadCatalogue(),
    obligationsOf(result.code),
    loadParameterNames(),
    monitoringOf("RESULT", result.code),
  ]);
  const open = obligations.find((it) => it.endedOn === null && it.pausedOn === null);
  const hands = handsOf(actor, result);
  const { content, progress, id: _id, createdById: _by, hostOrganisationId: _host, ...record } = result;
  const isPublic = PUBLIC_STATES.includes(result.state);
  const picked = pickText(content.teaser, lang);
  return {
    title: pickText(content.title, lang)?.text ?? result.code,
    ...(picked ? { description: picked.text } : {}),
    tombstone: null,
    ...(isPublic
      ? {
          feed: `/${lang}/results/${result.code}.atom`,
          jsonLd: schemaOrgOf(result, lang, environment().baseUrl),
        }
      : {}),
    page: {
      ...record,
      view: viewOf(content, progress),
      progress: progressView(progress, mayReadSums(actor, result)),
      mayReport: mayReport(actor, result, progress),
      mayAnswer: mayAnswerReport(actor, result) && progress.reports.some(({ verdict }) => verdict === null),
      labels: labelsOf(content, catalogue),
      monitoring,
      offers: offers.items,
      mayOffer: isPublic && representsHost(actor, result),
      isPublic,
      complaintText: result.state === "UNDER_REVIEW" && hands.length > 0 ? await openComplaintText(result.code) : null,
      clock: open ? { ...open, basisName: parameters.get(open.basis)?.[lang] ?? null } : null,
      currency: isPublic ? currencyOf(result, today) : null,
      mayConfirm: result.state === "PUBLISHED" && representsHost(actor, result),
      today,
      mayEdit: mayEdit(actor, result),
      mayWithdraw: nextSteps(result.state, hands).some((it) => it.to === "WITHDRAWN"),
      mayVerify: verifyingBody(actor, result) !== null && result.state !== "PUBLISHED",
    },
  };
});

function tombstoneOf({ code, withdrawnAt, withdrawalReason, publishedAt, complaints }: ResultRecord) {
  const byComplaint = complaints.some(({ outcome }) => outcome === "UPHELD");
  return { code, withdrawnAt, reason: publishedAt ? withdrawalReason : null, byComplaint };
}

export default function ResultPage() {
  const { tombstone, page } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const crumbs = [
    { label: t("results:title"), href: `/${lang}/results` },
    { label: <span className="nw">{page?.code ?? tombstone?.code}</span> },
  ];
  if (!page) return <Page crumbs={crumbs}>{tombstone ? <Tombstone {...tombstone} /> : null}</Page>;
  const { view } = page;
  return (
    <Page crumbs={crumbs}>
      <ResultHead page={page} />
      {page.isPublic ? <FollowBar subject={{ type: "RESULT", code: page.code }} /> : null}
      <ResultStanding result={page} />
      {page.clock ? <ResultClock clock={page.clock} today={page.today} /> : null}
      <OwnActions page={page} />
      <div className="cols side-r profile">
        <div>
          <ResultBody result={view} labels={page.labels}>
            <MarketSections progress={page.progress} />
          </ResultBody>
          <OfferedSection {...page} />
          <AnsweredComplaints complaints={page.complaints} />
          <MonitoredSection code={page.code} monitoring={page.monitoring} />
          <ResultHistory events={page.events} />
          {page.isPublic ? <ResultLinks code={page.code} mayComplain={page.state === "PUBLISHED"} /> : null}
        </div>
        <aside className="flow">
          <ResultFacts result={view} labels={page.labels} origins={page.origins} currency={page.currency} />
          {page.verification ? <Verification verification={page.verification} events={page.events} /> : null}
        </aside>
      </div>
    </Page>
  );
}

type Shown = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["page"]>;

function ResultHead({ page }: { page: Shown }) {
  const { t, format } = useLanguage();
  const { view } = page;
  return (
    <Head
      eyebrow={
        <>
          <Tag>{t(`results:type.${view.resultType}`)}</Tag>
          <span className="nw">{page.code}</span>
          {page.publishedAt ? (
            <span>{t("results:page.published", { date: format.date(format.dayOf(page.publishedAt)) })}</span>
          ) : (
            <Tag>{t(`results:state.${page.state}`)}</Tag>
          )}
          {view.commercialised ? <Tag>{t("results:onMarket.true")}</Tag> : null}
        </>
      }
      title={<Text of={view.title} />}
      lede={<Text of={view.teaser} badge={false} />}
    >
      <p className="row">
        <PartyBadge
          house={page.host.house}
          name={<Text of={page.host.names} badge={false} />}
          role={t("results:page.host")}
        />
        {view.level === null ? null : <Readiness level={view.level} />}
      </p>
    </Head>
  );
}
