import { LANGUAGE_NAMES, LANGUAGES } from "#app/platform/languages/languages.ts";
import { Brand } from "#app/ui/frame/brand.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import type { Reader } from "#app/ui/reader.ts";

/** The six areas of the portal, in the order of the header; each is also its address. */
export const AREAS = ["initiatives", "partnerships", "results", "monitoring", "obligations", "record"] as const;

export type Area = (typeof AREAS)[number];

export type HeaderProps = {
  /** The address of this page behind the language, with its query: `/initiatives?page=2`, or empty for home. */
  path: string;
  /** The area of the page where its address says another. */
  area?: Area | undefined;
  /** Who is signed in. */
  person: Reader | null;
  /** What the search field shows; `null` on pages that have a search of their own. */
  search?: string | null | undefined;
};

/** Roof line, mark, search, sign-in, languages and areas. Below 68 rem all but the mark sits behind "menu". */
export function Header(props: HeaderProps) {
  const { t } = useLanguage();
  const search = props.search === undefined ? "" : props.search;
  return (
    <header className="top">
      <div className="wrap">
        <Brand />
        <details className="menu">
          <summary>{t("frame:menu")}</summary>
          {search === null ? <div /> : <SiteSearch value={search} />}
          <Areas current={props.area ?? areaOf(props.path)} />
          <div className="util">
            <Account person={props.person} />
            <LanguageSwitch path={props.path} />
          </div>
        </details>
      </div>
    </header>
  );
}

/** The area that a page belongs to by its address; null for home, search and accounts. */
export function areaOf(path: string): Area | null {
  const first = path.split(/[/?#]/)[1];
  return AREAS.find((area) => area === first) ?? null;
}

function SiteSearch(props: { value: string }) {
  const { lang, t } = useLanguage();
  return (
    <form className="find" role="search" action={`/${lang}/search`} data-suggest={t("frame:search.suggestions")}>
      <label className="vh" htmlFor="site-search">
        {t("frame:search.label")}
      </label>
      <input
        className="in"
        id="site-search"
        name="q"
        type="search"
        defaultValue={props.value}
        placeholder={t("frame:search.placeholder")}
      />
      <button className="btn" type="submit">
        {t("frame:search.button")}
      </button>
    </form>
  );
}

function Areas(props: { current: Area | null }) {
  const { lang, t } = useLanguage();
  return (
    <nav className="nav" aria-label={t("frame:mainNavigation")}>
      <ul>
        {AREAS.map((area) => (
          <li key={area}>
            <a href={`/${lang}/${area}`} aria-current={area === props.current ? "page" : undefined}>
              {t(`frame:area.${area}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** More unread notices are not counted. */
const MOST_SHOWN = 99;

function Account(props: { person: Reader | null }) {
  const { lang, t, format } = useLanguage();
  if (!props.person) return <a href={`/${lang}/sign-in`}>{t("frame:signIn")}</a>;
  const { name, unread } = props.person;
  return (
    <div className="row">
      <a href={`/${lang}/me`} title={name}>
        {t("frame:me")}
      </a>
      <a href={`/${lang}/me/notices`} className="nw">
        {t("frame:notices")}
        {unread > 0 ? (
          <>
            {" "}
            <b className="unread">{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : format.number(unread)}</b>
            <span className="vh"> {t("frame:unread")}</span>
          </>
        ) : null}
      </a>
      <form method="post" action={`/${lang}/sign-out`}>
        <button className="as-link" type="submit">
          {t("frame:signOut")}
        </button>
      </form>
    </div>
  );
}

function LanguageSwitch(props: { path: string }) {
  const { lang, t } = useLanguage();
  return (
    <ul className="lang" aria-label={t("frame:languages")}>
      {LANGUAGES.map((language) => (
        <li key={language}>
          <a
            href={`/${language}${props.path}`}
            lang={language}
            hrefLang={language === lang ? undefined : language}
            aria-current={language === lang ? "true" : undefined}
          >
            {LANGUAGE_NAMES[language]}
          </a>
        </li>
      ))}
    </ul>
  );
}
