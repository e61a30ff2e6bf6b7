import type { Tx } from "#prisma/client.server.ts";
import { paidInOn } from "../../calculations/capital/paid-in.ts";
import type { CapitalEventKind } from "../../capital/capital.ts";

export type StoredCapitalEvent = {
  id: string;
  number: number;
  kind: CapitalEventKind;
  onDay: string;
  commitmentId: string | null;
  recordedByMemberId: string;
  recordedById: string;
  state: "PENDING" | "CONFIRMED" | "DECLINED";
  changes: { party: string; amountVnd: bigint }[];
};

/** Every event of an agreement in the order of days, whatever was said of it. */
export async function capitalEvents(tx: Tx, agreementId: string): Promise<StoredCapitalEvent[]> {
  const events = await tx.capitalEvent.findMany({
    where: { agreementId },
    orderBy: [{ onDay: "asc" }, { number: "asc" }],
    include: { lines: true },
  });
  return events.map(({ lines, onDay, confirmedAt, declinedAt, ...event }) => ({
    ...event,
    onDay: onDay.toISOString().slice(0, 10),
    state: confirmedAt ? "CONFIRMED" : declinedAt ? "DECLINED" : "PENDING",
    changes: lines.map(({ memberId, amountVnd }) => ({ party: memberId, amountVnd })),
  }));
}

/** Whether somebody would have less than nothing on some day, were these all that happened. In any order. Source: I5. */
export function falls(events: readonly Pick<StoredCapitalEvent, "onDay" | "changes">[]): boolean {
  const sorted = [...events].sort((a, b) => (a.onDay < b.onDay ? -1 : Number(a.onDay > b.onDay)));
  return !paidInOn(
    sorted.map(({ onDay, changes }) => ({ on: onDay, changes })),
    [],
  ).ok;
}

/** What was paid in against a commitment, in đồng. */
export function paidAgainst(commitmentId: string, events: readonly StoredCapitalEvent[]): bigint {
  return events
    .filter((event) => event.commitmentId === commitmentId)
    .flatMap(({ changes }) => changes)
    .reduce((sum, { amountVnd }) => sum + amountVnd, 0n);
}
