import { canonicalJson } from "#app/platform/canonical.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { SubjectType } from "#prisma/generated/enums.ts";

/** A public change. `payload` is what the public may know of it: codes, states, figures, reasons; never personal data. */
export type PublicChange = {
  kind: string;
  subject: { type: SubjectType; code: string };
  /** the body and the post in which the act was done; `PROPOSER` where a person acted for themselves */
  actor: { organisationId: string | null; post: string };
  payload: Record<string, unknown>;
};

/**
 * Writes an entry of the public record in the caller's transaction. The hash is over the canonical JSON text of the
 * payload (sorted keys), which is stored beside it. Returns the entry's number. `at` is when the act was done.
 */
export async function appendEntry(tx: Tx, change: PublicChange, at = new Date()): Promise<bigint> {
  const payload = canonicalJson({ ...change.payload, kind: change.kind, subject: change.subject.code });
  const entry = await tx.recordEntry.create({
    data: {
      at,
      kind: change.kind,
      subjectType: change.subject.type,
      subjectCode: change.subject.code,
      actorOrganisationId: change.actor.organisationId,
      actorPost: change.actor.post,
      payload,
      sha256: sha256(payload),
    },
    select: { id: true },
  });
  return entry.id;
}
