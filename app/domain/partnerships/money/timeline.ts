import { owed } from "../capital/capital.ts";
import type { AgreementMoney } from "./queries.server.ts";

/** What moved on a day; `series` as in the timeline. A commitment counts on the day that it is due. */
export type MoneyMove = {
  on: string;
  series: "COMMITTED" | "PAID_IN" | "PLANNED" | "PAID_OUT";
  /** null for the tranches of a budget line */
  memberId: string | null;
  amountVnd: bigint;
};

/** Where everything stands at the end of a day: đồng, those of capital by member too. */
export type MoneyDay = {
  on: string;
  committedVnd: bigint;
  paidInVnd: bigint;
  paidInBy: ReadonlyMap<string, bigint>;
  plannedVnd: bigint;
  paidOutVnd: bigint;
};

type Moved = Pick<AgreementMoney, "commitments" | "events" | "lines">;

/** Everything that was due or moved, by day: confirmed capital alone, refunds below 0. */
export function moneyMoves({ commitments, events, lines }: Moved): MoneyMove[] {
  const moves: MoneyMove[] = [
    ...owed(commitments).map(({ dueOn, memberId, committedVnd }) => move("COMMITTED", dueOn, memberId, committedVnd)),
    ...events
      .filter(({ confirmedAt }) => confirmedAt !== null)
      .flatMap(({ onDay, changes }) =>
        changes.map(({ memberId, amountVnd }) => move("PAID_IN", onDay, memberId, amountVnd)),
      ),
    ...lines.flatMap(({ tranches, payments }) => [
      ...tranches.map(({ dueOn, amountVnd }) => move("PLANNED", dueOn, null, amountVnd)),
      ...payments.map(({ onDay, amountVnd }) => move("PAID_OUT", onDay, null, amountVnd)),
    ]),
  ];
  return moves.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

function move(series: MoneyMove["series"], on: string, memberId: string | null, amountVnd: string): MoneyMove {
  return { on, series, memberId, amountVnd: BigInt(amountVnd) };
}

/** A row for each day on which something was due or moved, with the sums until its end. */
export function moneyDays(moves: readonly MoneyMove[]): MoneyDay[] {
  const days = [...new Set(moves.map(({ on }) => on))].sort();
  const sums = { COMMITTED: 0n, PAID_IN: 0n, PLANNED: 0n, PAID_OUT: 0n };
  const by = new Map<string, bigint>();
  return days.map((on) => {
    for (const one of moves.filter((other) => other.on === on)) {
      sums[one.series] += one.amountVnd;
      if (one.series === "PAID_IN" && one.memberId) by.set(one.memberId, (by.get(one.memberId) ?? 0n) + one.amountVnd);
    }
    return {
      on,
      ...{ committedVnd: sums.COMMITTED, paidInVnd: sums.PAID_IN, paidInBy: new Map(by) },
      ...{ plannedVnd: sums.PLANNED, paidOutVnd: sums.PAID_OUT },
    };
  });
}
