import { type Actor, HOUSES } from "#app/domain/accounts/actor.ts";
import { type Catalogue, productsOn, withCounterparts } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { mayCall } from "#app/domain/partnerships/calls/call.policy.ts";
import { CALL_VIEWS, type CallKind, needsOf } from "#app/domain/partnerships/calls/call.ts";
import { countCalls, EVERY_CALL, listCalls } from "#app/domain/partnerships/calls/queries.server.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { narrowing, paged, wordsIn } from "#app/ui/lists/addresses.ts";
import { atom } from "#app/web/feed.server.ts";
import type { PageRequest } from "#app/web/guard.server.ts";

const NEWEST = 50;
const PER_PAGE = 20;
const FILTERS = ["view", "kind", "need", "product", "house", "level", "province"] as const;
const BANDS = { "1-3": [1, 2, 3], "4-6": [4, 5, 6], "7-9": [7, 8, 9] } as const;
const BAND_NAMES = ["1-3", "4-6", "7-9"] as const;

/** One page of the published calls of these kinds, narrowed as the address asks. Four statements. */
export async function callList(
  { url, lang, t, actor }: PageRequest<Actor | null>,
  kinds: readonly [CallKind, ...CallKind[]],
) {
  const catalogue = await loadCatalogue();
  const asked = (name: string) => new Set(url.searchParams.getAll(name));
  const labels = labelsOf({ catalogue, kinds, lang, t, former: asked("product") });
  const bands = BAND_NAMES.filter((band) => asked("level").has(band));
  const products = [...labels.product.keys()].filter((code) => asked("product").has(code));
  const text = wordsIn(url);
  const chosen = kinds.filter((kind) => asked("kind").has(kind));
  const filter = {
    views: CALL_VIEWS.filter((view) => asked("view").has(view)),
    kinds: chosen.length > 0 ? chosen : kinds,
    needs: needsOf(kinds[0]).filter((need) => asked("need").has(need)),
    products: withCounterparts(catalogue, products),
    provinces: [...labels.province.keys()].filter((code) => asked("province").has(code)),
    houses: HOUSES.filter((house) => asked("house").has(house)),
    levels: bands.flatMap((band) => BANDS[band]),
    text,
  };
  const after = url.searchParams.get("after");
  const [{ items, next }, counts] = await Promise.all([
    listCalls(filter, { limit: PER_PAGE, after }),
    countCalls(catalogue, kinds, filter),
  ]);
  const { views: view, needs: need, houses: house, provinces: province } = filter;
  return {
    ...{ items, text, today: dayInVietnam(new Date()) },
    ...narrowing(url, {
      ...{
        names: FILTERS,
        labels,
        chosen: { view, kind: chosen, need, product: products, house, level: bands, province },
      },
      legendOf: (name) => t(`calls:filter.${name}`),
      countOf: (name, value) => counts[name][value] ?? 0,
    }),
    isFirst: after === null,
    firstHref: paged(url, null),
    nextHref: next ? paged(url, next) : null,
    mayCall: mayCall(actor),
  };
}

/** The newest of these kinds that take interests, as a feed. */
export async function callFeed(
  page: PageRequest<Actor | null>,
  kinds: readonly CallKind[],
  told: { title: string; lede: string; path: string },
) {
  const { lang, t } = page;
  const { items } = await listCalls({ ...EVERY_CALL, kinds, views: ["open"] }, { limit: NEWEST });
  return atom(page, {
    title: `${t("frame:name")}: ${told.title}`,
    description: told.lede,
    path: told.path,
    items: items.map((item) => ({
      path: `/${lang}/partnerships/calls/${item.code}`,
      title: `${t(`calls:kind.${item.kind}`)}: ${pickText(item.title, lang)?.text ?? item.code}`,
      text: pickText(item.text, lang)?.text ?? "",
      at: new Date(item.publishedAt),
    })),
  });
}

/** What the filters offer: of products those in force, and one of the former edition where it is asked for. */
function labelsOf(given: {
  catalogue: Catalogue;
  kinds: readonly [CallKind, ...CallKind[]];
  lang: Language;
  t: Translate;
  former: ReadonlySet<string>;
}) {
  const { catalogue, kinds, lang, t, former } = given;
  const inForce = new Set(productsOn(catalogue, dayInVietnam(new Date())));
  const products = catalogue.products.filter((one) => inForce.has(one) || former.has(one.code));
  return {
    view: new Map<string, string>(CALL_VIEWS.map((view) => [view, t(`calls:view.${view}`)])),
    kind: new Map<string, string>(kinds.map((kind) => [kind, t(`calls:kind.${kind}`)])),
    need: new Map<string, string>(needsOf(kinds[0]).map((need) => [need, t(`calls:need.${need}`)])),
    product: new Map(products.map((one) => [one.code, one.names[lang]])),
    house: new Map<string, string>(HOUSES.map((house) => [house, t(`house:${house}`)])),
    level: new Map<string, string>(BAND_NAMES.map((band) => [band, t(`calls:level.${band}`)])),
    province: new Map(catalogue.provinces.map((one) => [one.code, one.names[lang]])),
  };
}
