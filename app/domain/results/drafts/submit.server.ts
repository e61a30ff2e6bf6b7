import type { Actor } from "#app/domain/accounts/actor.ts";
import { followFor } from "#app/domain/notices/follows/follow.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { StepRefusal } from "#app/domain/obligations/step.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lacksOf } from "../completeness.ts";
import { readContent } from "../internal/content.server.ts";
import { lockResult } from "../internal/locked.server.ts";
import { contentText } from "../internal/public-payload.ts";
import { takeStep } from "../internal/take-step.server.ts";
import { handsOf, mayEdit } from "../result.policy.ts";

export type SubmitRefusal =
  | StepRefusal
  | "NOT_FOUND"
  | "ALREADY_SUBMITTED"
  | "STALE"
  | "HOST_NOT_VERIFIED"
  | "CONTRIBUTIONS_NOT_100"
  | "INCOMPLETE";

/**
 * Submits a result for verification, or submits again what an officer returned: the content stands still from then on,
 * its SHA-256 goes on the record, and the clock of RESULT_VERIFICATION starts or goes on. Of any number of submissions
 * at the same moment one is made and the others are ALREADY_SUBMITTED. Refuses besides: NOT_FOUND (also for everybody
 * but who recorded it and the representatives of its host), STALE, HOST_NOT_VERIFIED, CONTRIBUTIONS_NOT_100 (the sum of
 * contributions is not exactly 1 000 000 ppm), INCOMPLETE (`lacksOf` says what is missing).
 * Source: docs/domain.md, "Results".
 */
export async function submit(
  actor: Actor,
  code: string,
  input: { revision: number | null },
  at = new Date(),
): Promise<Outcome<{ code: string; sha256: string }, SubmitRefusal>> {
  return inTransaction(async (tx) => {
    const result = await lockResult(tx, code);
    const hands = result ? handsOf(actor, result).filter((hand) => hand !== "RESULT_OFFICER") : [];
    if (!result || hands.length === 0) return refuse("NOT_FOUND");
    if (!mayEdit(actor, result)) return refuse("ALREADY_SUBMITTED");
    if (input.revision !== result.revision) return refuse("STALE");
    if (!result.hostVerified) return refuse("HOST_NOT_VERIFIED");
    const content = await readContent(tx, result.id);
    const lacks = lacksOf(content, dayInVietnam(at));
    const shares = lacks.find((lack) => lack.need === "CONTRIBUTIONS_NOT_100");
    if (shares) return refuse("CONTRIBUTIONS_NOT_100", { params: shares.params ?? {} });
    if (lacks.length > 0) return refuse("INCOMPLETE", { params: { count: lacks.length } });
    const hash = sha256(contentText(content));
    for (const personId of new Set([result.createdById, actor.personId]))
      await followFor(tx, personId, { type: "RESULT", code }, at);
    const step = await takeStep(tx, result, {
      to: "SUBMITTED",
      hands,
      personId: actor.personId,
      organisationId: result.hostOrganisationId,
      at,
      data: { submittedAt: result.submittedAt ?? at },
      payload: { contentSha256: hash },
    });
    return step.ok ? done({ code, sha256: hash }) : step;
  });
}
