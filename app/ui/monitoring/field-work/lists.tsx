import type { InterviewItem, VisitItem } from "#app/domain/monitoring/field-work/field-work.ts";
import { Foreign } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";

/** Visits with the way to their minutes; to their own body also which are unsigned or stay inside. */
export function VisitTable({ visits }: { visits: readonly VisitItem[] }) {
  const { lang, t, format } = useLanguage();
  return (
    <StackTable
      caption={t("fieldwork:visits")}
      columns={[
        { label: t("fieldwork:visit"), heads: true },
        { label: t("fieldwork:subject") },
        { label: t("fieldwork:place") },
        { label: t("fieldwork:photographs"), numeric: true },
      ]}
      rows={visits.map((visit) => ({
        key: visit.code,
        cells: [
          <>
            <a href={`/${lang}/monitoring/visits/${visit.code}`}>{format.date(visit.onDay)}</a>{" "}
            <small className="soft nw">{visit.code}</small>
            {visit.isPublic ? null : <Tag>{t("fieldwork:inside")}</Tag>}
            {visit.isSigned ? null : <Tag>{t("fieldwork:notSigned")}</Tag>}
          </>,
          <span className="nw" key="subject">
            {visit.subjectKey}
          </span>,
          <Foreign key="place" lang={visit.language}>
            {visit.place}
          </Foreign>,
          format.number(visit.photographs),
        ],
      }))}
    />
  );
}

/** Interviews with what people consented to. */
export function InterviewTable({ interviews }: { interviews: readonly InterviewItem[] }) {
  const { lang, t, format } = useLanguage();
  return (
    <StackTable
      caption={t("fieldwork:interviews")}
      columns={[
        { label: t("fieldwork:interview"), heads: true },
        { label: t("fieldwork:subject") },
        { label: t("fieldwork:withPost") },
        { label: t("fieldwork:consent") },
      ]}
      rows={interviews.map((one) => ({
        key: one.code,
        cells: [
          <>
            <a href={`/${lang}/monitoring/interviews/${one.code}`}>{format.date(one.onDay)}</a>{" "}
            <small className="soft nw">{one.code}</small>
          </>,
          <span className="nw" key="subject">
            {one.subjectKey}
          </span>,
          one.withPost || t("fieldwork:taken"),
          <ConsentWords key="consent" interview={one} />,
        ],
      }))}
    />
  );
}

/** What somebody consented to, or that they took it back. */
export function ConsentWords({ interview }: { interview: InterviewItem }) {
  const { t, format } = useLanguage();
  const { wordsWithdrawnAt, nameWithdrawnAt, consentRecorded, consentQuoted, consentNamed } = interview;
  if (wordsWithdrawnAt) return t("fieldwork:wordsWithdrawn", { date: format.date(format.dayOf(wordsWithdrawnAt)) });
  const given = [
    consentRecorded ? t("fieldwork:consentRecorded") : t("fieldwork:consentNone"),
    ...(consentQuoted ? [t("fieldwork:consentQuoted")] : []),
    ...(consentNamed && !nameWithdrawnAt ? [t("fieldwork:consentNamed")] : []),
    ...(nameWithdrawnAt ? [t("fieldwork:nameWithdrawn", { date: format.date(format.dayOf(nameWithdrawnAt)) })] : []),
  ];
  return <>{given.join("; ")}</>;
}
