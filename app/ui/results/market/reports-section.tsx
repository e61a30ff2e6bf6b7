import type { ReactNode } from "react";
import { reportFilePath } from "#app/domain/results/reports/report.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { sizeWords, typeWords } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Evidence } from "#app/ui/marks/evidence.tsx";
import { Icon } from "#app/ui/marks/icon.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import type { ReportView } from "./progress-view.ts";
import { localSums, saidWords } from "./words.ts";

/** What the host reported since the publication, beside what an officer of another body found. */
export function ReportsSection({ reports }: { reports: readonly ReportView[] }) {
  const { t } = useLanguage();
  if (reports.length === 0) return null;
  return (
    <Section id="reports" title={t("reports:section")}>
      <p className="s soft">{t("reports:sectionText")}</p>
      <StackTable
        caption={t("reports:section")}
        columns={[
          { label: t("reports:desk.report"), heads: true },
          { label: t("reports:said") },
          { label: t("reports:found") },
        ]}
        rows={reports.map((report) => ({
          key: String(report.number),
          id: `report-${report.number}`,
          cells: [
            <ReportName key="name" report={report} />,
            <ReportSaid key="said" report={report} />,
            <ReportVerdict key="verdict" verdict={report.verdict} />,
          ],
        }))}
      />
    </Section>
  );
}

function ReportName({ report }: { report: ReportView }) {
  const { t, format } = useLanguage();
  return (
    <span>
      {t("reports:number", { number: report.number })}
      <br />
      <span className="s soft">
        {t(`reports:kind.${report.said.kind}`)} · {format.date(format.dayOf(report.reportedAt))}
      </span>
    </span>
  );
}

type SaidProps = { report: Pick<ReportView, "said" | "evidence" | "reason" | "files">; figure?: ReactNode };

/** The host's own words, or a figure of them: the facts, what shows them, and why something fell. */
export function ReportSaid({ report, figure }: SaidProps) {
  const { t, format } = useLanguage();
  return (
    <>
      {figure ?? <p>{saidWords(report, t, format)}</p>}
      {localSums(report, t, format).map((sums) => (
        <p className="s" key={sums}>
          {sums}
        </p>
      ))}
      <p className="s">{t("reports:says.evidence", { text: report.evidence })}</p>
      <ReportFiles files={report.files} />
      {report.reason ? <p className="s lines">{t("reports:says.reason", { text: report.reason })}</p> : null}
    </>
  );
}

/** Documents to open, and the hashes of those that this reader may not open. */
function ReportFiles({ files }: Pick<ReportView, "files">) {
  const { t, format } = useLanguage();
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.sha256} className="s">
          {"name" in file ? (
            <Evidence
              href={reportFilePath(file)}
              title={file.name}
              meta={[
                ...[typeWords(file.mediaType), sizeWords(file.sizeBytes, format.number), shortHash(file.sha256)],
                ...(file.isPublic ? [] : [t("reports:file.inside")]),
              ].join(" · ")}
            />
          ) : (
            <span className="soft">{t("reports:file.closed", { hash: shortHash(file.sha256) })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function ReportVerdict({ verdict }: Pick<ReportView, "verdict">) {
  const { t, format } = useLanguage();
  if (!verdict) return <span className="soft">{t("reports:waiting")}</span>;
  return (
    <>
      <p>
        {verdict.outcome === "VERIFIED" ? <Icon name="yes" /> : null}{" "}
        {t(`reports:verdict.${verdict.outcome}`, { date: format.date(format.dayOf(verdict.at)) })}
        {", "}
        <Text of={verdict.by.names} badge={false} />
      </p>
      <p className="s lines">{verdict.note}</p>
    </>
  );
}
