import type { FundingSource } from "#app/domain/catalogue/funding-source.ts";
import type { RefundGround } from "#app/domain/partnerships/funding/funding.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { Evidence } from "#app/ui/partnerships/capital/event-table.tsx";
import { PartyCell } from "#app/ui/partnerships/capital/party-cell.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";
import { EntryLink } from "#app/ui/record/entry-link.tsx";

type Tranche = {
  number: number;
  dueOn: string;
  amountVnd: string;
  paidVnd: string;
  condition: string;
  conditionMetAt: string | null;
  conditionReference: string | null;
  entryNo: number | null;
};

type Payment = {
  number: number;
  tranche: number | null;
  onDay: string;
  amountVnd: string;
  party: ListedParty | null;
  ground: RefundGround | null;
  reference: string;
  evidenceSha256: string | null;
  entryNo: number | null;
};

export type ShownLine = {
  number: number;
  source: FundingSource;
  budgetLine: string;
  body: Texts;
  reference: string;
  allocatedVnd: string;
  plannedVnd: string;
  paidVnd: string;
  absorptionPpm: number | null;
  arrearsVnd: string;
  entryNo: number | null;
  tranches: readonly Tranche[];
  payments: readonly Payment[];
};

/** One allocation: what was planned and paid by the day asked for, its tranches and its payments. */
export function FundingLine(props: { line: ShownLine }) {
  const { lang, t, format } = useLanguage();
  const { line } = props;
  const money = (vnd: string) => format.money(BigInt(vnd));
  const isLate = BigInt(line.arrearsVnd) > 0n;
  return (
    <div className="flow">
      <h3>{t("money:funding.line", { source: t(`money:source.${line.source}`), budgetLine: line.budgetLine })}</h3>
      {isLate ? <Notice warn>{t("money:funding.late", { amount: money(line.arrearsVnd) })}</Notice> : null}
      <Facts
        facts={[
          { term: t("money:funding.body"), value: nameOf(line.body, lang) },
          { term: t("money:funding.decision"), value: line.reference },
          {
            term: t("money:funding.allocated"),
            value: (
              <>
                {money(line.allocatedVnd)} <EntryLink entryNo={line.entryNo} />
              </>
            ),
          },
          { term: t("money:funding.planned"), value: money(line.plannedVnd) },
          { term: t("money:funding.paid"), value: money(line.paidVnd) },
          {
            term: t("money:funding.absorption"),
            value: line.absorptionPpm === null ? t("money:funding.undefined") : format.percent(line.absorptionPpm, 2),
          },
          { term: t("money:funding.arrears"), value: money(line.arrearsVnd) },
        ]}
      />
      <Tranches tranches={line.tranches} />
      <Payments payments={line.payments} />
    </div>
  );
}

function Tranches(props: { tranches: readonly Tranche[] }) {
  const { t, format } = useLanguage();
  if (props.tranches.length === 0) return <p>{t("money:tranche.none")}</p>;
  return (
    <StackTable
      caption={t("money:tranche.title")}
      captioned
      columns={[
        { label: t("money:tranche.no"), heads: true },
        { label: t("money:tranche.due") },
        { label: t("money:tranche.amount"), numeric: true },
        { label: t("money:tranche.paid"), numeric: true },
        { label: t("money:tranche.condition") },
      ]}
      rows={props.tranches.map(
        ({ number, dueOn, amountVnd, paidVnd, condition, conditionMetAt, conditionReference, entryNo }) => ({
          key: String(number),
          cells: [
            <span key="no">
              {number} <EntryLink entryNo={entryNo} />
            </span>,
            <time key="due" dateTime={dueOn}>
              {format.date(dueOn)}
            </time>,
            format.money(BigInt(amountVnd)),
            format.money(BigInt(paidVnd)),
            <span key="condition">
              {condition}
              <small className="soft">
                {" "}
                {conditionMetAt
                  ? t("money:tranche.met", {
                      date: format.dateTime(conditionMetAt),
                      reference: conditionReference ?? "",
                    })
                  : t("money:tranche.unmet")}
              </small>
            </span>,
          ],
        }),
      )}
    />
  );
}

function Payments(props: { payments: readonly Payment[] }) {
  const { t, format } = useLanguage();
  if (props.payments.length === 0) return <p>{t("money:payment.none")}</p>;
  return (
    <StackTable
      caption={t("money:payment.title")}
      captioned
      columns={[
        { label: t("money:event.day") },
        { label: t("money:event.what"), heads: true },
        { label: t("money:payment.member") },
        { label: t("money:tranche.amount"), numeric: true },
        { label: t("money:event.evidence") },
      ]}
      rows={props.payments.map(({ number, tranche, onDay, amountVnd, party, ground, reference, ...shown }) => ({
        key: String(number),
        cells: [
          <time key="day" dateTime={onDay}>
            {format.date(onDay)}
          </time>,
          [
            t(BigInt(amountVnd) < 0n ? "money:payment.REFUNDED" : "money:payment.PAID"),
            ...(tranche === null ? [] : [t("money:payment.ofTranche", { number: String(tranche) })]),
            ...(ground === null ? [] : [t(`money:ground.${ground}`)]),
          ].join(", "),
          <PartyCell key="party" party={party} />,
          format.money(BigInt(amountVnd)),
          <span key="evidence">
            <Evidence reference={reference} sha256={shown.evidenceSha256} /> <EntryLink entryNo={shown.entryNo} />
          </span>,
        ],
      }))}
    />
  );
}
