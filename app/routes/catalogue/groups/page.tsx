import { useLoaderData } from "@remix-run/react";
import { guidanceOf, withCounterparts } from "#app/domain/catalogue/catalogue.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { MARKET_KINDS } from "#app/domain/partnerships/calls/call.ts";
import { EVERY_CALL, listCalls } from "#app/domain/partnerships/calls/queries.server.ts";
import { countByFilter } from "#app/domain/results/counts.server.ts";
import { listResults } from "#app/domain/results/queries.server.ts";
import { LevelFigure } from "#app/ui/catalogue/level-figure.tsx";
import { LocalisationSection } from "#app/ui/catalogue/localisation-section.tsx";
import { MarketSection } from "#app/ui/catalogue/market-section.tsx";
import { ProductTable } from "#app/ui/catalogue/product-table.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Cards } from "#app/ui/lists/card.tsx";
import { ResultCard } from "#app/ui/results/result-card.tsx";
import { publicLoader } from "#app/web/guard.server.ts";
import { groupLevels } from "#app/web/results/group-levels.server.ts";
import { localisedOf } from "#app/web/results/localised.server.ts";

const NEWEST = 3;

export const loader = publicLoader(async ({ params, lang }) => {
  const { catalogue, group, products, levels } = await groupLevels(params["code"]);
  const codes = products.map((one) => one.code);
  const bothEditions = withCounterparts(catalogue, codes);
  const wanted = { ...EVERY_CALL, kinds: MARKET_KINDS, views: ["open"] as const, products: bothEditions };
  const [results, counts, market, localised] = await Promise.all([
    listResults(catalogue, { product: codes }, { limit: NEWEST }),
    countByFilter(catalogue),
    listCalls(wanted, { limit: NEWEST }),
    localisedOf(bothEditions),
  ]);
  return {
    title: group.names[lang],
    group,
    instrument: catalogue.versions.find((one) => one.code === group.versionCode)?.instrument ?? "",
    ...{ levels, results, localised, market: market.items, codes, today: dayInVietnam(new Date()) },
    products: products.map((one) => ({
      ...one,
      guidance: guidanceOf(catalogue, one.code),
      results: counts.product[one.code] ?? 0,
    })),
  };
});

export default function GroupPage() {
  const { group, instrument, products, levels, results, codes, ...page } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const asked = new URLSearchParams(codes.map((code) => ["product", code]));
  return (
    <Page crumbs={[{ label: t("catalogue:title"), href: `/${lang}/catalogue` }, { label: group.names[lang] }]}>
      <Head
        eyebrow={
          <>
            <span className="nw">{instrument}</span>
            <span>{t("catalogue:group")}</span>
          </>
        }
        title={<Text of={group.names} />}
      />
      <Section id="levels" title={t("catalogue:levels.title")}>
        <LevelFigure levels={levels} csvHref={`/${lang}/catalogue/groups/${group.code}.csv`} />
      </Section>
      <Section id="products" title={t("catalogue:products", { count: products.length })}>
        <ProductTable caption={group.names[lang]} rows={products} />
      </Section>
      <Section
        id="results"
        title={t("catalogue:results")}
        aside={
          results.total > 0 ? (
            <a href={`/${lang}/results?${asked}`}>{t("catalogue:seeResults", { count: results.total })}</a>
          ) : null
        }
      >
        {results.items.length === 0 ? (
          <p className="soft">{t("catalogue:nothing")}</p>
        ) : (
          <Cards>
            {results.items.map((it) => (
              <ResultCard key={it.code} result={it} />
            ))}
          </Cards>
        )}
      </Section>
      <LocalisationSection localised={page.localised} />
      <MarketSection items={page.market} today={page.today} allHref={`/${lang}/results/market?${asked}`} />
    </Page>
  );
}
