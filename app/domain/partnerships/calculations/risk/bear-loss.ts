import { allocate } from "#app/domain/partnerships/allocation.ts";
import { maximum } from "#app/domain/partnerships/calculations/exact.ts";
import { type PartyAmount, shareFault } from "#app/domain/partnerships/calculations/parties.ts";
import type { ScheduleFault } from "#app/domain/partnerships/share-schedule.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";

/** A party that bears risk. Without a cap (null) it bears whatever falls to it; `priorVnd` it has borne already. */
export type LossBearer = { party: string; riskPpm: number; capVnd: bigint | null; priorVnd?: bigint };

export type BorneLoss = {
  /** what each bears, in the order of the bearers, each at least 0 */
  lines: PartyAmount[];
  /** what nobody can carry: needs a recorded decision, is never spread in silence */
  unallocatedVnd: bigint;
  /** how often the loss, or what was left of it, was allocated */
  rounds: number;
};

export type LossFault = ScheduleFault | "NEGATIVE_AMOUNT";

/**
 * Spreads a loss (đồng, at least 0) over parties by their RISK shares, within their caps. In rounds: what is left is
 * allocated to the parties still open; whoever gets more than its room (cap less prior losses, at least 0) is set to
 * its room and closed; it ends when nobody does. What is left when no open party has a share stays unallocated.
 * Refuses RISK shares that make no whole, and amounts below 0 (NEGATIVE_AMOUNT).
 * Source: docs/domain.md, "Losses with caps".
 */
export function bearLoss(lossVnd: bigint, bearers: readonly LossBearer[]): Outcome<BorneLoss, LossFault> {
  const fault = shareFault(bearers.map(({ party, riskPpm }) => ({ party, ppm: riskPpm })));
  if (fault) return refuse(fault);
  const amounts = [lossVnd, ...bearers.flatMap(({ capVnd, priorVnd }) => [capVnd ?? 0n, priorVnd ?? 0n])];
  if (amounts.some((amount) => amount < 0n)) return refuse("NEGATIVE_AMOUNT");

  const borne = new Map<LossBearer, bigint>();
  let open = [...bearers];
  let leftVnd = lossVnd;
  let rounds = 0;
  while (open.some(({ riskPpm }) => riskPpm > 0)) {
    rounds += 1;
    const parts = allocate(
      leftVnd,
      open.map(({ riskPpm }) => riskPpm),
    );
    const given = open.map((bearer, place) => ({ bearer, room: roomOf(bearer), part: parts[place] ?? 0n }));
    const full = given.filter(({ room, part }) => room !== null && part > room);
    for (const { bearer, room, part } of full.length > 0 ? full : given) {
      const takes = full.length > 0 ? (room ?? part) : part;
      borne.set(bearer, takes);
      leftVnd -= takes;
    }
    if (full.length === 0) break;
    open = open.filter((bearer) => !borne.has(bearer));
  }
  const lines = bearers.map((bearer) => ({ party: bearer.party, amountVnd: borne.get(bearer) ?? 0n }));
  return done({ lines, unallocatedVnd: leftVnd, rounds });
}

function roomOf({ capVnd, priorVnd = 0n }: LossBearer): bigint | null {
  return capVnd === null ? null : maximum(0n, capVnd - priorVnd);
}
