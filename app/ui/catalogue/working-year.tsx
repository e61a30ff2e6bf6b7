import { CONFIDENCES } from "#app/domain/catalogue/catalogue.ts";
import type { CalendarDay, CalendarYearPage } from "#app/domain/obligations/calendar-year/calendar-year.ts";
import { Confidence } from "#app/ui/catalogue/confidence.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Notice, Tag } from "#app/ui/marks/notice.tsx";

/** The days off of a year and the weekend days worked instead, where they come from, and whether they are final. */
export function WorkingYearSection(props: { year: CalendarYearPage }) {
  const { lang, t, format } = useLanguage();
  const { year, standing, source, days } = props.year;
  const title = t("catalogue:workingDays.year", { year: String(year) });
  const cellsOf = ({ on, working, names, holiday }: CalendarDay) => [
    format.weekdayDate(on),
    names?.[lang] || names?.vi || (holiday ? t(`catalogue:workingDays.holidays.${holiday}`) : ""),
    <>
      {t(working ? "catalogue:workingDays.worked" : "catalogue:workingDays.off")}
      {standing === "PUBLISHED" ? null : <span className="soft"> · {t("catalogue:workingDays.mark")}</span>}
    </>,
  ];
  return (
    <Section id={`y${year}`} title={title} aside={<Tag>{t(`catalogue:workingDays.standing.${standing}`)}</Tag>}>
      {standing === "PUBLISHED" ? null : (
        <Notice warn>
          <p>{t(`catalogue:workingDays.${standing === "COMPUTED" ? "computed" : "provisional"}`)}</p>
        </Notice>
      )}
      <StackTable
        caption={title}
        columns={[
          { label: t("catalogue:workingDays.day"), heads: true },
          { label: t("catalogue:workingDays.name") },
          { label: t("catalogue:workingDays.kind") },
        ]}
        rows={days.map((day) => ({ key: day.on, cells: cellsOf(day) }))}
      />
      {source ? (
        <p className="src" lang="en">
          {source}
        </p>
      ) : null}
      <ConfidenceLine year={props.year} />
    </Section>
  );
}

function ConfidenceLine(props: { year: CalendarYearPage }) {
  const { confidence } = props.year;
  const known = CONFIDENCES.find((one) => one === confidence);
  return known ? (
    <p className="s">
      <Confidence level={known} />
    </p>
  ) : null;
}
