import type { Actor } from "#app/domain/accounts/actor.ts";
import type { StoredUpload } from "#app/platform/files/files.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inRunning } from "../internal/running.server.ts";
import { amender } from "../partnership.policy.ts";

/** A file of the store, or one that the same person handed in here before; and who reads it. */
export type EvidenceInput = { file: StoredUpload | { sha256: string }; isPublic: boolean };

/**
 * Keeps a document that a member hands in with what it reports, for everybody or for those inside. What it shows names it
 * by its SHA-256. A fingerprint of which this person handed in no file here stays a fingerprint and nothing is kept.
 * Refuses: ABSENT; NOT_RUNNING; NOT_A_REPRESENTATIVE. Source: docs/domain.md, "Milestones and completion".
 */
export async function keepEvidence(
  actor: Actor,
  code: string,
  { file, isPublic }: EvidenceInput,
  at = new Date(),
): Promise<Outcome<{ kept: boolean }>> {
  return inRunning<{ kept: boolean }>(code, async (tx, partnership) => {
    if (!amender(actor, partnership.members)) return refuse("NOT_A_REPRESENTATIVE");
    const partnershipId = partnership.id;
    const { sha256 } = file;
    const addedById = actor.personId;
    const before = await tx.partnershipEvidence.findFirst({ where: { partnershipId, sha256, addedById } });
    const name = "name" in file ? file.name : before?.name;
    if (!name) return done({ kept: false });
    if ("name" in file)
      await tx.storedFile.createMany({
        data: [{ sha256, sizeBytes: file.sizeBytes, mediaType: file.mediaType, createdAt: at }],
        skipDuplicates: true,
      });
    await tx.partnershipEvidence.createMany({
      data: [{ partnershipId, sha256, name, isPublic, addedById, addedAt: at }],
      skipDuplicates: true,
    });
    return done({ kept: true });
  });
}
