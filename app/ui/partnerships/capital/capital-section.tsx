import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { CommitmentTable, type ShownCommitment } from "#app/ui/partnerships/capital/commitment-table.tsx";
import { EventTable, type ShownEvent } from "#app/ui/partnerships/capital/event-table.tsx";
import { MoneyFigure, type TimedMoney } from "#app/ui/partnerships/capital/money-figure.tsx";
import { PaidInFigure } from "#app/ui/partnerships/capital/paid-in-figure.tsx";
import { type StandingRow, StandingTable } from "#app/ui/partnerships/capital/standing-table.tsx";

export type ShownCapital = {
  asOf: string | null;
  today: string;
  productCode: string;
  days: readonly TimedMoney[];
  tolerancePpm: number;
  alarm: boolean;
  rows: readonly StandingRow[] | null;
  commitments: readonly ShownCommitment[];
  events: readonly ShownEvent[];
};

/** The capital of a signed agreement: both readings, what was committed, and what moved. */
export function CapitalSection(props: { capital: ShownCapital; base: string }) {
  const { t, format } = useLanguage();
  const { asOf, rows, alarm, tolerancePpm, commitments, events, days, today, productCode } = props.capital;
  const csvOf = (file: string) => `${props.base}/${file}.csv?product=${productCode}`;
  return (
    <Section
      id="capital"
      title={t("money:capital.title")}
      aside={asOf ? t("money:capital.aside", { date: format.date(asOf) }) : null}
    >
      <div className="flow">
        {rows ? <PaidInFigure rows={rows} csvHref={`${csvOf("capital")}&asOf=${asOf ?? today}`} /> : null}
        <StandingTable
          rows={rows}
          alarm={alarm}
          tolerancePpm={tolerancePpm}
          sharesHref={`${props.base}?product=${productCode}#periods`}
        />
        <MoneyFigure days={days} today={today} csvHref={csvOf("money")} />
        <CommitmentTable commitments={commitments} />
        <div id="events">
          <EventTable events={events} />
        </div>
      </div>
    </Section>
  );
}
