import type { CapitalEventKind } from "#app/domain/partnerships/capital/capital.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { PartyCell } from "#app/ui/partnerships/capital/party-cell.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";
import { EntryLink } from "#app/ui/record/entry-link.tsx";

export type ShownEvent = {
  number: number;
  kind: CapitalEventKind;
  onDay: string;
  commitment: number | null;
  priceVnd: string | null;
  reference: string;
  evidenceSha256: string | null;
  confirmedBy: ListedParty | null;
  confirmedAt: string | null;
  declinedAt: string | null;
  declineReason: string | null;
  entryNo: number | null;
  changes: readonly { party: ListedParty | null; amountVnd: string }[];
};

/** What moved on which day, what shows it, and who confirmed it. */
export function EventTable(props: { events: readonly ShownEvent[] }) {
  const { t, format } = useLanguage();
  const { events } = props;
  if (events.length === 0) return <p>{t("money:event.none")}</p>;
  return (
    <StackTable
      caption={t("money:event.title")}
      captioned
      roomy
      columns={[
        { label: t("money:commitment.no") },
        { label: t("money:event.day") },
        { label: t("money:event.what"), heads: true },
        { label: t("money:event.change") },
        { label: t("money:event.evidence") },
        { label: t("money:event.state") },
      ]}
      rows={events.map((event) => ({
        key: String(event.number),
        id: `capital-${event.number}`,
        cells: [
          <span key="no">
            {event.number} <EntryLink entryNo={event.entryNo} />
          </span>,
          <time key="day" dateTime={event.onDay}>
            {format.date(event.onDay)}
          </time>,
          <span key="what">
            {t(`money:event.kind.${event.kind}`, { number: String(event.commitment ?? "") })}
            {event.priceVnd ? `, ${t("money:event.price", { price: format.money(BigInt(event.priceVnd)) })}` : null}
          </span>,
          <div key="change">
            {event.changes.map(({ party, amountVnd }) => (
              <div key={party?.id}>
                <PartyCell party={party} /> <span className="nw">{format.money(BigInt(amountVnd))}</span>
              </div>
            ))}
          </div>,
          <Evidence key="evidence" reference={event.reference} sha256={event.evidenceSha256} />,
          stateOf(event),
        ],
      }))}
    />
  );

  function stateOf({ confirmedBy, confirmedAt, declineReason }: ShownEvent): string {
    if (declineReason !== null) return t("money:event.declined", { reason: declineReason });
    if (confirmedAt === null) return t("money:event.waits");
    return t("money:event.confirmedBy", { party: confirmedBy?.key ?? "", date: format.dateTime(confirmedAt) });
  }
}

/** The document that shows it, and the fingerprint of its file. */
export function Evidence(props: { reference: string; sha256: string | null }) {
  return (
    <>
      {props.reference}
      {props.sha256 ? (
        <>
          {" "}
          <code title={props.sha256}>{shortHash(props.sha256)}</code>
        </>
      ) : null}
    </>
  );
}
