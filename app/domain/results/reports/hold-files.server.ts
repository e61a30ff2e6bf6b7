import type { Actor } from "#app/domain/accounts/actor.ts";
import type { StoredUpload } from "#app/platform/files/files.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockResult } from "../internal/locked.server.ts";
import { representsHost } from "../result.policy.ts";

/** How long files wait for their form. */
const HELD_MS = 24 * 3_600_000;

export type HoldRefusal = "NOT_FOUND" | "NOT_A_REPRESENTATIVE" | "NOT_ALLOWED_FROM_STATE";

/**
 * Holds the files of a report whose form came back, for a day, so that the same person need not choose them again. They show
 * nothing, and nobody reads them. Refuses NOT_FOUND, NOT_A_REPRESENTATIVE of the host, NOT_ALLOWED_FROM_STATE (not published).
 */
export async function holdFiles(
  actor: Actor,
  code: string,
  files: readonly StoredUpload[],
  at = new Date(),
): Promise<Outcome<null, HoldRefusal>> {
  return inTransaction<null, HoldRefusal>(async (tx) => {
    const result = await lockResult(tx, code);
    if (!result) return refuse("NOT_FOUND");
    if (!representsHost(actor, result)) return refuse("NOT_A_REPRESENTATIVE");
    if (result.state !== "PUBLISHED") return refuse("NOT_ALLOWED_FROM_STATE");
    const { id: resultId } = result;
    await tx.resultReportHold.deleteMany({ where: { resultId, heldAt: { lt: new Date(at.getTime() - HELD_MS) } } });
    await tx.resultReportHold.createMany({
      data: files.map(({ sha256, sizeBytes, mediaType, name }) => ({
        ...{ resultId, personId: actor.personId, sha256, sizeBytes, mediaType, name },
        heldAt: at,
      })),
      skipDuplicates: true,
    });
    return done(null);
  });
}
