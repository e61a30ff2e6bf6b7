import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { type LockedRecommendation, lockRecommendation } from "../internal/addressed.server.ts";
import { asAddressee, signingPost } from "../internal/as-addressee.server.ts";
import { mayAnswer } from "../monitoring.policy.ts";
import type { ProgressInput, ResponseInput } from "./recommendation.schema.ts";
import { isClosed, laterProgress } from "./recommendation.ts";

type AnswerRefusal =
  | "NOT_FOUND"
  | "NOT_THE_MONITORED_BODY"
  | "POST_MISSING"
  | "RECOMMENDATION_CLOSED"
  | "PROGRESS_BACKWARDS";

/**
 * The addressee answers a recommendation, signed by the post of whoever represents it: accepted or partly with a plan and
 * a day, not accepted with a reason. Every answer stays; the first one meets the duty, and that of the steering body where
 * it was overdue. Refuses NOT_FOUND before the publication; NOT_THE_MONITORED_BODY (which leaves a security event); POST_MISSING
 * where the profile names no post; RECOMMENDATION_CLOSED. Source: docs/domain.md, "Monitoring".
 */
export async function respond(
  actor: Actor,
  code: string,
  input: ResponseInput,
  at = new Date(),
): Promise<Outcome<null, AnswerRefusal>> {
  return asAddressee<null, AnswerRefusal>(actor, { act: "recommendation.respond", code }, async (tx) => {
    const found = await addressed(tx, actor, code);
    if (!found.ok) return found;
    const { id, addresseeId } = found.value;
    const post = signingPost(actor, addresseeId);
    if (post === "PARTY_REP") return refuse("POST_MISSING");
    const { acceptance, reason, plan, targetOn } = input;
    await tx.recommendationResponse.create({
      data: {
        ...{ recommendationId: id, acceptance, reason, plan },
        ...{ targetOn: targetOn === null ? null : new Date(`${targetOn}T00:00:00Z`) },
        ...{ language: actor.language, personId: actor.personId, post, at },
      },
    });
    await closeObligation(tx, id, "RECOMMENDATION_RESPONSE", acceptance, at);
    await closeObligation(tx, id, "RESPONSE_ESCALATION", "ANSWERED", at);
    const payload = { acceptance, reason, plan, targetOn };
    await onRecord(tx, { kind: "recommendation.answered", code, addresseeId, post, payload }, at);
    return done(null);
  });
}

/**
 * The addressee tells how far it is; only forward, and never the status, which is the Front's. Refuses NOT_FOUND;
 * NOT_THE_MONITORED_BODY (which leaves a security event); RECOMMENDATION_CLOSED; PROGRESS_BACKWARDS at `progress`.
 * Source: docs/domain.md, "Monitoring".
 */
export async function tellProgress(
  actor: Actor,
  code: string,
  { progress, progressNote }: ProgressInput,
  at = new Date(),
): Promise<Outcome<null, AnswerRefusal>> {
  return asAddressee<null, AnswerRefusal>(actor, { act: "recommendation.progress", code }, async (tx) => {
    const found = await addressed(tx, actor, code);
    if (!found.ok) return found;
    const { id, addresseeId, progress: before } = found.value;
    if (!laterProgress(before).includes(progress)) return refuse("PROGRESS_BACKWARDS", { field: "progress" });
    const post = signingPost(actor, addresseeId);
    const signed = { language: actor.language, personId: actor.personId, post, at };
    await tx.progressStep.create({ data: { recommendationId: id, progress, note: progressNote, ...signed } });
    await tx.recommendation.update({ where: { id }, data: { progress } });
    const payload = { progress, note: progressNote };
    await onRecord(tx, { kind: "recommendation.progress", code, addresseeId, post, payload }, at);
    return done(null);
  });
}

async function addressed(
  tx: Tx,
  actor: Actor,
  code: string,
): Promise<Outcome<LockedRecommendation, "NOT_FOUND" | "NOT_THE_MONITORED_BODY" | "RECOMMENDATION_CLOSED">> {
  const found = await lockRecommendation(tx, code);
  if (!found) return refuse("NOT_FOUND");
  if (!mayAnswer(actor, found.addresseeId)) return refuse("NOT_THE_MONITORED_BODY");
  return isClosed(found.status) ? refuse("RECOMMENDATION_CLOSED") : done(found);
}

type Told = { kind: string; code: string; addresseeId: string; post: string; payload: Record<string, unknown> };

async function onRecord(tx: Tx, { kind, code, addresseeId, post, payload }: Told, at: Date) {
  const subject = { type: "RECOMMENDATION", code } as const;
  await appendEntry(tx, { kind, subject, actor: { organisationId: addresseeId, post }, payload }, at);
}
