import type { WorkReport } from "#app/domain/initiatives/implementation/work.ts";
import { ThinBar } from "#app/ui/blocks/stats.tsx";
import { Prose } from "#app/ui/initiatives/content.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** What the owner reported of the work, the newest first: how far, in words, and what shows it. */
export function ReportList(props: { reports: readonly WorkReport[] }) {
  const { t, format } = useLanguage();
  if (props.reports.length === 0) return <p className="soft">{t("work:report.none")}</p>;
  return (
    <ol className="flow">
      {props.reports.map((report) => (
        <li className="flow tight" key={report.id}>
          <p className="row">
            <strong>{format.percent(report.percent * 10_000, 0)}</strong>
            <time className="s soft" dateTime={report.on}>
              {format.date(report.on)}
            </time>
          </p>
          <ThinBar sharePpm={report.percent * 10_000} />
          <Prose text={report.note} lang={report.language} />
          {report.evidence ? (
            <div className="s flow tight">
              <strong>{t("work:report.evidence")}</strong>
              <Prose text={report.evidence} lang={report.language} />
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
