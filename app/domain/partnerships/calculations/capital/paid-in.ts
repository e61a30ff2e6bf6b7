import { type PartyAmount, partiesOf, sharesBy, sumVnd } from "#app/domain/partnerships/calculations/parties.ts";
import type { ShareLine } from "#app/domain/partnerships/share-schedule.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";

/** Changes of capital on one day ('YYYY-MM-DD'): paid in above 0, taken out below; a transfer names both sides. */
export type CapitalChange = { on: string; changes: readonly PartyAmount[] };

export type PaidIn = {
  asOf: string;
  /** every party of any change, from the start, in the order in which they are first named */
  balances: PartyAmount[];
  totalVnd: bigint;
  /** null while nothing is paid in */
  shares: ShareLine[] | null;
};

export type PaidInFault = "EVENTS_NOT_SORTED" | "BALANCE_BELOW_ZERO";

/**
 * Who has paid in how much on each of the days asked for, in their order; the changes of a day count on it.
 * Shares are 1 000 000 ppm by balances, by largest remainder (reading "paid in" of I4).
 * Refuses EVENTS_NOT_SORTED (`field`: the place of the event that lies before its predecessor), and
 * BALANCE_BELOW_ZERO (the place of the last event of the day at whose end a party has less than nothing: I5).
 * Source: docs/domain.md, "Capital paid in".
 */
export function paidInOn(events: readonly CapitalChange[], asOf: readonly string[]): Outcome<PaidIn[], PaidInFault> {
  const unsorted = events.findIndex(({ on }, place) => on < (events[place - 1]?.on ?? on));
  if (unsorted >= 0) return refuse("EVENTS_NOT_SORTED", { field: String(unsorted) });

  const names = partiesOf(events.map(({ changes }) => changes));
  const balances = new Map(names.map((party) => [party, 0n]));
  const days: { on: string; balances: PartyAmount[] }[] = [];
  for (const [place, { on, changes }] of events.entries()) {
    for (const { party, amountVnd } of changes) balances.set(party, (balances.get(party) ?? 0n) + amountVnd);
    if (events[place + 1]?.on === on) continue;
    const atEnd = [...balances].map(([party, amountVnd]) => ({ party, amountVnd }));
    if (atEnd.some(({ amountVnd }) => amountVnd < 0n)) return refuse("BALANCE_BELOW_ZERO", { field: String(place) });
    days.push({ on, balances: atEnd });
  }

  const nothing = names.map((party) => ({ party, amountVnd: 0n }));
  return done(
    asOf.map((day) => {
      const known = days.findLast(({ on }) => on <= day)?.balances ?? nothing;
      const totalVnd = sumVnd(known);
      return { asOf: day, balances: known, totalVnd, shares: totalVnd > 0n ? sharesBy(known) : null };
    }),
  );
}
