import type { Actor } from "#app/domain/accounts/actor.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { isProposer, mayOpenPart } from "../initiative.policy.ts";
import { type LockedInitiative, lockInitiative } from "../internal/locked.server.ts";
import { SEALABLE_PARTS } from "../part.ts";

export type OpenPartRefusal = "NOT_FOUND" | "NOT_EDITABLE" | "NO_SUCH_PART" | "ALREADY_OPEN";

/**
 * An author opens a part of what was submitted to everybody: a field, or a file as `attachment:` and its id. It is on the
 * record, the index takes it in, and it cannot be closed again. Refuses NOT_FOUND (also for everybody but the proposer),
 * NOT_EDITABLE (a draft sets its levels in the form; what was withdrawn stays closed), NO_SUCH_PART, ALREADY_OPEN.
 * Source: docs/domain.md, "Parts and their readers".
 */
export async function openPart(
  actor: Actor,
  code: string,
  part: string,
  at = new Date(),
): Promise<Outcome<null, OpenPartRefusal>> {
  return inTransaction<null, OpenPartRefusal>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !isProposer(actor, initiative)) return refuse("NOT_FOUND");
    if (!mayOpenPart(actor, initiative)) return refuse("NOT_EDITABLE");
    const opened = part.startsWith("attachment:")
      ? await openFile(tx, initiative, part.slice("attachment:".length))
      : await openField(tx, initiative, part);
    if (!opened.ok) return opened;
    await appendEntry(
      tx,
      {
        kind: "initiative.part-opened",
        subject: { type: "INITIATIVE", code },
        actor: { organisationId: null, post: "PROPOSER" },
        payload: opened.value,
      },
      at,
    );
    await enqueue(tx, { topic: "search", payload: { type: "initiative", id: initiative.id } });
    return done(null);
  });
}

type Opened = Outcome<Record<string, string>, "NO_SUCH_PART" | "ALREADY_OPEN">;
const OPEN = { level: "PUBLIC", untilOn: null } as const;

async function openField(tx: Tx, { id }: LockedInitiative, field: string): Promise<Opened> {
  if (!SEALABLE_PARTS.some((part) => part === field)) return refuse("NO_SUCH_PART", { field: "part" });
  const changed = await tx.partVisibility.updateMany({
    where: { initiativeId: id, field, level: { not: "PUBLIC" } },
    data: OPEN,
  });
  return changed.count === 0 ? refuse("ALREADY_OPEN", { field: "part" }) : done({ part: field });
}

/** A file is told by its fingerprint: its name may say more than a record should while the file is not public. */
async function openFile(tx: Tx, { id }: LockedInitiative, attachmentId: string): Promise<Opened> {
  const file = isUuid(attachmentId)
    ? await tx.attachment.findFirst({ where: { id: attachmentId, initiativeId: id, removedAt: null } })
    : null;
  if (!file) return refuse("NO_SUCH_PART", { field: "part" });
  if (file.level === "PUBLIC") return refuse("ALREADY_OPEN", { field: "part" });
  await tx.attachment.update({ where: { id: file.id }, data: OPEN });
  return done({ part: "file", sha256: file.sha256 });
}
