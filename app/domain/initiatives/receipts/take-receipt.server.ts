import { randomBytes } from "node:crypto";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { canonicalJson } from "#app/platform/canonical.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { take } from "#app/platform/limits/limits.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { mayTakeReceipt } from "../initiative.policy.ts";
import { readAttachments, readContent, readParts } from "../internal/content.server.ts";
import { lockInitiative } from "../internal/locked.server.ts";

export type ReceiptRefusal = "NOT_FOUND" | "TOO_MANY";

/**
 * Proves that the present text existed at this instant: everything that the proposer wrote, the hash of every file and a
 * random salt become one text, which stays with its author; its SHA-256 and the code go on the public record. Without
 * the salt a guess at a short text could be tried against the hash. Refuses NOT_FOUND (also for everybody but the
 * proposer) and TOO_MANY in an hour (`seconds` to wait). Source: docs/domain.md, "Receipts".
 */
export async function takeReceipt(
  actor: Actor,
  code: string,
  at = new Date(),
): Promise<Outcome<{ number: number; sha256: string }, ReceiptRefusal>> {
  const taken = await take("receipt", actor.personId);
  if (!taken.ok) return refuse("TOO_MANY", { params: { seconds: taken.retryAfterS } });
  return inTransaction<{ number: number; sha256: string }, ReceiptRefusal>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !mayTakeReceipt(actor, initiative)) return refuse("NOT_FOUND");
    const initiativeId = initiative.id;
    const files = await readAttachments(tx, initiativeId);
    const text = canonicalJson({
      ...(await readContent(tx, initiativeId)),
      code,
      attachments: files.map(({ name, sha256: hash, sizeBytes, mediaType }) => ({
        name,
        sha256: hash,
        sizeBytes,
        mediaType,
      })),
      parts: await readParts(tx, initiativeId),
      salt: randomBytes(16).toString("hex"),
      takenAt: at,
    });
    const number = 1 + (await tx.priorityReceipt.count({ where: { initiativeId } }));
    const hash = sha256(text);
    const recordEntryId = await appendEntry(
      tx,
      {
        kind: "initiative.priority",
        subject: { type: "INITIATIVE", code },
        actor: { organisationId: null, post: "PROPOSER" },
        payload: { sha256: hash },
      },
      at,
    );
    await tx.priorityReceipt.create({ data: { initiativeId, number, content: text, sha256: hash, at, recordEntryId } });
    return done({ number, sha256: hash });
  });
}
