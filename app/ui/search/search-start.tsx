import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import type { SearchView } from "#app/ui/search/search-view.ts";

const EXAMPLES = ["tones", "slip", "english", "code", "phrase", "without"] as const;

/** The search page before anybody asked: what can be found, and what may be typed. */
export function SearchStart(props: { view: SearchView }) {
  const { lang, t, format } = useLanguage();
  const kinds = props.view.facets.find((facet) => facet.name === "type")?.options ?? [];
  return (
    <div className="cols half">
      <Section id="kinds" title={t("search:whatIsHere")}>
        <ul className="plain flow">
          {kinds.map(({ value, label, count }) => (
            <li key={value}>
              <a href={`/${lang}/search?type=${value}`}>{label}</a> <span className="soft">{format.number(count)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="examples" title={t("search:howToAsk")}>
        <ul className="plain flow">
          {EXAMPLES.map((name) => (
            <li key={name}>
              <a href={`/${lang}/search?${new URLSearchParams({ q: t(`search:example.${name}.query`) })}`}>
                {t(`search:example.${name}.query`)}
              </a>
              <br />
              <span className="s soft">{t(`search:example.${name}.why`)}</span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
