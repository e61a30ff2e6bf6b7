import { useLoaderData } from "@remix-run/react";
import type { Names } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { countByFilter } from "#app/domain/results/counts.server.ts";
import type { ResultFilterName } from "#app/domain/results/filter.ts";
import { listResults } from "#app/domain/results/queries.server.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { AppliedFilters, FilterPanel } from "#app/ui/lists/filter-panel.tsx";
import { ListFoot } from "#app/ui/lists/list-foot.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { ResultHits } from "#app/ui/results/result-hits.tsx";
import { publicLoader } from "#app/web/guard.server.ts";
import { filterQuery, filterValues, readFilter } from "#app/web/results/list-filter.ts";

const PER_PAGE = 20;
const FACETS = [
  ...(["commercialised", "stage", "revenueBand", "level", "group", "product", "type", "house", "province"] as const),
] satisfies ResultFilterName[];

export const loader = publicLoader(async ({ url, lang, t }) => {
  const catalogue = await loadCatalogue();
  const today = dayInVietnam(new Date());
  const filter = readFilter(catalogue, today, url.searchParams);
  const namesOf = (list: readonly { code: string; names: Names }[]) =>
    new Map(list.map(({ code, names }) => [code, names[lang]]));
  const groups = namesOf(catalogue.groups);
  const products = namesOf(catalogue.products);
  const provinces = namesOf(catalogue.provinces);
  const levels = new Map(catalogue.readinessLevels.map(({ level, names }) => [String(level), names[lang]]));
  const labels: Record<ResultFilterName, (value: string) => string> = {
    commercialised: (value) => t(value === "true" ? "results:onMarket.true" : "results:onMarket.false"),
    stage: (value) => wordOf(`results:stage.${value}`),
    revenueBand: (value) => wordOf(`reports:revenue.band.${value}`),
    type: (value) => wordOf(`results:type.${value}`),
    group: (value) => groups.get(value) ?? value,
    product: (value) => products.get(value) ?? value,
    level: (value) => `${value}. ${levels.get(value) ?? ""}`,
    house: (value) => wordOf(`house:${value}`),
    province: (value) => provinces.get(value) ?? value,
  };
  const wordOf = (key: string) => (t.has(key) ? t(key) : key);
  const values = filterValues(catalogue, today, url.searchParams);
  const after = url.searchParams.get("after");
  const [list, counts] = await Promise.all([
    listResults(catalogue, filter, { limit: PER_PAGE, after }),
    countByFilter(catalogue, filter),
  ]);
  return {
    title: t("results:title"),
    description: t("results:lede"),
    feed: `/${lang}/results.atom`,
    list,
    isFirst: !after,
    filter,
    facets: FACETS.map((name) => ({
      name,
      options: values[name].flatMap((value) => {
        const count = counts[name][value] ?? 0;
        const isChosen = filter[name].includes(value);
        return count > 0 || isChosen ? [{ value, label: labels[name](value), count, chosen: isChosen }] : [];
      }),
    })),
  };
});

export default function Results() {
  const { list, filter, facets, isFirst, feed } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const base = `/${lang}/results`;
  const pairs = filterQuery(filter);
  const hrefOf = (kept: [string, string][], path = base) =>
    kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path;
  const applied = facets.flatMap((facet) =>
    facet.options
      .filter((it) => it.chosen)
      .map((it) => ({
        label: it.label,
        href: hrefOf(pairs.filter(([name, value]) => name !== facet.name || value !== it.value)),
      })),
  );
  return (
    <Page crumbs={[{ label: t("results:title") }]}>
      <ListHead />
      <div className="cols side-l">
        <FilterPanel
          action={base}
          facets={facets.map((facet) => ({ ...facet, legend: t(`results:filter.${facet.name}`) }))}
        />
        <div>
          <h2 className="h-s">{t("results:found", { count: list.total })}</h2>
          <AppliedFilters filters={applied} />
          {list.items.length === 0 ? (
            <EmptyState
              title={t(applied.length > 0 ? "results:none" : "results:noneYet")}
              action={{
                href: applied.length > 0 ? base : `${base}/new`,
                label: t(applied.length > 0 ? "results:seeAll" : "results:record"),
              }}
            >
              {applied.length > 0 ? t("results:noneText") : null}
            </EmptyState>
          ) : (
            <ResultHits results={list.items} />
          )}
          <ListFoot
            isFirst={isFirst}
            firstHref={hrefOf(pairs)}
            nextHref={list.next && hrefOf([...pairs, ["after", list.next]])}
            feed={{ href: feed, label: t("results:follow") }}
          />
          <p className="s">
            {t("results:exports.these")} <a href={hrefOf(pairs, `${base}.csv`)}>CSV</a>{" "}
            <a href={`${base}.datapackage.json`}>{t("results:exports.columns")}</a>{" "}
            <a href={hrefOf(pairs, `${base}.jsonl`)}>JSON Lines</a>
          </p>
        </div>
      </div>
    </Page>
  );
}

function ListHead() {
  const { lang, t } = useLanguage();
  return (
    <Head title={t("results:title")} lede={t("results:lede")}>
      <p className="row">
        <a className="btn" href={`/${lang}/results/new`}>
          {t("results:record")}
        </a>
        <a href={`/${lang}/results/market`}>{t("calls:market.all")}</a>
        <a href={`/${lang}/catalogue`}>{t("catalogue:title")}</a>
      </p>
    </Head>
  );
}
