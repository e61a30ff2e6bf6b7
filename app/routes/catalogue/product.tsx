import { useLoaderData } from "@remix-run/react";
import { counterparts, GUIDANCE_KINDS, guidanceOf, withCounterparts } from "#app/domain/catalogue/catalogue.ts";
import { findUses, loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { MARKET_KINDS } from "#app/domain/partnerships/calls/call.ts";
import { EVERY_CALL, listCalls } from "#app/domain/partnerships/calls/queries.server.ts";
import { listResults } from "#app/domain/results/queries.server.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Confidence } from "#app/ui/catalogue/confidence.tsx";
import { Counterparts } from "#app/ui/catalogue/former-table.tsx";
import { LocalisationSection } from "#app/ui/catalogue/localisation-section.tsx";
import { MarketSection } from "#app/ui/catalogue/market-section.tsx";
import { Period } from "#app/ui/catalogue/period.tsx";
import { GuidanceMark } from "#app/ui/catalogue/product-table.tsx";
import { Uses } from "#app/ui/catalogue/uses.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Cards } from "#app/ui/lists/card.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { ResultCard } from "#app/ui/results/result-card.tsx";
import { notFound, publicLoader } from "#app/web/guard.server.ts";
import { localisedOf } from "#app/web/results/localised.server.ts";

const NEWEST = 3;

export const loader = publicLoader(async ({ params, lang }) => {
  const catalogue = await loadCatalogue();
  const product = catalogue.products.find((it) => it.code === params["code"]);
  const group = catalogue.groups.find((it) => it.code === product?.groupCode);
  const version = catalogue.versions.find((it) => it.code === product?.versionCode);
  if (!product || !group || !version) throw notFound();
  const wanted = { ...EVERY_CALL, kinds: MARKET_KINDS, views: ["open"] as const };
  const bothEditions = withCounterparts(catalogue, [product.code]);
  const [calls, results, uses, localised] = await Promise.all([
    listCalls({ ...wanted, products: bothEditions }, { limit: NEWEST }),
    listResults(catalogue, { product: [product.code] }, { limit: NEWEST }),
    findUses(catalogue, product.code, NEWEST),
    localisedOf(bothEditions),
  ]);
  return {
    title: product.names[lang],
    product,
    group,
    version,
    market: version.markets[(product.marketGroup ?? 0) - 1] ?? null,
    guidance: guidanceOf(catalogue, product.code),
    counterparts: counterparts(catalogue, product.code).map(({ product: other, pair }) => ({
      code: other.code,
      names: other.names,
      relation: pair.relation,
      confidence: pair.confidence,
    })),
    results,
    uses,
    localised,
    calls: calls.items,
    today: dayInVietnam(new Date()),
  };
});

export default function ProductPage() {
  const { product, group, version, market, guidance, results, uses, ...data } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  return (
    <Page crumbs={[{ label: t("catalogue:title"), href: `/${lang}/catalogue` }, { label: product.code }]}>
      <Head
        eyebrow={
          <>
            <span className="nw">{version.instrument}</span>
            <span>
              {t("catalogue:number")} {format.number(product.number)}
            </span>
          </>
        }
        title={<Text of={product.names} />}
      />
      <Facts
        facts={[
          {
            term: t("catalogue:group"),
            value: (
              <a href={`/${lang}/catalogue/groups/${group.code}`}>
                <Text of={group.names} />
              </a>
            ),
          },
          {
            term: t("catalogue:market"),
            value: market && <Text of={{ vi: market.nameVi, en: market.nameEn, fr: market.nameFr }} />,
          },
          { term: t("catalogue:valid"), value: <Period from={version.validFrom} to={version.validTo} /> },
          { term: t("catalogue:confidence.label"), value: <Confidence level={product.confidence} /> },
          { term: t("catalogue:evidence"), value: product.evidence && <span lang="en">{product.evidence}</span> },
        ]}
      />
      <GuidanceSection guidance={guidance} />
      <ResultsSection code={product.code} results={results} />
      <LocalisationSection localised={data.localised} />
      <MarketSection
        items={data.calls}
        today={data.today}
        allHref={`/${lang}/results/market?${new URLSearchParams({ product: product.code })}`}
      />
      <Section id="uses" title={t("catalogue:onPortal")}>
        <Uses uses={uses} />
      </Section>
      <Section id="crosswalk" title={t("catalogue:crosswalk")}>
        <Counterparts of={data.counterparts} none={t("catalogue:noCrosswalk")} />
        <p className="src">{t("catalogue:crosswalkText")}</p>
      </Section>
    </Page>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function GuidanceSection({ guidance }: Pick<Shown, "guidance">) {
  const { t } = useLanguage();
  return (
    <Section id="guidance" title={t("catalogue:guidance")}>
      <StackTable
        caption={t("catalogue:guidance")}
        columns={[
          { label: t("catalogue:guidanceKind"), heads: true },
          { label: t("catalogue:reference") },
          { label: t("catalogue:confidence.label") },
        ]}
        rows={GUIDANCE_KINDS.map((kind) => ({
          key: kind,
          cells: [
            t(`catalogue:kind.${kind}`),
            <GuidanceMark key="reference" of={guidance[kind]} />,
            guidance[kind][0] ? <Confidence key="confidence" level={guidance[kind][0].confidence} /> : "–",
          ],
        }))}
      />
    </Section>
  );
}

function ResultsSection({ code, results }: { code: string } & Pick<Shown, "results">) {
  const { lang, t } = useLanguage();
  return (
    <Section
      id="results"
      title={t("catalogue:results")}
      aside={
        results.total > 0 ? (
          <a href={`/${lang}/results?product=${code}`}>{t("catalogue:seeResults", { count: results.total })}</a>
        ) : null
      }
    >
      {results.items.length === 0 ? (
        <EmptyState
          title={t("catalogue:noResults")}
          action={{ href: `/${lang}/results/new`, label: t("catalogue:addResult") }}
        />
      ) : (
        <Cards>
          {results.items.map((it) => (
            <ResultCard key={it.code} result={it} />
          ))}
        </Cards>
      )}
    </Section>
  );
}
