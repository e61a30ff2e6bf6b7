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
import { narrowing, paged, wordsIn } from "#app/ui/lists/addresses.ts";
import { FilterPanel } from "#app/ui/lists/filter-panel.tsx";
import { ListFoot } from "#app/ui/lists/list-foot.tsx";
import { Narrow } from "#app/ui/lists/narrow.tsx";
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
  const text = wordsIn(url);
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
    ...narrowing(url, {
      ...{ names: FILTERS, labels, chosen },
      legendOf: (name) => t(`challenges:filter.${name}`),
      countOf: (name, value) => counts[name][value] ?? 0,
    }),
    isFirst: after === null,
    firstHref: paged(url, null),
    nextHref: next ? paged(url, next) : null,
    mayPose: mayPose(actor),
  };
});

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
          <Narrow
            action={base}
            label={t("challenges:words")}
            text={page.text}
            kept={page.kept}
            applied={page.applied}
          />
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
          <ListFoot {...page} feed={{ href: `${base}.atom`, label: t("challenges:feed") }} />
        </div>
      </div>
    </Page>
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
