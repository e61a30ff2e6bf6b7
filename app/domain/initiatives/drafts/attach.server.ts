import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { StoredUpload } from "#app/platform/files/files.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { isProposer, mayEdit } from "../initiative.policy.ts";
import { type LockedInitiative, lockInitiative } from "../internal/locked.server.ts";
import { LONGEST_SEAL_YEARS, maySealUntil, type PartRule } from "../part.ts";

export const MOST_ATTACHMENTS = 10;

export type AttachRefusal = "NOT_FOUND" | "NOT_EDITABLE" | "TOO_MANY_FILES" | "ALREADY_ATTACHED" | "SEAL_NOT_AHEAD";

/**
 * Puts a file of the store on a draft, or on an initiative that is being completed. `rule` says who reads it.
 * Refuses SEAL_NOT_AHEAD (a seal ends after today, ten years ahead at most), NOT_FOUND (also for everybody but the proposer), NOT_EDITABLE, TOO_MANY_FILES
 * (ten at most) and ALREADY_ATTACHED (the same content). Returns the attachment's id.
 */
export async function attach(
  actor: Actor,
  code: string,
  input: { upload: StoredUpload; rule: PartRule },
  at = new Date(),
): Promise<Outcome<{ id: string }, AttachRefusal>> {
  const { upload, rule } = input;
  if (rule.untilOn !== null && !maySealUntil(rule.untilOn, dayInVietnam(at)))
    return refuse("SEAL_NOT_AHEAD", { field: "until", params: { years: LONGEST_SEAL_YEARS } });
  const { level, untilOn } = rule;
  return inTransaction(async (tx) => {
    const editable = await lockEditable(tx, actor, code);
    if (!editable.ok) return editable;
    const initiativeId = editable.value.id;
    const kept = await tx.attachment.findMany({ where: { initiativeId, removedAt: null }, select: { sha256: true } });
    if (kept.length >= MOST_ATTACHMENTS)
      return refuse("TOO_MANY_FILES", { field: "file", params: { max: MOST_ATTACHMENTS } });
    if (kept.some((file) => file.sha256 === upload.sha256))
      return refuse("ALREADY_ATTACHED", { field: "file", params: { name: upload.name } });
    await tx.storedFile.createMany({
      data: [{ sha256: upload.sha256, sizeBytes: upload.sizeBytes, mediaType: upload.mediaType, createdAt: at }],
      skipDuplicates: true,
    });
    const added = await tx.attachment.create({
      data: {
        initiativeId,
        sha256: upload.sha256,
        name: upload.name,
        level,
        untilOn: untilOn === null ? null : new Date(untilOn),
        addedAt: at,
      },
      select: { id: true },
    });
    await touch(tx, initiativeId, at);
    return done(added);
  });
}

/** Takes a file off; versions that were submitted with it keep it. Refuses NOT_FOUND and NOT_EDITABLE. */
export async function detach(
  actor: Actor,
  code: string,
  attachmentId: string,
  at = new Date(),
): Promise<Outcome<null, AttachRefusal>> {
  return inTransaction(async (tx) => {
    const editable = await lockEditable(tx, actor, code);
    if (!editable.ok) return editable;
    const gone = await tx.attachment.updateMany({
      where: { id: attachmentId, initiativeId: editable.value.id, removedAt: null },
      data: { removedAt: at },
    });
    if (gone.count === 0) return refuse("NOT_FOUND");
    await touch(tx, editable.value.id, at);
    return done(null);
  });
}

async function lockEditable(
  tx: Tx,
  actor: Actor,
  code: string,
): Promise<Outcome<LockedInitiative, "NOT_FOUND" | "NOT_EDITABLE">> {
  const initiative = await lockInitiative(tx, code);
  if (!initiative || !isProposer(actor, initiative)) return refuse("NOT_FOUND");
  return mayEdit(actor, initiative) ? done(initiative) : refuse("NOT_EDITABLE");
}

async function touch(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.initiative.update({ where: { id }, data: { updatedAt: at, revision: { increment: 1 } } });
}
