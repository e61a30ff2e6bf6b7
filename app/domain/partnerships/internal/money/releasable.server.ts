import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";

type Releasable = {
  commitment: { id: string; memberId: string };
  /** how often it was asked for */
  releases: number;
  /** asked for and not answered yet */
  open: { id: string; askedById: string } | null;
};

/**
 * A commitment of a locked agreement from which its party may be released.
 * Refuses: NO_SUCH_COMMITMENT; COMMITMENT_PAID; COMMITMENT_RELEASED.
 */
export async function findReleasable(
  tx: Tx,
  agreementId: string,
  number: number,
): Promise<Outcome<Releasable, "NO_SUCH_COMMITMENT" | "COMMITMENT_PAID" | "COMMITMENT_RELEASED">> {
  const commitment = await tx.capitalCommitment.findUnique({
    where: { agreementId_number: { agreementId, number } },
    include: { releases: { include: { answer: true } }, events: { where: { declinedAt: null }, take: 1 } },
  });
  if (!commitment) return refuse("NO_SUCH_COMMITMENT");
  const { releases, events } = commitment;
  if (events.length > 0) return refuse("COMMITMENT_PAID");
  if (releases.some(({ answer }) => answer?.agrees)) return refuse("COMMITMENT_RELEASED");
  const open = releases.find(({ answer }) => answer === null) ?? null;
  return done({ commitment, releases: releases.length, open });
}
