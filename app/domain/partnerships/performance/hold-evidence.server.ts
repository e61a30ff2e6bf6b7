import type { Actor } from "#app/domain/accounts/actor.ts";
import type { StoredUpload } from "#app/platform/files/files.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inRunning } from "../internal/running.server.ts";
import { amender } from "../partnership.policy.ts";

/** How long a file waits for its form. */
const HELD_MS = 24 * 3_600_000;

/**
 * Holds a file whose form came back, so that the same person need not choose it again. It is evidence of nothing, and
 * nobody reads it. Refuses: ABSENT; NOT_RUNNING; NOT_A_REPRESENTATIVE.
 */
export async function holdEvidence(
  actor: Actor,
  code: string,
  { sha256, sizeBytes, mediaType, name }: StoredUpload,
  at = new Date(),
): Promise<Outcome<null>> {
  return inRunning<null>(code, async (tx, { id: partnershipId, members }) => {
    if (!amender(actor, members)) return refuse("NOT_A_REPRESENTATIVE");
    await tx.evidenceHold.deleteMany({
      where: { partnershipId, heldAt: { lt: new Date(at.getTime() - HELD_MS) } },
    });
    await tx.evidenceHold.createMany({
      data: [{ partnershipId, personId: actor.personId, sha256, sizeBytes, mediaType, name, heldAt: at }],
      skipDuplicates: true,
    });
    return done(null);
  });
}
