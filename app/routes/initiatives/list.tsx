import { useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { PUBLIC_STATES } from "#app/domain/initiatives/file-view.ts";
import { TRACKS } from "#app/domain/initiatives/initiative.ts";
import { countFacets, type InitiativeFilter, listInitiatives } from "#app/domain/initiatives/queries.server.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { InitiativeRow, stateWords } from "#app/ui/initiatives/initiative-row.tsx";
import { listNames, nameOf } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { AppliedFilters, type Facet, FilterPanel } from "#app/ui/lists/filter-panel.tsx";
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
  const [page, counts] = await Promise.all([listInitiatives(filter, { limit: PER_PAGE, after }), countFacets()]);
  const used = catalogue.products.filter((one) => counts.product[one.code]);
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
  const { items, next, isFirst, filter, counts, names, feed } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const base = `/${lang}/initiatives`;
  const facets = facetsOf();
  const applied = facets.flatMap((facet) =>
    facet.options.filter((option) => option.chosen).map((option) => ({ facet, option })),
  );
  return (
    <Page crumbs={[{ label: t("initiatives:list.title") }]}>
      <Head title={t("initiatives:list.title")} lede={t("initiatives:list.lede")}>
        <p className="row">
          <a className="btn" href={`/${lang}/submit`}>
            {t("initiatives:list.submit")}
          </a>
        </p>
      </Head>
      <div className="cols side-l">
        <FilterPanel action={base} facets={facets} />
        <div>
          <AppliedFilters
            filters={applied.map(({ facet, option }) => ({
              label: String(option.label),
              href: addressOf({ leave: [facet.name, option.value] }),
            }))}
          />
          {items.length === 0 ? (
            <EmptyState
              title={t("initiatives:list.none")}
              {...(applied.length > 0 || !isFirst ? { action: { href: base, label: t("initiatives:list.all") } } : {})}
            >
              {t("initiatives:list.noneText")}
            </EmptyState>
          ) : (
            <HitList>
              {items.map((item) => (
                <InitiativeRow key={item.code} item={item} province={nameOf(names.provinces, item.provinceCode)} />
              ))}
            </HitList>
          )}
          <nav className="pages" aria-label={t("common:pages.label")}>
            <p className="row s">
              {isFirst ? null : <a href={addressOf({})}>{t("initiatives:list.first")}</a>}
              {next ? (
                <a href={addressOf({ after: next })} rel="next">
                  {t("common:pages.next")}
                </a>
              ) : null}
              <a href={feed}>{t("initiatives:list.feed")}</a>
            </p>
          </nav>
        </div>
      </div>
    </Page>
  );

  function facetsOf(): Facet[] {
    const { fields, provinces, products } = names;
    const broad = fields.filter((one) => one.parentCode === null);
    return [
      facet("state", "states", PUBLIC_STATES, (code) => stateWords(code, t), counts.state),
      facet("track", "tracks", ["ORDINARY", "BREAKTHROUGH"], (code) => trackWords(code), counts.track),
      facet("field", "fields", codesOf(broad), (code) => nameOf(fields, code) ?? code, counts.field),
      facet("province", "provinces", codesOf(provinces), (code) => nameOf(provinces, code) ?? code, counts.province),
      facet("product", "products", codesOf(products), (code) => nameOf(products, code) ?? code, counts.product),
    ];
  }

  function facet(
    name: "state" | "track" | "field" | "province" | "product",
    key: keyof InitiativeFilter,
    codes: readonly string[],
    words: (code: string) => string,
    count: Record<string, number>,
  ): Facet {
    const options = codes
      .map((value) => ({ value, label: words(value), count: count[value] ?? 0, chosen: filter[key].includes(value) }))
      .filter((option) => option.count > 0 || option.chosen);
    return { name, legend: t(`initiatives:facet.${name}`), options };
  }

  function trackWords(code: string): string {
    return t(`initiatives:track.${code === "BREAKTHROUGH" ? "BREAKTHROUGH" : "ORDINARY"}`);
  }

  function addressOf(change: { leave?: readonly [string, string]; after?: string }): string {
    const query = new URLSearchParams();
    for (const { facet, option } of applied)
      if (!(facet.name === change.leave?.[0] && option.value === change.leave[1]))
        query.append(facet.name, option.value);
    if (change.after) query.set("after", change.after);
    return query.size > 0 ? `${base}?${query}` : base;
  }
}

function codesOf(list: readonly { code: string }[]): string[] {
  return list.map((one) => one.code);
}
