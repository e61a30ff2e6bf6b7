import { useLoaderData } from "@remix-run/react";
import { HOUSES } from "#app/domain/accounts/actor.ts";
import { type Catalogue, withCounterparts } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { mayCall } from "#app/domain/partnerships/calls/call.policy.ts";
import { CALL_KINDS, CALL_NEEDS, CALL_VIEWS } from "#app/domain/partnerships/calls/call.ts";
import { countCalls, listCalls } from "#app/domain/partnerships/calls/queries.server.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { CallHit } from "#app/ui/calls/call-hit.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { narrowing, paged, wordsIn } from "#app/ui/lists/addresses.ts";
import { FilterPanel } from "#app/ui/lists/filter-panel.tsx";
import { ListFoot } from "#app/ui/lists/list-foot.tsx";
import { Narrow } from "#app/ui/lists/narrow.tsx";
import { HitList } from "#app/ui/lists/search-hit.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

const PER_PAGE = 20;
const FILTERS = ["view", "kind", "need", "product", "house", "level", "province"] as const;
const BANDS = { "1-3": [1, 2, 3], "4-6": [4, 5, 6], "7-9": [7, 8, 9] } as const;
const BAND_NAMES = ["1-3", "4-6", "7-9"] as const;

export const loader = publicLoader(async ({ url, lang, t, actor }) => {
  const catalogue = await loadCatalogue();
  const labels = labelsOf(catalogue, lang, t);
  const asked = (name: string) => new Set(url.searchParams.getAll(name));
  const bands = BAND_NAMES.filter((band) => asked("level").has(band));
  const products = [...labels.product.keys()].filter((code) => asked("product").has(code));
  const text = wordsIn(url);
  const filter = {
    views: CALL_VIEWS.filter((view) => asked("view").has(view)),
    kinds: CALL_KINDS.filter((kind) => asked("kind").has(kind)),
    needs: CALL_NEEDS.filter((need) => asked("need").has(need)),
    products: withCounterparts(catalogue, products),
    provinces: [...labels.province.keys()].filter((code) => asked("province").has(code)),
    houses: HOUSES.filter((house) => asked("house").has(house)),
    levels: bands.flatMap((band) => BANDS[band]),
    text,
  };
  const after = url.searchParams.get("after");
  const [{ items, next }, counts] = await Promise.all([listCalls(filter, { limit: PER_PAGE, after }), countCalls()]);
  const { views: view, kinds: kind, needs: need, houses: house, provinces: province } = filter;
  return {
    title: t("calls:title"),
    description: t("calls:lede"),
    feed: `/${lang}/partnerships/calls.atom`,
    ...{ items, text, today: dayInVietnam(new Date()) },
    ...narrowing(url, {
      ...{ names: FILTERS, labels, chosen: { view, kind, need, product: products, house, level: bands, province } },
      legendOf: (name) => t(`calls:filter.${name}`),
      countOf: (name, value) => counts[name][value] ?? 0,
    }),
    isFirst: after === null,
    firstHref: paged(url, null),
    nextHref: next ? paged(url, next) : null,
    mayCall: mayCall(actor),
  };
});

function labelsOf(catalogue: Catalogue, lang: Language, t: Translate) {
  return {
    view: new Map<string, string>(CALL_VIEWS.map((view) => [view, t(`calls:view.${view}`)])),
    kind: new Map<string, string>(CALL_KINDS.map((kind) => [kind, t(`calls:kind.${kind}`)])),
    need: new Map<string, string>(CALL_NEEDS.map((need) => [need, t(`calls:need.${need}`)])),
    product: new Map(catalogue.products.map((one) => [one.code, one.names[lang]])),
    house: new Map<string, string>(HOUSES.map((house) => [house, t(`house:${house}`)])),
    level: new Map<string, string>(BAND_NAMES.map((band) => [band, t(`calls:level.${band}`)])),
    province: new Map(catalogue.provinces.map((one) => [one.code, one.names[lang]])),
  };
}

export default function Calls() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const base = `/${lang}/partnerships/calls`;
  const isNarrowed = page.applied.length > 0 || page.text !== "";
  return (
    <Page crumbs={[{ label: t("partnerships:title"), href: `/${lang}/partnerships` }, { label: t("calls:title") }]}>
      <Head title={t("calls:title")} lede={t("calls:lede")}>
        {page.mayCall ? (
          <p className="row">
            <a className="btn" href={`${base}/new`}>
              {t("calls:write")}
            </a>
            <a className="btn alt" href={`/${lang}/me/calls`}>
              {t("calls:own.title")}
            </a>
          </p>
        ) : null}
      </Head>
      <div className="cols side-l">
        <FilterPanel action={base} facets={page.facets} hidden={page.text ? { q: page.text } : {}} />
        <div>
          <h2 className="vh">{t("calls:listed")}</h2>
          <Narrow action={base} label={t("calls:words")} text={page.text} kept={page.kept} applied={page.applied} />
          {page.items.length === 0 ? (
            <EmptyState
              title={t(isNarrowed ? "calls:noneMatching" : "calls:none")}
              {...(isNarrowed ? { action: { href: base, label: t("calls:all") } } : {})}
            >
              {t("calls:noneText")}
            </EmptyState>
          ) : (
            <HitList>
              {page.items.map((item) => (
                <CallHit key={item.code} item={item} today={page.today} />
              ))}
            </HitList>
          )}
          <ListFoot {...page} feed={{ href: `${base}.atom`, label: t("calls:feed") }} />
        </div>
      </div>
    </Page>
  );
}
