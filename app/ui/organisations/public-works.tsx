import type { PublicWorks } from "#app/domain/organisations/works/works.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";

const AREAS = ["initiatives", "partnerships", "results"] as const;

/** What an organisation takes part in: how many of each, and the newest by name. */
export function PublicWorksCards(props: { works: PublicWorks }) {
  const { lang, t, format } = useLanguage();
  return (
    <div className="cards">
      {AREAS.map((area) => {
        const { count, newest } = props.works[area];
        return (
          <section className="card" key={area} aria-labelledby={`works-${area}`}>
            <h3 id={`works-${area}`}>
              {t(`organisations:page.${area}`)} <span className="soft">{format.number(count)}</span>
            </h3>
            {count === 0 ? <p className="soft">{t("organisations:page.noWorks")}</p> : null}
            <ul className="flow tight">
              {newest.map((one) => (
                <li key={one.code}>
                  <a href={`/${lang}/${area}/${one.code}`}>
                    <Text of={one.title} />
                  </a>{" "}
                  <span className="soft nw">{one.code}</span>
                </li>
              ))}
            </ul>
            {count > newest.length ? (
              <p className="soft s">{t("organisations:page.moreWorks", { count: count - newest.length })}</p>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}
