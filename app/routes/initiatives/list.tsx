import { useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { PUBLIC_STATES } from "#app/domain/initiatives/file-view.ts";
import { TRACKS } from "#app/domain/initiatives/initiative.ts";
import { countFacets, type InitiativeFilter, listInitiatives } from "#app/domain/initiatives/queries.server.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { InitiativeRow } from "#app/ui/initiatives/initiative-row.tsx";
import { listAddress, listFacets } from "#app/ui/initiatives/list-filters.ts";
import { listNames, nameOf } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { AppliedFilters, FilterPanel } from "#app/ui/lists/filter-panel.tsx";
import { ListFoot } from "#app/ui/lists/list-foot.tsx";
import { HitList } from "#app/ui/lists/search-hit.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

const PER_PAGE = 20;

export const loader = publicLoader(async ({ url, lang, t }) => {
  const catalogue = await loadCatalogue();
  const chosen = (name: string, known: readonly string[]) => {
    const asked = new Set(url.searchParams.getAll(name));
    return known.filter((value) => asked.has(value));
  };
  const filter: InitiativeFilter = {
    states: chosen("state", PUBLIC_STATES),
    tracks: chosen("track", TRACKS),
    fields: chosen(
      "field",
      catalogue.fieldsOfScience.map((one) => one.code),
    ),
    provinces: chosen(
      "province",
      catalogue.provinces.map((one) => one.code),
    ),
    products: chosen(
      "product",
      catalogue.products.map((one) => one.code),
    ),
  };
  const after = url.searchParams.get("after");
  const [page, counts] = await Promise.all([listInitiatives(filter, { limit: PER_PAGE, after }), countFacets(filter)]);
  const used = catalogue.products.filter(({ code }) => counts.product[code] || filter.products.includes(code));
  return {
    title: t("initiatives:list.title"),
    description: t("initiatives:list.lede"),
    feed: `/${lang}/initiatives.atom`,
    ...page,
    isFirst: after === null,
    filter,
    counts,
    names: listNames(catalogue, used, lang),
  };
});

export default function InitiativeList() {
  const { items, names, filter, counts, feed, isFirst, next } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const base = `/${lang}/initiatives`;
  const facets = listFacets(t, names, filter, counts);
  const applied = facets.flatMap(({ name, options }) =>
    options.filter((one) => one.chosen).map((one) => ({ name, ...one })),
  );
  const isNarrowed = applied.length > 0 || !isFirst;
  return (
    <Page crumbs={[{ label: t("initiatives:list.title") }]}>
      <Head title={t("initiatives:list.title")} lede={t("initiatives:list.lede")}>
        <p className="row">
          <a className="btn" href={`/${lang}/submit`}>
            {t("initiatives:list.submit")}
          </a>
          <a href={`/${lang}/challenges`}>{t("challenges:seeAll")}</a>
        </p>
      </Head>
      <div className="cols side-l">
        <FilterPanel action={base} facets={facets} />
        <div>
          <h2 className="vh">{t("initiatives:list.listed")}</h2>
          <AppliedFilters
            filters={applied.map(({ name, value, label }) => ({
              label: String(label),
              href: listAddress(base, facets, { without: [name, value] }),
            }))}
          />
          {items.length > 0 ? (
            <HitList>
              {items.map((item) => (
                <InitiativeRow key={item.code} item={item} province={nameOf(names.provinces, item.provinceCode)} />
              ))}
            </HitList>
          ) : (
            <EmptyState
              title={t("initiatives:list.none")}
              {...(isNarrowed ? { action: { href: base, label: t("initiatives:list.all") } } : {})}
            >
              {t("initiatives:list.noneText")}
            </EmptyState>
          )}
          <ListFoot
            isFirst={isFirst}
            firstHref={listAddress(base, facets)}
            nextHref={next && listAddress(base, facets, { after: next })}
            feed={{ href: feed, label: t("initiatives:list.feed") }}
          />
        </div>
      </div>
    </Page>
  );
}
