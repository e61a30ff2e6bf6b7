import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockPartnership } from "../internal/locked.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import { mayRepresent } from "../partnership.policy.ts";

/**
 * The member that moved takes its motion back before it is decided. Refuses: ABSENT; NO_OPEN_MOTION; NOT_THE_MOVER.
 * Source: docs/domain.md, "Suspending and ending".
 */
export async function withdrawMotion(
  actor: Actor,
  code: string,
  number: number,
  at = new Date(),
): Promise<Outcome<{ number: number }>> {
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    if (!partnership?.published) return refuse("ABSENT");
    const motion = await tx.partnershipMotion.findFirst({
      where: { partnershipId: partnership.id, number, state: "OPEN" },
    });
    if (!motion) return refuse("NO_OPEN_MOTION");
    const organisationId = motion.byOrganisationId;
    if (!mayRepresent(actor, organisationId)) return refuse("NOT_THE_MOVER");
    await tx.partnershipMotion.update({ where: { id: motion.id }, data: { state: "WITHDRAWN", endedAt: at } });
    await writeStep(tx, partnership, {
      kind: "partnership.motion-withdrawn",
      by: { actor, organisationId },
      payload: { motion: number, asked: motion.kind },
      at,
    });
    return done({ number });
  });
}
