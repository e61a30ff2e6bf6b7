import { canonicalJson } from "#app/platform/canonical.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { ProposalContent } from "../completeness.ts";
import { readAttachments, readParts } from "./content.server.ts";
import type { LockedInitiative } from "./locked.server.ts";

/**
 * Stores the content as the next version, word for word, with the hash of every file and the rules of every part: what is
 * submitted, or with a note what is edited in public.
 */
export async function freezeVersion(
  tx: Tx,
  initiative: LockedInitiative,
  content: ProposalContent,
  at: Date,
  note?: string,
): Promise<{ number: number; sha256: string }> {
  const number = initiative.versionNumber + 1;
  const attachments = (await readAttachments(tx, initiative.id)).map(
    ({ name, sha256, level, untilOn, sizeBytes, mediaType }) => ({
      name,
      sha256,
      level,
      untilOn,
      sizeBytes,
      mediaType,
    }),
  );
  const parts = await readParts(tx, initiative.id);
  const text = canonicalJson({ ...content, code: initiative.code, version: number, attachments, parts });
  const version = { number, sha256: sha256(text) };
  const edited = note === undefined ? {} : ({ kind: "EDIT", note } as const);
  await tx.initiativeVersion.create({
    data: { ...version, ...edited, initiativeId: initiative.id, content: text, submittedAt: at },
  });
  return version;
}
