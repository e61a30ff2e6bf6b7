import { useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import type { SubjectMonitoring } from "#app/domain/monitoring/assessments/subject-assessment.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { sharesAsOf } from "#app/domain/partnerships/agreements/queries.server.ts";
import { isSeeking } from "#app/domain/partnerships/calls/call.ts";
import { EVERY_CALL, listCalls } from "#app/domain/partnerships/calls/queries.server.ts";
import { mayFundHere } from "#app/domain/partnerships/funding/funding.policy.ts";
import { findInsidePartnership } from "#app/domain/partnerships/members/queries.server.ts";
import { findMoney } from "#app/domain/partnerships/money/queries.server.ts";
import { mayLead } from "#app/domain/partnerships/partnership.policy.ts";
import { findMonitoredPartnership } from "#app/domain/partnerships/queries.server.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { PublicBoard } from "#app/ui/board/public-board.tsx";
import { SeekingSection } from "#app/ui/calls/seeking-section.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { MonitoredSection } from "#app/ui/monitoring/found/lists.tsx";
import { FollowBar } from "#app/ui/notices/follow-bar.tsx";
import { AgreementSections } from "#app/ui/partnerships/agreement-sections.tsx";
import { CapitalSection } from "#app/ui/partnerships/capital/capital-section.tsx";
import { ExitsLink } from "#app/ui/partnerships/exits/exits-link.tsx";
import { HouseNotice } from "#app/ui/partnerships/exits/house-notice.tsx";
import { FundingSection } from "#app/ui/partnerships/funding/funding-section.tsx";
import { StandingNotice } from "#app/ui/partnerships/motions/standing-notice.tsx";
import { OpenData } from "#app/ui/partnerships/open-data.tsx";
import { PartnershipFacts, PartnershipHead } from "#app/ui/partnerships/partnership-head.tsx";
import { PartyList } from "#app/ui/partnerships/party-list.tsx";
import { EntryTable } from "#app/ui/record/entry-table.tsx";
import { notFound, publicLoader } from "#app/web/guard.server.ts";
import { signedView } from "#app/web/partnerships/agreements/signed-view.server.ts";
import { figuresOnRecord } from "#app/web/partnerships/entry-index.server.ts";
import { houseAlarm } from "#app/web/partnerships/exits/house-alarm.ts";
import { moneyShown } from "#app/web/partnerships/money-view.server.ts";
import { lastDay, partiesView, ribbonView, sharesQuestion } from "#app/web/partnerships/partnership-view.server.ts";

/** The newest; the record has them all. */
const SHOWN_ENTRIES = 10;

export const loader = publicLoader(async ({ params, url, lang, t, actor }) => {
  const { code } = params;
  const monitored = isCode("DA", code) ? await findMonitoredPartnership<SubjectMonitoring>(code) : null;
  if (!monitored) throw notFound();
  const { partnership: found, monitoring, results } = monitored;
  const { agreements, members, ...partnership } = found;
  const asked = url.searchParams.get("product");
  const agreement = agreements.find(({ productCode }) => productCode === asked) ?? agreements[0];
  const question = sharesQuestion(url, agreement);
  const today = dayInVietnam(new Date());
  const seeks = !found.published && isSeeking(found.state);
  const [catalogue, obligations, entries, shares, money, inside, calls] = await Promise.all([
    loadCatalogue(),
    obligationsOf(found.code),
    entriesOf("PARTNERSHIP", found.code),
    agreement && sharesAsOf({ code: found.code, product: agreement.productCode, ...question }),
    agreement && findMoney(found.code, today),
    actor && findInsidePartnership(actor, found.code),
    seeks ? listCalls({ ...EVERY_CALL, views: ["open"], partnership: found.code }, { limit: 10 }) : null,
  ]);
  const parties = partiesView(members, found.from);
  const products = new Map(catalogue.products.map((product) => [product.code, product.names[lang]]));
  const provinces = new Map(catalogue.provinces.map((province) => [province.code, province.names[lang]]));
  const title = pickText(found.title, lang)?.text ?? found.code;
  return {
    title: found.published ? `${title} (${found.code})` : found.code,
    description: pickText(found.description, lang)?.text.slice(0, 200) ?? t("partnerships:unpublished.title"),
    feed: `/${lang}/partnerships/${found.code}.atom`,
    partnership: { ...partnership, lastOn: lastDay(found.to) },
    onRecord: figuresOnRecord(entries, found),
    parties,
    provinces: found.provinceCodes.flatMap((province) => provinces.get(province) ?? []),
    products: agreements.map(({ productCode }) => ({
      code: productCode,
      name: products.get(productCode) ?? productCode,
    })),
    agreement: agreement && signedView(agreement, parties, entries),
    question,
    hasRuns: agreements.some(({ runs }) => runs.length > 0),
    ribbon: shares?.ok ? ribbonView(shares.value, parties, lang) : null,
    withheld: shares?.ok ? shares.value.withheld.length > 0 : false,
    ...houseAlarm(found, obligations, today),
    clocks: obligations.filter(({ endedOn }) => endedOn === null),
    ...{ entries: entries.slice(-SHOWN_ENTRIES).reverse(), allEntries: entries.length, monitoring, results },
    isInside: Boolean(inside),
    ...{ seeks, calls: calls?.items ?? [] },
    mayCall: mayLead(actor, inside?.members ?? []),
    ...moneyShown({
      money: money ?? null,
      agreement,
      entries,
      shares: shares?.ok ? shares.value : null,
      parties,
      today,
    }),
    mayFund: mayFundHere(actor, members),
    today,
  };
});

export default function PartnershipPage() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const { partnership, agreement, provinces, results, onRecord } = page;
  const base = `/${lang}/partnerships/${partnership.code}`;
  return (
    <Page crumbs={[{ label: t("partnerships:title"), href: `/${lang}/partnerships` }, { label: partnership.code }]}>
      <PartnershipHead partnership={partnership} manageHref={page.isInside ? `${base}/manage` : null} />
      <FollowBar subject={{ type: "PARTNERSHIP", code: partnership.code }} />
      <StandingNotice code={partnership.code} state={partnership.state} hasFailed={page.onRecord.failedNo !== null} />
      <HouseNotice houses={page.missing} dueOn={page.cureBy} today={page.today} />
      {partnership.published ? (
        <div className="cols side-r">
          <div>
            <h2 className="vh">{t("partnerships:parties")}</h2>
            <PartyList parties={page.parties} />
            <ExitsLink base={base} state={partnership.state} />
          </div>
          <PartnershipFacts {...{ partnership, provinces, results, onRecord }} />
        </div>
      ) : null}
      {page.seeks && (page.calls.length > 0 || page.mayCall) ? (
        <SeekingSection code={partnership.code} calls={page.calls} mayCall={page.mayCall} today={page.today} />
      ) : null}
      <Clocks clocks={page.clocks} today={page.today} />
      {agreement ? (
        <AgreementSections
          base={base}
          form={partnership.form}
          products={page.products}
          agreement={agreement}
          question={page.question}
          ribbon={page.ribbon}
          withheld={page.withheld}
          totalValueVnd={partnership.totalValueVnd}
          today={page.today}
        />
      ) : null}
      {page.capital ? <CapitalSection capital={page.capital} base={base} /> : null}
      <FundingSection lines={page.funding} asOf={page.today} />
      {page.mayFund && agreement ? (
        <p>
          <a href={`${base}/funding`}>{t("money:fund.link")}</a>
        </p>
      ) : null}
      {partnership.published ? (
        <p>
          <a href={`${base}/milestones`}>{t("performance:link")}</a> · <a href={`${base}/risks`}>{t("risks:link")}</a>
        </p>
      ) : null}
      {partnership.published ? <OpenData base={base} hasRuns={page.hasRuns} /> : null}
      <MonitoredSection code={page.partnership.code} monitoring={page.monitoring} />
      <Record code={partnership.code} entries={page.entries} count={page.allEntries} />
    </Page>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Clocks({ clocks, today }: Pick<Shown, "clocks" | "today">) {
  const { t } = useLanguage();
  if (clocks.length === 0) return null;
  return (
    <Section id="clocks" title={t("partnerships:clocks")}>
      <PublicBoard caption={t("partnerships:clocks")} items={clocks} today={today} />
    </Section>
  );
}

/** The newest entries of the public record about it, and the way to all. */
function Record({ code, entries, count }: { code: string; entries: Shown["entries"]; count: number }) {
  const { lang, t } = useLanguage();
  return (
    <Section id="record" title={t("partnerships:record")}>
      <EntryTable caption={t("partnerships:record")} entries={entries} />
      {count > entries.length ? (
        <p>
          <a href={`/${lang}/record?subject=${code}`}>{t("record:allOf", { count: count, subject: code })}</a>
        </p>
      ) : null}
    </Section>
  );
}
