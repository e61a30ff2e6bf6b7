import { CONFIDENCES } from "#app/domain/catalogue/catalogue.ts";
import type { CalendarDay, CalendarYearPage } from "#app/domain/obligations/calendar-year/calendar-year.ts";
import { Confidence } from "#app/ui/catalogue/confidence.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice, Tag } from "#app/ui/marks/notice.tsx";

/** The days off of a year and the weekend days worked instead, where they come from, and whether they are final. */
export function WorkingYearSection(props: { year: CalendarYearPage }) {
  const { t } = useLanguage();
  const { year, standing, source, days } = props.year;
  const title = t("catalogue:workingDays.year", { year: String(year) });
  return (
    <Section id={`y${year}`} title={title} aside={<Tag>{t(`catalogue:workingDays.standing.${standing}`)}</Tag>}>
      {standing === "PUBLISHED" ? null : (
        <Notice warn>
          <p>{t(`catalogue:workingDays.${standing === "COMPUTED" ? "computed" : "provisional"}`)}</p>
        </Notice>
      )}
      <table>
        <caption className="vh">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t("catalogue:workingDays.day")}</th>
            <th scope="col">{t("catalogue:workingDays.name")}</th>
            <th scope="col">{t("catalogue:workingDays.kind")}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <DayRow key={day.on} day={day} isProvisional={standing !== "PUBLISHED"} />
          ))}
        </tbody>
      </table>
      {source ? (
        <p className="src" lang="en">
          {source}
        </p>
      ) : null}
      <ConfidenceLine year={props.year} />
    </Section>
  );
}

function DayRow(props: { day: CalendarDay; isProvisional: boolean }) {
  const { lang, t, format } = useLanguage();
  const { on, working, names, holiday } = props.day;
  const named = names?.[lang] || names?.vi || (holiday ? t(`catalogue:workingDays.holidays.${holiday}`) : "");
  return (
    <tr>
      <th scope="row">{format.weekdayDate(on)}</th>
      <td>{named}</td>
      <td>
        {t(working ? "catalogue:workingDays.worked" : "catalogue:workingDays.off")}
        {props.isProvisional ? <span className="soft"> · {t("catalogue:workingDays.mark")}</span> : null}
      </td>
    </tr>
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
