import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { allocate } from "../allocation.ts";
import { type DimensionSchedule, linesOn } from "../amendments/amended-schedules.ts";
import { exitPrice, type Leaving, sharesAfterExit } from "../calculations/capital/exit.ts";
import type { ShareDimension, ShareLine } from "../share-schedule.ts";
import type { ExitRule } from "../terms/terms.ts";

export const EXIT_FORMAT = "ba-nha/exit/1";

export type ExitState = "OPEN" | "SETTLED" | "WITHDRAWN";
export type SettlementState = "PROPOSED" | "SIGNED" | "DECLINED";

/** Who takes a leaver's shares over: everybody who stays, in the proportion of what each has, or one of them. */
export type Takeover = { kind: "PRO_RATA" } | { kind: "NAMED"; party: string };

/**
 * The schedules of an agreement once a party has left it: the days before as they were, from `effectiveOn` on without
 * the leaver and closed again to 1 000 000 ppm in every dimension. Refuses TAKER_NEEDED where those who stay have no
 * share to go by. Source: docs/domain.md, "Exit".
 */
export function schedulesAfterExit(
  current: readonly DimensionSchedule[],
  { leaver, effectiveOn, takeover }: { leaver: string; effectiveOn: string; takeover: Takeover },
): Outcome<DimensionSchedule[]> {
  const after: DimensionSchedule[] = [];
  for (const schedule of current) {
    const { from, to } = schedule;
    const isOver = to != null && to <= effectiveOn;
    if (isOver || !schedule.lines.some(({ party }) => party === leaver)) {
      after.push(schedule);
      continue;
    }
    const lines = takenOver(schedule.lines, leaver, takeover);
    if (!lines.ok) return lines;
    if (from < effectiveOn) after.push({ ...schedule, to: effectiveOn });
    after.push({ ...schedule, from: from < effectiveOn ? effectiveOn : from, lines: lines.value });
  }
  return done(after);
}

function takenOver(lines: readonly ShareLine[], leaver: string, takeover: Takeover): Outcome<ShareLine[]> {
  const ppm = lines.find(({ party }) => party === leaver)?.ppm ?? 0;
  const staying = lines.filter(({ party }) => party !== leaver);
  if (ppm === 0) return done(staying);
  if (takeover.kind === "PRO_RATA") {
    const shared = sharesAfterExit(lines, leaver);
    return shared.ok ? shared : refuse("TAKER_NEEDED");
  }
  const named = staying.find(({ party }) => party === takeover.party);
  const line = { party: takeover.party, ppm: (named?.ppm ?? 0) + ppm };
  return done([...staying.filter((one) => one !== named), line]);
}

export type PricedExit = Omit<Leaving, "profitPpm" | "riskPpm"> & {
  rule: ExitRule;
  profitPpm: number;
  riskPpm: number;
  reserveShareVnd: bigint;
  lossCarriedForwardShareVnd: bigint;
  penaltyVnd: bigint;
  priceVnd: bigint;
};

/**
 * What a leaver is paid for one agreement, by the rule that its text gives: the price rule, what it paid in less the
 * penalty, or what is agreed now. In đồng; below 0 it owes. Null where it is to be agreed and is not yet.
 * Source: docs/domain.md, "Exit".
 */
export function priceExit(
  rule: ExitRule,
  leaving: Leaving & { profitPpm: number; riskPpm: number },
  agreedVnd: bigint | null,
): PricedExit | null {
  const { reserveShareVnd, lossCarriedForwardShareVnd, penaltyVnd, priceVnd } = exitPrice(leaving);
  if (rule === "PRICE_RULE")
    return { ...leaving, rule, reserveShareVnd, lossCarriedForwardShareVnd, penaltyVnd, priceVnd };
  const nothing = { reserveShareVnd: 0n, lossCarriedForwardShareVnd: 0n };
  if (rule === "PAID_IN") return { ...leaving, rule, ...nothing, penaltyVnd, priceVnd: leaving.paidInVnd - penaltyVnd };
  return agreedVnd === null ? null : { ...leaving, rule, ...nothing, penaltyVnd: 0n, priceVnd: agreedVnd };
}

export type Handover = { party: string; paidInVnd: bigint; priceVnd: bigint };

/**
 * What each party that stays takes over of the paid-in capital, and pays for it, in proportion to the CAPITAL it gains
 * on the day; where nobody gains any, to PROFIT, then RISK. Who takes and pays nothing is left out.
 */
export function handovers(
  schedules: { before: readonly DimensionSchedule[]; after: readonly DimensionSchedule[] },
  leaving: { effectiveOn: string; paidInVnd: bigint; priceVnd: bigint },
): Handover[] {
  const { effectiveOn, paidInVnd, priceVnd } = leaving;
  const gains = (["CAPITAL", "PROFIT", "RISK"] as const).map((dimension) => gainsOn(schedules, dimension, effectiveOn));
  const weighed = gains.find((lines) => lines.some(({ ppm }) => ppm > 0));
  if (!weighed) return [];
  const weights = weighed.map(({ ppm }) => ppm);
  const [capital, price] = [allocate(paidInVnd, weights), allocate(priceVnd, weights)];
  return weighed
    .map(({ party }, place) => ({ party, paidInVnd: capital[place] ?? 0n, priceVnd: price[place] ?? 0n }))
    .filter((one) => one.paidInVnd !== 0n || one.priceVnd !== 0n);
}

function gainsOn(
  { before, after }: { before: readonly DimensionSchedule[]; after: readonly DimensionSchedule[] },
  dimension: ShareDimension,
  day: string,
): ShareLine[] {
  const had = linesOn(before, dimension, day);
  return linesOn(after, dimension, day).map(({ party, ppm }) => ({
    party,
    ppm: Math.max(0, ppm - (had.find((line) => line.party === party)?.ppm ?? 0)),
  }));
}

/** One agreement in a settlement's text; parties by place, đồng as decimal text. */
export type SettledAgreement = {
  productCode: string;
  rule: ExitRule;
  takeover: { kind: "PRO_RATA" } | { kind: "NAMED"; party: number };
  paidInVnd: string;
  profitPpm: number;
  reservesVnd: string;
  reserveShareVnd: string;
  riskPpm: number;
  lossCarriedForwardVnd: string;
  lossCarriedForwardShareVnd: string;
  earlyExitPenaltyPpm: number;
  penaltyVnd: string;
  priceVnd: string;
  handovers: { party: number; paidInVnd: string; priceVnd: string }[];
  amendmentNumber: number;
  amendmentSha256: string;
};

export type SettlementText = {
  /** where the lead leaves: the place of the member that leads from the last signature on */
  lead?: number;
  parties: { position: number }[];
  agreements: SettledAgreement[];
};
