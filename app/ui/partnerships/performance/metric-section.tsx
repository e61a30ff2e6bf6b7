import type { MetricDirection } from "#app/domain/partnerships/performance/performance.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { PartyCell } from "#app/ui/partnerships/capital/party-cell.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";
import { EntryLink } from "#app/ui/record/entry-link.tsx";
import { Shown, type ShownEvidence, Verdict } from "./verdict.tsx";

type ShownMetric = {
  number: number;
  name: string;
  unit: string;
  direction: MetricDirection;
  target: string;
  party: ListedParty | null;
  entryNo: number | null;
  readings: readonly {
    number: number;
    onDay: string;
    value: string;
    reference: string;
    evidenceSha256: string | null;
    evidence: ShownEvidence["evidence"];
    verified: { body: Texts; at: string } | null;
    reaches: boolean;
    entryNo: number | null;
  }[];
};

/** What is measured, towards what, and every reading with the document that shows it and who checked it. */
export function MetricSection(props: { metrics: readonly ShownMetric[] }) {
  const { t, format, lang } = useLanguage();
  const decimal = (text: string) => (lang === "en" ? text : text.replace(".", ","));
  return (
    <Section id="metrics" title={t("performance:metrics")}>
      {props.metrics.length === 0 ? <EmptyState title={t("performance:none.metrics")} /> : null}
      {props.metrics.map(({ number, name, unit, direction, target, party, readings, entryNo }) => (
        <div className="flow" key={number} id={`metric-${number}`}>
          <h3>
            {number}. {name}
          </h3>
          <p>
            <PartyCell party={party} /> · {t(`performance:direction.${direction}`)} {decimal(target)} {unit}{" "}
            <EntryLink entryNo={entryNo} />
          </p>
          {readings.length === 0 ? (
            <p>{t("performance:none.readings")}</p>
          ) : (
            <StackTable
              caption={t("performance:readingsOf", { name })}
              columns={[
                { label: t("performance:column.day"), heads: true },
                { label: t("performance:column.value"), numeric: true },
                { label: t("performance:column.target") },
                { label: t("performance:column.shows") },
                { label: t("performance:column.verified") },
              ]}
              rows={readings.map((reading) => ({
                key: String(reading.number),
                cells: [
                  <time key="day" dateTime={reading.onDay}>
                    {format.date(reading.onDay)}
                  </time>,
                  <span key="value">
                    {decimal(reading.value)} {unit} <EntryLink entryNo={reading.entryNo} />
                  </span>,
                  t(reading.reaches ? "performance:reached" : "performance:notReached"),
                  <span key="shows">
                    {reading.reference}
                    <Shown by={reading} />
                  </span>,
                  <Verdict key="verified" of={reading.verified} none={t("performance:notVerified")} />,
                ],
              }))}
            />
          )}
        </div>
      ))}
    </Section>
  );
}
