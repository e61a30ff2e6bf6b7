import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Card, Cards } from "#app/ui/lists/card.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { Readiness } from "#app/ui/marks/readiness.tsx";

export type FreshResultCard = {
  code: string;
  title: Texts;
  teaser: Texts;
  /** RFC 3339 */
  publishedAt: string;
  parties: readonly { house: House; names: Texts }[];
  trl: number | null;
};

/** The newest results as cards: what it is, whose it is, how ready it is. */
export function FreshResults(props: { results: readonly FreshResultCard[]; published: number }) {
  const { lang, t } = useLanguage();
  const all = <a href={`/${lang}/results`}>{t("home:results.all", { count: props.published })}</a>;
  return (
    <Section id="results" title={t("home:results.title")} aside={props.published > 0 ? all : null}>
      {props.results.length === 0 ? (
        <EmptyState
          title={t("home:results.none")}
          action={{ href: `/${lang}/catalogue`, label: t("home:results.action") }}
        >
          {t("home:results.noneText")}
        </EmptyState>
      ) : (
        <Cards>
          {props.results.map((result) => (
            <FreshResult key={result.code} result={result} />
          ))}
        </Cards>
      )}
    </Section>
  );
}

function FreshResult({ result }: { result: FreshResultCard }) {
  const { lang, t, format } = useLanguage();
  return (
    <Card
      eyebrow={
        <span>
          {t("obligations:subject.RESULT")} <span className="nw">{result.code}</span> ·{" "}
          {format.date(format.dayOf(result.publishedAt))}
        </span>
      }
      href={`/${lang}/results/${result.code}`}
      title={<Text of={result.title} />}
      text={<Text of={result.teaser} badge={false} />}
    >
      {result.parties.map((party) => (
        <PartyBadge key={party.names.vi} house={party.house} name={<Text of={party.names} badge={false} />} />
      ))}
      {result.trl === null ? null : <Readiness level={result.trl} />}
    </Card>
  );
}
