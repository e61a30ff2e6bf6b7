import { shareFault, splitVnd } from "#app/domain/partnerships/calculations/parties.ts";
import type { ScheduleFault } from "#app/domain/partnerships/share-schedule.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";

/** An author and their contribution to the result; those of all authors make 1 000 000 ppm. */
export type AuthorContribution = { author: string; ppm: number };

export type AuthorPart = { author: string; amountVnd: bigint };

/**
 * Shares a reward (đồng) among its co-authors by their contributions, by largest remainder, in their order.
 * Refuses contributions that make no whole, one below 0, an author twice (DUPLICATE_PARTY).
 * Source: docs/domain.md, "Profit waterfall"; Decree 267/2025/NĐ-CP Art. 17 [r].
 */
export function shareAmongAuthors(
  rewardVnd: bigint,
  contributions: readonly AuthorContribution[],
): Outcome<AuthorPart[], ScheduleFault> {
  const shares = contributions.map(({ author, ppm }) => ({ party: author, ppm }));
  const fault = shareFault(shares);
  if (fault) return refuse(fault);
  return done(splitVnd(rewardVnd, shares).map(({ party, amountVnd }) => ({ author: party, amountVnd })));
}
