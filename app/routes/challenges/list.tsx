import { useLoaderData } from "@remix-run/react";
import { HOUSES } from "#app/domain/accounts/actor.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { mayPose } from "#app/domain/initiatives/challenges/challenge.policy.ts";
import { CHALLENGE_VIEWS } from "#app/domain/initiatives/challenges/challenge.ts";
import { countChallenges, listChallenges, listOwnDrafts } from "#app/domain/initiatives/challenges/queries.server.ts";
import { ChallengeHit } from "#app/ui/challenges/challenge-hit.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { AppliedFilters, FilterPanel } from "#app/ui/lists/filter-panel.tsx";
import { PreviousNext } from "#app/ui/lists/pagination.tsx";
import { HitList } from "#app/ui/lists/search-hit.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

const PER_PAGE = 20;
const FILTERS = ["view", "product", "province", "house"] as const;

export const loader = publicLoader(async ({ url, lang, t, actor }) => {
  const catalogue = await loadCatalogue();
  const labels = {
    view: new Map<string, string>(CHALLENGE_VIEWS.map((view) => [view, t(`challenges:view.${view}`)])),
    product: new Map(catalogue.products.map((one) => [one.code, one.names[lang]])),
    province: new Map(catalogue.provinces.map((one) => [one.code, one.names[lang]])),
    house: new Map<string, string>(HOUSES.map((house) => [house, t(`house:${house}`)])),
  };
  const asked = (name: string) => new Set(url.searchParams.getAll(name));
  const text = (url.searchParams.get("q") ?? "").replaceAll("\0", "").slice(0, 100).trim();
  const filter = {
    views: CHALLENGE_VIEWS.filter((view) => asked("view").has(view)),
    products: [...labels.product.keys()].filter((code) => asked("product").has(code)),
    provinces: [...labels.province.keys()].filter((code) => asked("province").has(code)),
    houses: HOUSES.filter((house) => asked("house").has(house)),
    text,
  };
  const after = url.searchParams.get("after");
  const [{ items, next }, counts, drafts] = await Promise.all([
    listChallenges(filter, { limit: PER_PAGE, after }),
    countChallenges(),
    listOwnDrafts(actor),
  ]);
  const chosen: Record<(typeof FILTERS)[number], readonly string[]> = {
    ...{ view: filter.views, product: filter.products, province: filter.provinces, house: filter.houses },
  };
  return {
    title: t("challenges:title"),
    description: t("challenges:lede"),
    feed: `/${lang}/challenges.atom`,
    ...{ items, drafts, text },
    facets: FILTERS.map((name) => ({
      name,
      legend: t(`challenges:filter.${name}`),
      options: [...labels[name]].flatMap(([value, label]) => {
        const count = counts[name][value] ?? 0;
        const isChosen = chosen[name].includes(value);
        return count > 0 || isChosen ? [{ value, label, count, chosen: isChosen }] : [];
      }),
    })),
    applied: FILTERS.flatMap((name) =>
      chosen[name].map((value) => ({ label: labels[name].get(value) ?? value, href: without(url, name, value) })),
    ),
    kept: FILTERS.flatMap((name) => chosen[name].map((value): [string, string] => [name, value])),
    isFirst: after === null,
    firstHref: paged(url, null),
    nextHref: next ? paged(url, next) : null,
    mayPose: mayPose(actor),
  };
});

function without(url: URL, name: string, value: string): string {
  const rest = [...url.searchParams].filter(([n, v]) => n !== "after" && !(n === name && v === value));
  return `${url.pathname}?${new URLSearchParams(rest)}`;
}

function paged(url: URL, after: string | null): string {
  const rest = new URLSearchParams([...url.searchParams].filter(([name]) => name !== "after"));
  if (after !== null) rest.set("after", after);
  return `${url.pathname}?${rest}`;
}

export default function Challenges() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const base = `/${lang}/challenges`;
  const isNarrowed = page.applied.length > 0 || page.text !== "";
  return (
    <Page
      crumbs={[{ label: t("initiatives:list.title"), href: `/${lang}/initiatives` }, { label: t("challenges:title") }]}
    >
      <Head title={t("challenges:title")} lede={t("challenges:lede")}>
        {page.mayPose ? (
          <p className="row">
            <a className="btn" href={`${base}/new`}>
              {t("challenges:pose")}
            </a>
          </p>
        ) : null}
      </Head>
      <div className="cols side-l">
        <FilterPanel action={base} facets={page.facets} hidden={page.text ? { q: page.text } : {}} />
        <div>
          <h2 className="vh">{t("challenges:listed")}</h2>
          <Narrow text={page.text} kept={page.kept} applied={page.applied} />
          <OwnDrafts drafts={page.drafts} />
          {page.items.length === 0 ? (
            <EmptyState
              title={t(isNarrowed ? "challenges:noneMatching" : "challenges:none")}
              {...(isNarrowed ? { action: { href: base, label: t("challenges:all") } } : {})}
            >
              {t("challenges:noneText")}
            </EmptyState>
          ) : (
            <HitList>
              {page.items.map((item) => (
                <ChallengeHit key={item.code} item={item} />
              ))}
            </HitList>
          )}
          <PreviousNext
            previousHref={page.isFirst ? undefined : page.firstHref}
            nextHref={page.nextHref ?? undefined}
          />
          <p className="s">
            <a href={`${base}.atom`} type="application/atom+xml">
              {t("challenges:feed")}
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}

/** Words to look for in title, problem and criteria; the filters in force stay. */
function Narrow(props: {
  text: string;
  kept: readonly [string, string][];
  applied: readonly { label: string; href: string }[];
}) {
  const { lang, t } = useLanguage();
  return (
    <>
      <label className="lab" htmlFor="f-q">
        {t("challenges:words")}
      </label>
      <form className="find read" action={`/${lang}/challenges`}>
        <input className="in" id="f-q" name="q" type="search" defaultValue={props.text} maxLength={100} />
        {props.kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <button className="btn" type="submit">
          {t("frame:search.button")}
        </button>
      </form>
      <AppliedFilters filters={props.applied} />
    </>
  );
}

function OwnDrafts(props: { drafts: readonly { code: string; title: Parameters<typeof Text>[0]["of"] }[] }) {
  const { lang, t } = useLanguage();
  if (props.drafts.length === 0) return null;
  return (
    <div className="note flow tight">
      <p>
        <strong>{t("challenges:drafts")}</strong>
      </p>
      <ul>
        {props.drafts.map((draft) => (
          <li key={draft.code}>
            <a href={`/${lang}/challenges/${draft.code}`}>
              {draft.code}: <Text of={draft.title} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
