import type { Tx } from "#prisma/client.server.ts";
import type { LockedPartnership } from "../internal/locked.server.ts";
import { voidOpenDuties } from "../internal/open-duties.server.ts";
import { type InTheNameOf, writeStep } from "../internal/public-step.server.ts";
import { MOVES_TO, type MotionKind } from "./motion.ts";

const STEPS = {
  SUSPEND: "partnership.suspended",
  RESUME: "partnership.resumed",
  TERMINATE: "partnership.terminated",
} as const;

/** Ends a motion as carried, moves the partnership and writes it on the record, in the caller's transaction. */
export async function carry(
  tx: Tx,
  partnership: LockedPartnership,
  motion: { id: string; number: number; kind: MotionKind; reason: string; untilOn: string | null },
  by: InTheNameOf,
  at: Date,
): Promise<void> {
  const { kind, number, reason, untilOn } = motion;
  await tx.partnershipMotion.update({ where: { id: motion.id }, data: { state: "CARRIED", endedAt: at } });
  await tx.partnership.update({
    where: { id: partnership.id },
    data: { state: MOVES_TO[kind], updatedAt: at, revision: { increment: 1 } },
  });
  if (kind === "TERMINATE") await voidOpenDuties(tx, partnership.code, at);
  const payload = { state: MOVES_TO[kind], motion: number, reason, ...(untilOn ? { untilOn } : {}) };
  await writeStep(tx, partnership, { kind: STEPS[kind], by, payload, at });
}
