import type { OpenFinding, OpenRecommendation } from "#app/domain/monitoring/open-data/open-data.ts";
import { isClosed } from "#app/domain/monitoring/recommendations/recommendation.ts";
import { daysBetween } from "#app/domain/obligations/calendar.ts";
import { DUE_SOON_DAYS } from "#app/domain/obligations/obligation.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { SearchHit } from "#app/ui/lists/search-hit.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

/** One recommendation of a list: to whom, its clock, and the two words that are never one. */
export function RecommendationHit({ item, today }: { item: OpenRecommendation; today: string }) {
  const { lang, t, format } = useLanguage();
  const { addressee, answerDueOn, answeredOn, finding } = item;
  return (
    <SearchHit
      tag={t("monitoring:recommendation")}
      code={item.code}
      href={`/${lang}/monitoring/recommendations/${item.code}`}
      title={item.text}
      titleLang={item.language}
      snippet={finding.title}
      snippetLang={finding.language}
    >
      <PartyBadge house={addressee.house} name={pickText(addressee.name, lang)?.text ?? addressee.code} />
      <Tag>{t(`monitoring:status.${item.status}`)}</Tag>
      <span className="s">{t(`monitoring:progress.${item.progress}`)}</span>
      {item.priority ? <Tag>{t("monitoring:priorityTag")}</Tag> : null}
      <span className="s soft">
        {t("monitoring:lists.dueOn", { date: format.date(item.dueOn) })}{" "}
        {isClosed(item.status) ? null : <DueChip dueOn={item.dueOn} today={today} />}
      </span>
      {answeredOn ? (
        <span className="s soft">{t("monitoring:lists.answered", { date: format.date(answeredOn) })}</span>
      ) : answerDueOn ? (
        <span className="s soft">
          {t("monitoring:lists.answerBy", { date: format.date(answerDueOn) })}{" "}
          <DueChip dueOn={answerDueOn} today={today} />
        </span>
      ) : null}
    </SearchHit>
  );
}

function DueChip({ dueOn, today }: { dueOn: string; today: string }) {
  const days = daysBetween(today, dueOn);
  if (days < 0) return <ClockChip state="over" days={-days} />;
  return <ClockChip state={days <= DUE_SOON_DAYS ? "soon" : "run"} days={days} />;
}

/** One finding of a list: how grave, of what, and what follows. */
export function FindingHit({ item }: { item: OpenFinding }) {
  const { lang, t, format } = useLanguage();
  return (
    <SearchHit
      tag={t("monitoring:finding")}
      code={item.code}
      href={`/${lang}/monitoring/findings/${item.code}`}
      title={item.title}
      titleLang={item.language}
      snippet={item.condition}
      snippetLang={item.language}
    >
      <Tag>{t("monitoring:severityOf", { severity: t(`monitoring:severity.${item.severity}`) })}</Tag>
      {item.subject ? <span className="s nw">{item.subject.code}</span> : null}
      {item.addressees.map((body) => (
        <PartyBadge key={body.code} house={body.house} name={pickText(body.name, lang)?.text ?? body.code} />
      ))}
      <span className="s soft">{t("monitoring:lists.asked", { count: item.recommendations.length })}</span>
      {item.errata.length > 0 ? (
        <span className="s soft">{t("monitoring:lists.errata", { count: item.errata.length })}</span>
      ) : null}
      <span className="s soft">{t("monitoring:published", { date: format.date(format.dayOf(item.publishedAt)) })}</span>
    </SearchHit>
  );
}
