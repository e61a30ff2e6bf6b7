import type { ResultType } from "#app/domain/results/exploitation.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Card } from "#app/ui/lists/card.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { Readiness } from "#app/ui/marks/readiness.tsx";

export type ResultSummary = {
  code: string;
  title: Texts;
  teaser: Texts;
  resultType: ResultType;
  /** RFC 3339 */
  publishedAt: string;
  host: { names: Texts; house: House };
  level: number;
  commercialised: boolean;
};

/** A published result among others. */
export function ResultCard(props: { result: ResultSummary }) {
  const { lang, t, format } = useLanguage();
  const { result } = props;
  return (
    <Card
      eyebrow={
        <span>
          {t("results:kind")} <span className="nw">{result.code}</span> ·{" "}
          {format.date(format.dayOf(result.publishedAt))}
        </span>
      }
      href={`/${lang}/results/${result.code}`}
      title={<Text of={result.title} />}
      text={<Text of={result.teaser} badge={false} />}
    >
      <PartyBadge house={result.host.house} name={<Text of={result.host.names} badge={false} />} />
      <Readiness level={result.level} />
      {result.commercialised ? (
        <p className="s">
          <Tag>{t("results:onMarket.true")}</Tag>
        </p>
      ) : null}
    </Card>
  );
}
