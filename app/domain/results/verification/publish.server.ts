import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { StepRefusal } from "#app/domain/obligations/step.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { pool, type Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { readContent } from "../internal/content.server.ts";
import { type LockedResult, lockResult } from "../internal/locked.server.ts";
import { contentText, publishedPayload } from "../internal/public-payload.ts";
import { readStages, tellStages } from "../internal/reports/tell-stage.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import { wayBefore } from "../reports/report.ts";
import { verifyingBody } from "../result.policy.ts";
import type { ResultHand } from "../result.ts";
import { type OfficerRefusal, officerRefusal } from "./officer.ts";

export type PublishRefusal = StepRefusal | OfficerRefusal | "NOT_FOUND" | "EMBARGO";

/**
 * Publishes a verified result: from now on everybody reads it and search finds it. Refuses NOT_FOUND, the officers that
 * `verify` refuses, EMBARGO until the day on which the embargo ends (that day the clock publishes it), and what the
 * table of steps refuses.
 */
export async function publish(
  actor: Actor,
  code: string,
  at = new Date(),
): Promise<Outcome<{ code: string }, PublishRefusal>> {
  return inTransaction(async (tx) => {
    const result = await lockResult(tx, code);
    if (!result || result.state === "DRAFT") return refuse("NOT_FOUND");
    const body = verifyingBody(actor, result);
    if (body === null) return officerRefusal(actor, result);
    return open(tx, result, { hand: "RESULT_OFFICER", personId: actor.personId, organisationId: body, at });
  });
}

/**
 * The clock's own act: publishes what was verified and waited for the end of its embargo. Run once a day and as often
 * as one likes. Returns the codes.
 */
export async function publishAfterEmbargo(at = new Date()): Promise<string[]> {
  const { rows } = await pool().query<{ code: string }>(
    "SELECT code FROM result WHERE state = 'VERIFIED' AND embargo_until <= $1 ORDER BY embargo_until, code LIMIT 500",
    [dayInVietnam(at)],
  );
  const opened: string[] = [];
  for (const { code } of rows) {
    const outcome = await inTransaction(async (tx) => {
      const result = await lockResult(tx, code);
      if (result?.state !== "VERIFIED") return refuse("NOT_FOUND");
      return open(tx, result, { hand: "CLOCK", personId: null, organisationId: null, at });
    });
    if (outcome.ok) opened.push(code);
  }
  return opened;
}

type By = { hand: ResultHand; personId: string | null; organisationId: string | null; at: Date };

async function open(tx: Tx, result: LockedResult, by: By): Promise<Outcome<{ code: string }, StepRefusal | "EMBARGO">> {
  const { hand, personId, organisationId, at } = by;
  if (result.state === "VERIFIED" && result.embargoUntil !== null && result.embargoUntil > dayInVietnam(at))
    return refuse("EMBARGO");
  const content = await readContent(tx, result.id);
  const step = await takeStep(tx, result, {
    to: "PUBLISHED",
    hands: [hand],
    personId,
    organisationId,
    at,
    data: { publishedAt: result.publishedAt ?? at },
    payload: { ...publishedPayload(content), contentSha256: sha256(contentText(content)) },
  });
  if (!step.ok) return step;
  const { told } = await readStages(tx, result.id);
  if (told === null) await tellStages(tx, result, wayBefore(content), { role: hand, organisationId, at });
  return done({ code: result.code });
}
