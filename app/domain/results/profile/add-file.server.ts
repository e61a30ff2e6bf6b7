import type { Actor } from "#app/domain/accounts/actor.ts";
import type { StoredUpload } from "#app/platform/files/files.server.ts";
import type { StoredImage } from "#app/platform/files/image-store.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockResult } from "../internal/locked.server.ts";
import { handsOf, mayEdit } from "../result.policy.ts";
import { MOST_FILES } from "./file.ts";

export type AddFileRefusal = "NOT_FOUND" | "NOT_EDITABLE" | "TOO_MANY_IMAGES" | "TOO_MANY_FILES" | "ALREADY_ATTACHED";

/** A document of the store, or a picture that was redrawn into it. */
export type FileToAdd = { kind: "DOCUMENT"; file: StoredUpload } | { kind: "IMAGE"; file: StoredImage };

/**
 * Puts a file of the store on a draft, or on a result that is being completed; its title is written afterwards, and a
 * submission needs it. Nobody but those who read the result reads it, and everybody once the result is public. Refuses
 * NOT_FOUND (also for everybody who may not write), NOT_EDITABLE, TOO_MANY_IMAGES, TOO_MANY_FILES and ALREADY_ATTACHED (the
 * same content). Source: docs/domain.md, "Results".
 */
export async function addFile(
  actor: Actor,
  code: string,
  { kind, file }: FileToAdd,
  at = new Date(),
): Promise<Outcome<{ id: string }, AddFileRefusal>> {
  return inTransaction<{ id: string }, AddFileRefusal>(async (tx) => {
    const result = await lockResult(tx, code);
    if (!result || handsOf(actor, result).every((hand) => hand === "RESULT_OFFICER")) return refuse("NOT_FOUND");
    if (!mayEdit(actor, result)) return refuse("NOT_EDITABLE");
    const { id: resultId } = result;
    const kept = await tx.resultFile.findMany({ where: { resultId }, select: { kind: true, sha256: true } });
    const { sha256, sizeBytes, mediaType, name } = file;
    if (kept.some((one) => one.sha256 === sha256)) return refuse("ALREADY_ATTACHED", { params: { name } });
    const max = MOST_FILES[kind];
    if (kept.filter((one) => one.kind === kind).length >= max)
      return refuse(kind === "IMAGE" ? "TOO_MANY_IMAGES" : "TOO_MANY_FILES", { params: { max } });
    const small = kind === "IMAGE" ? file.small : null;
    await tx.storedFile.createMany({
      data: [{ sha256, sizeBytes, mediaType }, ...(small ? [small] : [])].map((one) => ({
        ...{ sha256: one.sha256, sizeBytes: one.sizeBytes, mediaType: one.mediaType },
        createdAt: at,
      })),
      skipDuplicates: true,
    });
    const pixels = kind === "IMAGE" ? { width: file.width, height: file.height } : {};
    const added = await tx.resultFile.create({
      data: {
        ...{ resultId, kind, sha256, name, addedAt: at, ...pixels },
        ...(small ? { smallSha256: small.sha256, smallWidth: small.width, smallHeight: small.height } : {}),
      },
      select: { id: true },
    });
    await tx.result.update({ where: { id: resultId }, data: { revision: { increment: 1 }, updatedAt: at } });
    return done(added);
  });
}
