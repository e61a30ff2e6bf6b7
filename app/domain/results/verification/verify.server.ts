import type { Actor } from "#app/domain/accounts/actor.ts";
import type { StepRefusal } from "#app/domain/obligations/step.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { readContent } from "../internal/content.server.ts";
import { lockResult } from "../internal/locked.server.ts";
import { contentText } from "../internal/public-payload.ts";
import { takeStep } from "../internal/take-step.server.ts";
import { verifyingBody } from "../result.policy.ts";
import { LENGTHS } from "../result.schema.ts";
import { type OfficerRefusal, officerRefusal } from "./officer.ts";

export type VerifyRefusal = StepRefusal | OfficerRefusal | "NOT_FOUND" | "STALE" | "NOTE_MISSING" | "UNKNOWN_ACT";

/**
 * Verifies a submitted result in the name of a body that is not its host: a written note (at least 20 characters), and
 * the acts of exploitation that the evidence bears out; only those count towards "commercialised". Refuses NOT_FOUND,
 * VERIFIER_IS_AUTHOR, VERIFIER_OF_HOST, NOT_AN_OFFICER, STALE, NOTE_MISSING, UNKNOWN_ACT, and what the table refuses.
 * Source: docs/domain.md, "Separation of duties".
 */
export async function verify(
  actor: Actor,
  code: string,
  input: { revision: number | null; note: string; actIds: readonly string[] },
  at = new Date(),
): Promise<Outcome<{ revision: number }, VerifyRefusal>> {
  const note = input.note.trim();
  return inTransaction(async (tx) => {
    const result = await lockResult(tx, code);
    if (!result || result.state === "DRAFT") return refuse("NOT_FOUND");
    const body = verifyingBody(actor, result);
    if (body === null) return officerRefusal(actor, result);
    if (input.revision !== result.revision) return refuse("STALE");
    if ([...note].length < LENGTHS.note.least)
      return refuse("NOTE_MISSING", { field: "note", params: { min: LENGTHS.note.least } });
    const marked = await tx.exploitationAct.updateMany({
      where: { resultId: result.id, id: { in: [...input.actIds] }, verifiedAt: null, result: { state: "SUBMITTED" } },
      data: { verifiedAt: at, verifiedById: actor.personId },
    });
    if (result.state === "SUBMITTED" && marked.count !== input.actIds.length)
      return refuse("UNKNOWN_ACT", { field: "actIds" });
    const content = await readContent(tx, result.id);
    const step = await takeStep(tx, result, {
      to: "VERIFIED",
      hands: ["RESULT_OFFICER"],
      personId: actor.personId,
      organisationId: body,
      at,
      data: { verifiedAt: at, verifiedById: actor.personId, verifierOrganisationId: body, verificationNote: note },
      payload: { contentSha256: sha256(contentText(content)), noteSha256: sha256(note), verifiedActs: marked.count },
    });
    return step.ok ? done({ revision: result.revision + 1 }) : step;
  });
}
