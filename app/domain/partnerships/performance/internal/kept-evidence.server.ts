import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedPartnership } from "../../internal/locked.server.ts";
import type { WithEvidence } from "../performance.ts";

/**
 * Keeps a document with the row that it shows, for everybody or for those inside, and gives its id for that row. A
 * fingerprint for which no file of this person is held stays a fingerprint: null. Source: docs/domain.md, "Milestones and
 * completion".
 */
export async function keepEvidence(
  tx: Tx,
  { id: partnershipId }: LockedPartnership,
  { actor, evidence, at }: WithEvidence & { actor: Actor; at: Date },
): Promise<string | null> {
  if (!evidence) return null;
  const { sha256 } = evidence.file;
  const held = { partnershipId, personId: actor.personId, sha256 };
  const file = "name" in evidence.file ? evidence.file : await tx.evidenceHold.findFirst({ where: held });
  if (!file) return null;
  const { sizeBytes, mediaType, name } = file;
  await tx.storedFile.createMany({ data: [{ sha256, sizeBytes, mediaType, createdAt: at }], skipDuplicates: true });
  const { isPublic } = evidence;
  const { id } = await tx.partnershipEvidence.create({
    data: { partnershipId, sha256, name, isPublic, addedById: actor.personId, addedAt: at },
  });
  await tx.evidenceHold.deleteMany({ where: held });
  return id;
}
