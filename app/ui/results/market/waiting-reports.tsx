import type { WaitingReport } from "#app/domain/results/reports/report.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Notice, Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import type { ReportView } from "./progress-view.ts";
import { saidWords } from "./words.ts";

/** The reports that wait for an officer, the most urgent first. */
export function WaitingReports({ reports }: { reports: readonly WaitingReport[] }) {
  const { lang, t, format } = useLanguage();
  if (reports.length === 0) return null;
  return (
    <Section id="waiting-reports" title={t("reports:desk.title")}>
      <StackTable
        caption={t("reports:desk.title")}
        columns={[
          { label: t("reports:desk.report"), heads: true },
          { label: t("results:page.host") },
          { label: t("reports:desk.reported") },
          { label: t("results:desk.due") },
        ]}
        rows={reports.map((one) => ({
          key: `${one.code} ${one.number}`,
          cells: [
            <span key="name">
              <a href={`/${lang}/desk/results/${one.code}/reports/${one.number}`}>{t(`reports:kind.${one.kind}`)}</a>
              <br />
              <span className="s soft">
                <Text of={one.title} badge={false} /> · <span className="nw">{one.code}</span>
              </span>
            </span>,
            <PartyBadge key="host" house={one.host.house} name={<Text of={one.host.names} badge={false} />} />,
            format.date(format.dayOf(one.reportedAt)),
            <span key="due">
              {one.dueOn ? format.date(one.dueOn) : "–"} {one.mine ? <Tag>{t("results:desk.mine")}</Tag> : null}
            </span>,
          ],
        }))}
      />
    </Section>
  );
}

/** Those on one result, with the way to answer each. */
export function WaitingOnResult({ code, reports }: { code: string; reports: readonly ReportView[] }) {
  const { lang, t, format } = useLanguage();
  const waiting = reports.filter(({ verdict }) => verdict === null);
  if (waiting.length === 0) return null;
  return (
    <Notice>
      <p>
        <strong>{t("reports:desk.title")}</strong>
      </p>
      {waiting.map((report) => (
        <p key={report.number}>
          <a href={`/${lang}/desk/results/${code}/reports/${report.number}`}>
            {t("reports:number", { number: report.number })}
          </a>
          : {saidWords(report, t, format)}
        </p>
      ))}
    </Notice>
  );
}
