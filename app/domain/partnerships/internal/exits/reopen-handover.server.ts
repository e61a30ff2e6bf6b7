import type { Tx } from "#prisma/client.server.ts";
import type { LockedPartnership } from "../locked.server.ts";
import { owePayment } from "./owe-payment.server.ts";

/** A transfer was declined or taken back: where it handed over a leaver's capital, that is owed as before. */
export async function reopenHandover(
  tx: Tx,
  { code, members }: LockedPartnership,
  eventId: string,
  at: Date,
): Promise<void> {
  const found = await tx.exitHandover.findUnique({
    where: { eventId },
    include: { settlement: { include: { exit: true } } },
  });
  if (!found) return;
  const { id, memberId, priceVnd, settlement } = found;
  const leaver = members.find((member) => member.id === settlement.exit.memberId);
  const taker = members.find((member) => member.id === memberId);
  if (!leaver || !taker) throw new Error(`no parties of the hand-over ${id} in ${code}`);
  await tx.exitHandover.update({ where: { id }, data: { reference: null, doneAt: null, eventId: null } });
  const effectiveOn = settlement.exit.effectiveOn.toISOString().slice(0, 10);
  await owePayment(tx, { code, handoverId: id, leaver, taker, priceVnd, effectiveOn, at });
}
