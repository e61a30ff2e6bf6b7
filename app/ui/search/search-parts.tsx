import { Text } from "#app/ui/foreign.tsx";
import { DateField } from "#app/ui/form/field.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { AppliedFilters, FilterPanel } from "#app/ui/lists/filter-panel.tsx";
import { Pagination } from "#app/ui/lists/pagination.tsx";
import { HitList, SearchHit } from "#app/ui/lists/search-hit.tsx";
import { type House, HouseName } from "#app/ui/marks/house.tsx";
import { EmptyState, Notice } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { Readiness } from "#app/ui/marks/readiness.tsx";
import { SaveBar } from "#app/ui/search/save-bar.tsx";
import type { FacetView, HitView, SearchView } from "#app/ui/search/search-view.ts";

/** The field of the search page; what is chosen besides stays chosen. */
export function SearchField(props: { view: SearchView }) {
  const { lang, t } = useLanguage();
  const { text, kept } = props.view;
  return (
    <form
      className="find big read"
      role="search"
      action={`/${lang}/search`}
      data-suggest={t("frame:search.suggestions")}
    >
      <label className="vh" htmlFor="q">
        {t("search:field")}
      </label>
      <input className="in" id="q" name="q" type="search" defaultValue={text} maxLength={300} />
      <Kept filters={kept.filters} sort={kept.sort} />
      <button className="btn" type="submit">
        {t("frame:search.button")}
      </button>
    </form>
  );
}

/** What was searched for, when it is not what was typed, and the way to the letter. */
export function Meant(props: { view: SearchView }) {
  const { t } = useLanguage();
  const { text, corrected, relaxed, literal, literalHref, wideHref, total } = props.view;
  const toTheLetter = <a href={literalHref}>{t("search:literally", { text })}</a>;
  if (literal) {
    return (
      <p className="mean">
        {t("search:isLiteral", { text })} <a href={wideHref}>{t("search:wider")}</a>
      </p>
    );
  }
  if (corrected) {
    return (
      <p className="mean">
        {t("search:didYouMean")}{" "}
        <a href={corrected.href}>
          <strong>{corrected.text}</strong>
        </a>
        {t("search:showsThat")} {toTheLetter}
      </p>
    );
  }
  if (relaxed && total > 0) {
    return (
      <p className="mean">
        {t("search:relaxed")} {toTheLetter}
      </p>
    );
  }
  return null;
}

export function Facets(props: { view: SearchView }) {
  const { lang, t } = useLanguage();
  const { facets, days, text, kept } = props.view;
  return (
    <FilterPanel
      action={`/${lang}/search`}
      facets={facets.map(({ name, options }) => ({
        name,
        legend: t(`search:facet.${name}`),
        options: options.map((option) => ({ ...option, label: labelOf(name, option) })),
      }))}
      hidden={{
        q: text === "" ? undefined : text,
        sort: kept.sort ?? undefined,
        literal: kept.literal ? "1" : undefined,
      }}
    >
      <fieldset>
        <legend>{t("search:days.legend")}</legend>
        <div>
          <DateField name="from" label={t("search:days.from")} optional {...days.from} />
          <DateField name="to" label={t("search:days.to")} optional {...days.to} />
        </div>
      </fieldset>
    </FilterPanel>
  );
}

function labelOf(name: FacetView["name"], option: { value: string; label: string }) {
  const house = (["STATE", "SCHOOL", "ENTERPRISE"] as const).find(
    (one): one is House & typeof one => one === option.value,
  );
  return name === "house" && house ? <HouseName house={house} /> : option.label;
}

/** How many, in which order, under which filters, and the hits themselves. */
export function Results(props: { view: SearchView; hrefOf: (page: number) => string }) {
  const { t } = useLanguage();
  const { view, hrefOf } = props;
  const { page, pages, total, hits, applied } = view;
  const count = t(view.totalIsLowerBound ? "search:moreThan" : "search:results", { count: total });
  return (
    <section aria-labelledby="found">
      <div className="row between res">
        <h2 id="found">
          {count}
          {pages > 1 ? <span className="soft pg">{t("search:pageOf", { page, pages })}</span> : null}
        </h2>
        <Order view={view} />
      </div>
      {view.degraded ? <Notice warn>{t("search:degraded")}</Notice> : null}
      <AppliedFilters filters={applied} />
      {hits.length > 0 ? (
        <HitList>
          {hits.map((hit) => (
            <Hit key={hit.code} hit={hit} />
          ))}
        </HitList>
      ) : (
        <NothingFound view={view} />
      )}
      <SaveBar view={view} />
      <Pagination page={Math.min(page, Math.max(pages, 1))} pages={pages} hrefOf={hrefOf} label={t("search:pages")} />
    </section>
  );
}

function Hit(props: { hit: HitView }) {
  const { t } = useLanguage();
  const { type, code, href, title, snippet, parties, trl, commercialised, stale } = props.hit;
  const [first, ...others] = parties;
  return (
    <SearchHit
      tag={t(`search:kind.${type}`)}
      code={code}
      href={href}
      title={title.text}
      titleLang={title.lang}
      snippet={snippet?.text}
      snippetLang={snippet?.lang}
    >
      {first ? (
        <PartyBadge
          house={first.house}
          name={
            <>
              <Text of={first.name} badge={false} />
              {others.length > 0 ? ` ${t("search:others", { count: others.length })}` : null}
            </>
          }
        />
      ) : null}
      {trl === null ? null : <Readiness level={trl} />}
      {commercialised ? <span>{t("search:value.commercialised.true")}</span> : null}
      {stale ? <span className="s soft">{t("search:stale")}</span> : null}
    </SearchHit>
  );
}

function Order(props: { view: SearchView }) {
  const { lang, t } = useLanguage();
  const { text, sort, sorts, kept } = props.view;
  return (
    <form className="row s" action={`/${lang}/search`}>
      {text === "" ? null : <input type="hidden" name="q" value={text} />}
      <Kept filters={kept.filters} literal={kept.literal} />
      <label htmlFor="sort">{t("search:sort")}</label>
      <select className="in sm" id="sort" name="sort" defaultValue={sort}>
        {sorts.map((name) => {
          const key = `search:order.${name}`;
          return (
            <option key={name} value={name}>
              {t.has(key) ? t(key) : name}
            </option>
          );
        })}
      </select>
      <button className="btn alt sm" type="submit">
        {t("search:doSort")}
      </button>
    </form>
  );
}

function NothingFound(props: { view: SearchView }) {
  const { lang, t } = useLanguage();
  const { text, suggestion, applied } = props.view;
  const withoutFilters = { href: `/${lang}/search?${new URLSearchParams({ q: text })}`, label: t("search:unfiltered") };
  const everything = { href: `/${lang}/search`, label: t("search:startOver") };
  return (
    <EmptyState
      title={text === "" ? t("search:nothingHere") : t("search:nothing", { text })}
      action={applied.length > 0 && text !== "" ? withoutFilters : everything}
    >
      {suggestion ? (
        <>
          {t("search:didYouMean")} <a href={suggestion.href}>{suggestion.text}</a>?{" "}
        </>
      ) : null}
      {t("search:nothingHints")}
    </EmptyState>
  );
}

/** What the other forms of the page chose, carried along. */
function Kept(props: { filters: [string, string][]; sort?: string | null; literal?: boolean }) {
  return (
    <>
      {props.filters.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {props.sort ? <input type="hidden" name="sort" value={props.sort} /> : null}
      {props.literal ? <input type="hidden" name="literal" value="1" /> : null}
    </>
  );
}
