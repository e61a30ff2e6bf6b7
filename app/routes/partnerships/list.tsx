import { useLoaderData } from "@remix-run/react";
import { HOUSES } from "#app/domain/accounts/actor.ts";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { PARTNERSHIP_STATES } from "#app/domain/partnerships/partnership.ts";
import {
  countPartnerships,
  FILTERS,
  type FilterName,
  listPartnerships,
} from "#app/domain/partnerships/queries.server.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { narrowing, paged } from "#app/ui/lists/addresses.ts";
import { AppliedFilters, FilterPanel } from "#app/ui/lists/filter-panel.tsx";
import { ListFoot } from "#app/ui/lists/list-foot.tsx";
import { HitList } from "#app/ui/lists/search-hit.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { PartnershipHit } from "#app/ui/partnerships/partnership-hit.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

const PER_PAGE = 20;

type Labels = Record<FilterName, ReadonlyMap<string, string>>;

export const loader = publicLoader(async ({ url, lang, t, actor }) => {
  const catalogue = await loadCatalogue();
  const labels = labelsOf(catalogue, lang, t);
  const filter = filterIn(url, labels);
  const after = url.searchParams.get("after");
  const [{ items, next }, counts] = await Promise.all([
    listPartnerships(filter, { limit: PER_PAGE, after }),
    countPartnerships(filter),
  ]);
  return {
    title: t("partnerships:title"),
    description: t("partnerships:lede"),
    feed: `/${lang}/partnerships.atom`,
    items: items.map((item) => ({
      ...item,
      products: item.productCodes.flatMap((code) => labels.product.get(code) ?? []),
    })),
    ...narrowing(url, {
      ...{ names: FILTERS, labels, chosen: filter },
      legendOf: (name) => t(`partnerships:filter.${name}`),
      countOf: (name, value) => counts.find((it) => it.facet === name && it.value === value)?.count ?? 0,
    }),
    isFirst: after === null,
    firstHref: paged(url, null),
    nextHref: next ? paged(url, next) : null,
    mayPropose: actor?.roles.some(({ role }) => role === "PARTY_REP") ?? false,
  };
});

function labelsOf(catalogue: Catalogue, lang: Language, t: Translate): Labels {
  return {
    group: new Map(catalogue.groups.map((it) => [it.code, it.names[lang]])),
    product: new Map(catalogue.products.map((it) => [it.code, it.names[lang]])),
    province: new Map(catalogue.provinces.map((it) => [it.code, it.names[lang]])),
    house: new Map(HOUSES.map((house) => [house, t(`house:${house}`)])),
    state: new Map(PARTNERSHIP_STATES.map((state) => [state, t(`partnerships:state.${state}`)])),
  };
}

/** What the address asks for, as far as it exists; anything else asks for nothing. */
function filterIn(url: URL, labels: Labels): Record<FilterName, string[]> {
  const asked = (name: FilterName) =>
    [...new Set(url.searchParams.getAll(name))].filter((value) => labels[name].has(value));
  return {
    ...{ group: asked("group"), product: asked("product"), house: asked("house") },
    ...{ province: asked("province"), state: asked("state") },
  };
}

export default function Partnerships() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const base = `/${lang}/partnerships`;
  return (
    <Page crumbs={[{ label: t("partnerships:title") }]}>
      <Head title={t("partnerships:title")} lede={t("partnerships:lede")}>
        <p className="row">
          {page.mayPropose ? (
            <a className="btn" href={`${base}/new`}>
              {t("partnerships:propose.action")}
            </a>
          ) : null}
          <a className="btn alt" href={`${base}/calls`}>
            {t("calls:title")}
          </a>
          <a className="btn alt" href={`${base}/workbench`}>
            {t("workbench:link")}
          </a>
          <a className="btn alt" href={`${base}/totals`}>
            {t("exports:totals.link")}
          </a>
        </p>
      </Head>
      <div className="cols side-l">
        <FilterPanel action={base} facets={page.facets} />
        <div>
          <h2 className="vh">{t("partnerships:listed")}</h2>
          <AppliedFilters filters={page.applied} />
          {page.items.length === 0 ? (
            <EmptyState
              title={t(page.applied.length > 0 ? "partnerships:noneMatching" : "partnerships:none")}
              action={{ href: page.applied.length > 0 ? base : `${base}/new`, label: emptyAction(page.applied.length) }}
            >
              {t("partnerships:noneText")}
            </EmptyState>
          ) : (
            <HitList>
              {page.items.map((item) => (
                <PartnershipHit key={item.code} {...item} />
              ))}
            </HitList>
          )}
          <ListFoot {...page} feed={{ href: `${base}.atom`, label: t("partnerships:feed") }} />
          <p className="s">
            <a href={`${base}/ocds.json`} type="application/json">
              {t("exports:allOcds")}
            </a>
          </p>
        </div>
      </div>
    </Page>
  );

  function emptyAction(filters: number): string {
    return t(filters > 0 ? "partnerships:allOfThem" : "partnerships:propose.action");
  }
}
