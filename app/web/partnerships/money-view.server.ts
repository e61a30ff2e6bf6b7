import type { SharesAsOf } from "#app/domain/partnerships/agreements/queries.server.ts";
import { disbursementOn } from "#app/domain/partnerships/calculations/capital/disbursement.ts";
import { capitalStanding, owed } from "#app/domain/partnerships/capital/capital.ts";
import type {
  AgreementMoney,
  Money,
  ReadFundingLine,
  ReadRelease,
} from "#app/domain/partnerships/money/queries.server.ts";
import { moneyDays, moneyMoves } from "#app/domain/partnerships/money/timeline.ts";
import type { PublicEntry } from "#app/domain/record/queries.server.ts";
import { type EntryOf, entryIndex } from "./entry-index.server.ts";
import type { PartyView } from "./partnership-view.server.ts";

type Asked = {
  money: AgreementMoney;
  tolerancePpm: number;
  parties: readonly PartyView[];
  today: string;
  /** where the public record says it; without it no figure leads there */
  entryOf?: EntryOf;
};

const NOWHERE: EntryOf = () => null;

/** The capital of an agreement as pages show it: both readings on a day, commitments, and what moved. */
export function capitalView(shares: SharesAsOf | null, asked: Asked) {
  const { money, tolerancePpm, parties, today, entryOf = NOWHERE } = asked;
  const partyOf = (id: string | null) => parties.find((party) => party.id === id) ?? null;
  const standing =
    shares &&
    capitalStanding(shares.asOf, shares.capital, {
      dueOn: owed(money.commitments).map(({ dueOn }) => dueOn),
      tolerancePpm,
    });
  return {
    asOf: shares?.asOf ?? null,
    today,
    productCode: money.productCode,
    days: timelineView(money, parties),
    tolerancePpm,
    alarm: standing?.alarm ?? false,
    rows: standing?.rows.map((row) => ({ ...row, party: partyOf(row.memberId) })) ?? null,
    commitments: money.commitments.map(({ release, ...commitment }) => ({
      ...commitment,
      entryNo: entryOf(["capital.committed"], { number: commitment.number }),
      release: release && shownRelease(release, partyOf(release.answeredBy)),
      party: partyOf(commitment.memberId),
      isWhole: BigInt(commitment.paidVnd) >= BigInt(commitment.committedVnd),
      isLate:
        !release?.agrees && commitment.dueOn < today && BigInt(commitment.paidVnd) < BigInt(commitment.committedVnd),
    })),
    events: money.events.map(({ recordedById: _hidden, ...event }) => ({
      ...event,
      entryNo: entryOf([event.confirmedAt === null ? "capital.recorded" : "capital.confirmed"], {
        number: event.number,
      }),
      recordedBy: partyOf(event.recordedByMemberId),
      confirmedBy: partyOf(event.confirmedByMemberId),
      changes: event.changes.map(({ memberId, amountVnd }) => ({ party: partyOf(memberId), amountVnd })),
    })),
  };
}

/** Who asked, as a person, is for nobody to read. */
function shownRelease(
  { reason, askedAt, agrees, answerReason, answeredAt }: ReadRelease,
  answeredBy: PartyView | null,
) {
  return { reason, askedAt, agrees, answerReason, answeredAt, answeredBy };
}

/** Commitments, contributions and tranches day by day; what each house paid in is stacked in the order of parties. */
function timelineView(money: AgreementMoney, parties: readonly PartyView[]) {
  return moneyDays(moneyMoves(money)).map(({ paidInBy, on, ...sums }) => ({
    on,
    ...{ committedVnd: String(sums.committedVnd), paidInVnd: String(sums.paidInVnd) },
    ...{ plannedVnd: String(sums.plannedVnd), paidOutVnd: String(sums.paidOutVnd) },
    parts: parties.map(({ id, key, house }) => ({ key, house, vnd: String(paidInBy.get(id) ?? 0n) })),
  }));
}

/** What the public reads of an agreement's money: what was declined never counted and is left to the record. */
export function moneyShown(facts: {
  money: Money | null;
  agreement: { productCode: string } | undefined;
  shares: SharesAsOf | null;
  parties: readonly PartyView[];
  today: string;
  entries: readonly PublicEntry[];
}) {
  const { agreement, shares, parties, today } = facts;
  const entryOf = entryIndex(facts.entries, agreement?.productCode);
  const money = moneyOf(facts.money, agreement?.productCode);
  const view = capitalView(shares, { money, tolerancePpm: facts.money?.tolerancePpm ?? 0, parties, today, entryOf });
  return {
    capital: agreement ? { ...view, events: view.events.filter(({ declinedAt }) => declinedAt === null) } : null,
    funding: fundingView(money.lines, { parties, entryOf }, today),
  };
}

/** Every allocation with its plan, its payments, absorption and arrears on a day. */
export function fundingView(
  lines: readonly ReadFundingLine[],
  { parties, entryOf = NOWHERE }: Pick<Asked, "parties" | "entryOf">,
  asOf: string,
) {
  return lines.map((line) => {
    const plan = line.tranches.map(({ dueOn, amountVnd }) => ({ on: dueOn, amountVnd: BigInt(amountVnd) }));
    const actual = line.payments.map(({ onDay, amountVnd }) => ({ on: onDay, amountVnd: BigInt(amountVnd) }));
    const { plannedCumVnd, actualCumVnd, absorptionPpm, arrearsVnd } = disbursementOn(asOf, plan, actual);
    return {
      ...line,
      entryNo: entryOf(["funding.allocated"], { line: line.number }),
      tranches: line.tranches.map((tranche) => ({
        ...tranche,
        entryNo: entryOf(["funding.planned"], { line: line.number, tranche: tranche.number }),
      })),
      plannedVnd: plannedCumVnd.toString(),
      paidVnd: actualCumVnd.toString(),
      absorptionPpm: absorptionPpm === null ? null : Number(absorptionPpm),
      arrearsVnd: arrearsVnd.toString(),
      payments: line.payments.map((payment) => ({
        ...payment,
        entryNo: entryOf(["funding.paid", "funding.refunded"], { line: line.number, number: payment.number }),
        party: parties.find(({ id }) => id === payment.memberId) ?? null,
      })),
    };
  });
}

/** The money of one agreement; empty where nothing is recorded. */
export function moneyOf(money: Money | null, productCode: string | undefined): AgreementMoney {
  const found = money?.agreements.find((one) => one.productCode === productCode);
  return found ?? { productCode: productCode ?? "", commitments: [], events: [], lines: [] };
}
