import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { AmendmentChanges, type ChangedPeriod } from "#app/ui/partnerships/amendments/amendment-changes.tsx";
import { type PriceFacts, PriceTable } from "#app/ui/partnerships/exits/price-table.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";
import { type SignatureRow, SignatureTable } from "#app/ui/partnerships/signature-table.tsx";

type Given = { party: ListedParty | null; paidInVnd: string; priceVnd: string };

export type Settlement = {
  number: number;
  state: "PROPOSED" | "SIGNED" | "DECLINED";
  textSha256: string;
  text: string;
  proposedAt: string;
  proposer: ListedParty | null;
  /** leads from the last signature on, where the lead leaves */
  lead: ListedParty | null;
  endReason: string | null;
  signatures: readonly SignatureRow[];
  agreements: readonly (PriceFacts & {
    productCode: string;
    product: string;
    taker: ListedParty | null;
    handovers: readonly Given[];
    periods: readonly ChangedPeriod[];
  })[];
  handovers: readonly (Given & {
    id: string;
    product: string;
    reference: string | null;
    doneAt: string | null;
    mayHandOver: boolean;
    /** waits for its taker, as `product.number` */
    transfer: string | null;
    mayConfirm: boolean;
    mayDecline: boolean;
  })[];
};

/** A settlement as it is signed: shares, price and payments of each agreement, the text, and who has signed. */
export function SettlementDetail({ settlement }: { settlement: Settlement }) {
  const { lang, t, format } = useLanguage();
  const { proposer, lead, endReason } = settlement;
  return (
    <div className="flow">
      <p className="s">
        {t("exits:proposed", {
          party: proposer ? nameOf(proposer.names, lang) : "",
          at: format.dateTime(settlement.proposedAt),
        })}
      </p>
      {endReason ? <blockquote className="quote read">{endReason}</blockquote> : null}
      {lead ? <Notice>{t("exits:leads", { party: nameOf(lead.names, lang) })}</Notice> : null}
      {settlement.agreements.map((one) => (
        <div key={one.productCode} className="flow">
          <h3>
            {one.product} ({one.productCode})
          </h3>
          <p>{one.taker ? t("exits:takenBy", { party: nameOf(one.taker.names, lang) }) : t("exits:takenProRata")}</p>
          <AmendmentChanges periods={one.periods} totalValueVnd={null} />
          <PriceTable price={one} />
          <Handovers caption={t("exits:payments")} rows={one.handovers} />
        </div>
      ))}
      <SignatureTable
        caption={t("partnerships:signatures.title")}
        hash={settlement.textSha256}
        rows={settlement.signatures}
      />
      <details className="data">
        <summary>{t("partnerships:check.fullText")}</summary>
        <pre className="payload">{settlement.text}</pre>
      </details>
    </div>
  );
}

function Handovers(props: { caption: string; rows: readonly Given[] }) {
  const { lang, t, format } = useLanguage();
  if (props.rows.length === 0) return null;
  return (
    <StackTable
      caption={props.caption}
      captioned
      columns={[
        { label: t("exits:taker"), heads: true },
        { label: t("exits:takes"), numeric: true },
        { label: t("exits:pays"), numeric: true },
      ]}
      rows={props.rows.map(({ party, paidInVnd, priceVnd }) => ({
        key: party?.id ?? "",
        cells: [
          party ? (
            <PartyBadge key="party" house={party.house} name={`${party.key} ${nameOf(party.names, lang)}`} />
          ) : (
            ""
          ),
          format.money(BigInt(paidInVnd)),
          format.money(BigInt(priceVnd)),
        ],
      }))}
    />
  );
}

/** What was paid and handed over since. */
export function HandedOver({ handovers }: { handovers: Settlement["handovers"] }) {
  const { lang, t, format } = useLanguage();
  return (
    <StackTable
      caption={t("exits:handedOver")}
      columns={[
        { label: t("exits:taker"), heads: true },
        { label: t("exits:product") },
        { label: t("exits:pays"), numeric: true },
        { label: t("exits:done") },
      ]}
      rows={handovers.map((one) => ({
        key: one.id,
        cells: [
          one.party ? (
            <PartyBadge
              key="party"
              house={one.party.house}
              name={`${one.party.key} ${nameOf(one.party.names, lang)}`}
            />
          ) : (
            ""
          ),
          one.product,
          format.money(BigInt(one.priceVnd)),
          one.doneAt
            ? `${one.reference}, ${format.dateTime(one.doneAt)}${one.transfer ? `; ${t("exits:waits")}` : ""}`
            : t("exits:notYet"),
        ],
      }))}
    />
  );
}
