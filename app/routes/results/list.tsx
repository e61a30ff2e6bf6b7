import { useLoaderData } from "@remix-run/react";
import { HOUSES } from "#app/domain/accounts/actor.ts";
import { productsOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { RESULT_TYPES } from "#app/domain/results/exploitation.ts";
import { countByFilter, listResults, type ResultFilterName } from "#app/domain/results/queries.server.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { AppliedFilters, FilterPanel } from "#app/ui/lists/filter-panel.tsx";
import { PreviousNext } from "#app/ui/lists/pagination.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { ResultHits } from "#app/ui/results/result-hits.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

const PER_PAGE = 20;

export const loader = publicLoader(async ({ url, lang, t }) => {
  const catalogue = await loadCatalogue();
  const products = productsOn(catalogue, dayInVietnam(new Date()));
  const groups = catalogue.groups.filter((it) => products.some((product) => product.groupCode === it.code));
  const options: Record<ResultFilterName, { value: string; label: string }[]> = {
    commercialised: ["true", "false"].map((value) => ({
      value,
      label: t(value === "true" ? "results:onMarket.true" : "results:onMarket.false"),
    })),
    type: RESULT_TYPES.map((value) => ({ value, label: t(`results:type.${value}`) })),
    group: groups.map(({ code, names }) => ({ value: code, label: names[lang] })),
    product: products.map(({ code, names }) => ({ value: code, label: names[lang] })),
    level: catalogue.readinessLevels.map(({ level, names }) => ({
      value: String(level),
      label: `${level}. ${names[lang]}`,
    })),
    house: HOUSES.map((value) => ({ value, label: t(`house:${value}`) })),
    province: catalogue.provinces.map(({ code, names }) => ({ value: code, label: names[lang] })),
  };
  const chosen = (name: ResultFilterName) => {
    const asked = url.searchParams.getAll(name);
    return options[name].map((it) => it.value).filter((value) => asked.includes(value));
  };
  const filter = {
    commercialised: chosen("commercialised"),
    type: chosen("type"),
    group: chosen("group"),
    product: chosen("product"),
    level: chosen("level"),
    house: chosen("house"),
    province: chosen("province"),
  } satisfies Record<ResultFilterName, string[]>;
  const after = url.searchParams.get("after");
  const [list, counts] = await Promise.all([
    listResults(catalogue, filter, { limit: PER_PAGE, after }),
    countByFilter(catalogue),
  ]);
  const names: ResultFilterName[] = ["commercialised", "level", "group", "product", "type", "house", "province"];
  return {
    title: t("results:title"),
    description: t("results:lede"),
    feed: `/${lang}/results.atom`,
    list,
    isFirst: !after,
    filter,
    facets: names.map((name) => ({
      name,
      options: options[name].flatMap(({ value, label }) => {
        const count = counts[name][value] ?? 0;
        const isChosen = filter[name].includes(value);
        return count > 0 || isChosen ? [{ value, label, count, chosen: isChosen }] : [];
      }),
    })),
  };
});

export default function Results() {
  const { list, filter, facets, isFirst, feed } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const base = `/${lang}/results`;
  const pairs = Object.entries(filter).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const hrefOf = (kept: [string, string][]) => (kept.length > 0 ? `${base}?${new URLSearchParams(kept)}` : base);
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
          <PreviousNext
            previousHref={isFirst ? undefined : hrefOf(pairs)}
            nextHref={list.next ? hrefOf([...pairs, ["after", list.next]]) : undefined}
          />
          <p className="s">
            <a href={feed}>{t("results:follow")}</a>
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
        <a href={`/${lang}/catalogue`}>{t("catalogue:title")}</a>
      </p>
    </Head>
  );
}
