import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";

type Releasable = {
  commitment: { id: string; memberId: string };
  /** why its party is not released from it: something was paid in against it, or it is released already */
  fault: "COMMITMENT_PAID" | "COMMITMENT_RELEASED" | null;
  /** how often it was asked for */
  releases: number;
  /** asked for and not answered yet */
  open: { id: string; askedById: string } | null;
};

/**
 * A commitment of a locked agreement, and whether its party may be released from it.
 * Refuses: NO_SUCH_COMMITMENT.
 */
export async function findRelease(
  tx: Tx,
  agreementId: string,
  number: number,
): Promise<Outcome<Releasable, "NO_SUCH_COMMITMENT">> {
  const commitment = await tx.capitalCommitment.findUnique({
    where: { agreementId_number: { agreementId, number } },
    include: { releases: { include: { answer: true } }, events: { where: { declinedAt: null }, take: 1 } },
  });
  if (!commitment) return refuse("NO_SUCH_COMMITMENT");
  const { releases, events } = commitment;
  const isReleased = releases.some(({ answer }) => answer?.agrees);
  const fault = isReleased ? "COMMITMENT_RELEASED" : events.length > 0 ? "COMMITMENT_PAID" : null;
  const open = releases.find(({ answer }) => answer === null) ?? null;
  return done({ commitment, fault, releases: releases.length, open });
}
