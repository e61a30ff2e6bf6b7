import { allocate } from "#app/domain/partnerships/allocation.ts";
import { maximum } from "#app/domain/partnerships/calculations/exact.ts";
import { ofParty, type PartyAmount, shareFault, sumVnd } from "#app/domain/partnerships/calculations/parties.ts";
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
  const rounds = lossRounds(lossVnd, bearers);
  if (!rounds.ok) return rounds;
  const borne = rounds.value.flatMap(({ taken }) => taken);
  const lines = bearers.map(({ party }) => ({ party, amountVnd: ofParty(borne, party)?.amountVnd ?? 0n }));
  return done({ lines, unallocatedVnd: rounds.value.at(-1)?.leftVnd ?? lossVnd, rounds: rounds.value.length });
}

/**
 * One allocation of the loss or of what was left of it: what fell to each party still open, what was taken (where some
 * have no room for their part, by them alone: they close at their room), and what was left then.
 */
export type LossRound = { offered: PartyAmount[]; taken: PartyAmount[]; leftVnd: bigint };

/** The rounds of `bearLoss`, in which each party takes at most once. Refuses what that refuses. */
export function lossRounds(lossVnd: bigint, bearers: readonly LossBearer[]): Outcome<LossRound[], LossFault> {
  const fault = shareFault(bearers.map(({ party, riskPpm }) => ({ party, ppm: riskPpm })));
  if (fault) return refuse(fault);
  const amounts = [lossVnd, ...bearers.flatMap(({ capVnd, priorVnd }) => [capVnd ?? 0n, priorVnd ?? 0n])];
  if (amounts.some((amount) => amount < 0n)) return refuse("NEGATIVE_AMOUNT");

  const rounds: LossRound[] = [];
  let open = [...bearers];
  let leftVnd = lossVnd;
  while (open.some(({ riskPpm }) => riskPpm > 0)) {
    const parts = allocate(
      leftVnd,
      open.map(({ riskPpm }) => riskPpm),
    );
    const given = open.map((bearer, place) => ({ bearer, room: roomOf(bearer), part: parts[place] ?? 0n }));
    const full = given.filter(({ room, part }) => room !== null && part > room);
    const taking = full.length > 0 ? full.map(({ bearer, room }) => ({ bearer, part: room ?? 0n })) : given;
    const taken = taking.map(({ bearer, part }) => ({ party: bearer.party, amountVnd: part }));
    leftVnd -= sumVnd(taken);
    rounds.push({
      offered: given.map(({ bearer, part }) => ({ party: bearer.party, amountVnd: part })),
      taken,
      leftVnd,
    });
    if (full.length === 0) break;
    open = open.filter((bearer) => !taking.some((one) => one.bearer === bearer));
  }
  return done(rounds);
}

function roomOf({ capVnd, priorVnd = 0n }: LossBearer): bigint | null {
  return capVnd === null ? null : maximum(0n, capVnd - priorVnd);
}
