import type { PartnershipState } from "../partnership.ts";

export const CLOSING_FORMAT = "ba-nha/closing/1";

/** What one agreement's ledger adds up to. Đồng as decimal text; counts of what waits for somebody. */
export type AgreementAccount = {
  productCode: string;
  state: string;
  /** promises that were released are owed no more, and left out */
  committedVnd: string;
  /** against those promises, confirmed */
  paidVnd: string;
  /** of parties that stay, not paid */
  unpaidCount: number;
  unpaidVnd: string;
  /** of parties that left, not paid */
  leftUnpaidVnd: string;
  /** bought back or written off */
  takenOutVnd: string;
  /** what the parties have in it now: paid in less taken out */
  balanceVnd: string;
  pendingCapital: number;
  allocatedVnd: string;
  disbursedVnd: string;
  refundedVnd: string;
  /** planned parts whose condition was met, and that were not paid whole */
  dueTranches: number;
  dueTranchesVnd: string;
  /** planned parts whose condition was not met */
  otherTranches: number;
  otherTranchesVnd: string;
  distributedVnd: string;
  distributedLinesVnd: string;
  lossVnd: string;
  unallocatedVnd: string;
  reserveVnd: string;
  lossCarriedVnd: string;
  pendingRuns: number;
};

/** What a partnership has besides. */
export type Account = {
  agreements: AgreementAccount[];
  openExits: number;
  openHandovers: number;
  openHandoversVnd: string;
  openMotions: number;
};

export const OPEN_KINDS = [
  "CAPITAL_PENDING",
  "RUN_PENDING",
  "AMENDMENT",
  "PROMISE",
  "TRANCHE",
  "EXIT",
  "HANDOVER",
  "MOTION",
  "CAPITAL_DIFFERS",
  "RUN_DIFFERS",
] as const;
export type OpenKind = (typeof OPEN_KINDS)[number];

/** One thing that keeps a partnership from being closed; `productCode` null where it is the partnership's. */
export type OpenItem = { kind: OpenKind; productCode: string | null; count: number; amountVnd: string | null };

/** What nobody pays any more once it is closed, in đồng. */
export type Lapse = { kind: "PROMISE" | "TRANCHE" | "LEAVER"; productCode: string; amountVnd: string };

/**
 * What is still open in an account. Capital, runs, amendments, exits and motions that wait for an answer always are;
 * promises that are not paid, and parts of State money whose condition was met, in what was completed: where it failed or
 * was terminated they lapse, with a reason. Figures that do not add up to the đồng are open too.
 * Source: docs/domain.md, "Closing".
 */
export function stillOpen(state: PartnershipState, account: Account): OpenItem[] {
  const isCompleted = state === "COMPLETED";
  const items = account.agreements.flatMap((one): OpenItem[] => {
    const { productCode } = one;
    const capital = BigInt(one.paidVnd) - BigInt(one.takenOutVnd) - BigInt(one.balanceVnd);
    const runs = BigInt(one.distributedVnd) - BigInt(one.distributedLinesVnd);
    return [
      { kind: "CAPITAL_PENDING", productCode, count: one.pendingCapital, amountVnd: null },
      { kind: "RUN_PENDING", productCode, count: one.pendingRuns, amountVnd: null },
      { kind: "AMENDMENT", productCode, count: Number(one.state === "AMENDING"), amountVnd: null },
      { kind: "PROMISE", productCode, count: isCompleted ? one.unpaidCount : 0, amountVnd: one.unpaidVnd },
      { kind: "TRANCHE", productCode, count: isCompleted ? one.dueTranches : 0, amountVnd: one.dueTranchesVnd },
      { kind: "CAPITAL_DIFFERS", productCode, count: Number(capital !== 0n), amountVnd: String(capital) },
      { kind: "RUN_DIFFERS", productCode, count: Number(runs !== 0n), amountVnd: String(runs) },
    ];
  });
  const whole: OpenItem[] = [
    { kind: "EXIT", productCode: null, count: account.openExits, amountVnd: null },
    { kind: "HANDOVER", productCode: null, count: account.openHandovers, amountVnd: account.openHandoversVnd },
    { kind: "MOTION", productCode: null, count: account.openMotions, amountVnd: null },
  ];
  return [...items, ...whole].filter(({ count }) => count > 0);
}

/** What lapses when it is closed, which takes a reason. */
export function lapses(state: PartnershipState, account: Account): Lapse[] {
  const isCompleted = state === "COMPLETED";
  return account.agreements
    .flatMap(({ productCode, ...one }): Lapse[] => [
      { kind: "PROMISE", productCode, amountVnd: isCompleted ? "0" : one.unpaidVnd },
      { kind: "LEAVER", productCode, amountVnd: one.leftUnpaidVnd },
      {
        kind: "TRANCHE",
        productCode,
        amountVnd: String(BigInt(one.otherTranchesVnd) + (isCompleted ? 0n : BigInt(one.dueTranchesVnd))),
      },
    ])
    .filter(({ amountVnd }) => amountVnd !== "0");
}
