import { OpenClocks } from "#app/ui/blocks/open-clocks.tsx";
import { useLanguage } from "#app/ui/language.tsx";

const EXAMPLES = ["home:search.first", "home:search.second"] as const;

/** What the portal is for, a search over everything, and whose turn it is at this minute. */
export function Hero(props: { now: string; counts: { over: number; soon: number; run: number; wait: number } }) {
  const { lang, t, format } = useLanguage();
  return (
    <div className="hero">
      <div>
        <h1>{t("home:h1")}</h1>
        <p className="lede">{t("home:lede")}</p>
        <BigSearch />
        <p className="try">
          {t("home:search.try")}{" "}
          {EXAMPLES.map((key, place) => [place ? ", " : null, <Example key={key} text={t(key)} />])}
        </p>
      </div>
      <OpenClocks
        id="now"
        title={<time dateTime={props.now}>{t("obligations:now", { time: format.weekdayDateTime(props.now) })}</time>}
        counts={props.counts}
      >
        <p className="s">
          <a href={`/${lang}/obligations`}>{t("home:board")}</a>
        </p>
      </OpenClocks>
    </div>
  );
}

function BigSearch() {
  const { lang, t } = useLanguage();
  return (
    <form className="find big" role="search" action={`/${lang}/search`} data-suggest={t("frame:search.suggestions")}>
      <label className="vh" htmlFor="q">
        {t("home:search.label")}
      </label>
      <input className="in" id="q" name="q" type="search" />
      <button className="btn" type="submit">
        {t("home:search.button")}
      </button>
    </form>
  );
}

function Example(props: { text: string }) {
  const { lang } = useLanguage();
  const query = new URLSearchParams({ q: props.text.replaceAll("\u00a0", " ") });
  return <a href={`/${lang}/search?${query}`}>{props.text}</a>;
}
