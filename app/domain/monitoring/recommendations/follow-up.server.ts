import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { closeObligation, voidObligationsOf } from "#app/domain/obligations/write.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { lockRecommendation } from "../internal/addressed.server.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { campaignOfRecommendation } from "../internal/finding-place.server.ts";
import { frontPost, writeFrontStep } from "../internal/front-step.server.ts";
import { mayWork } from "../monitoring.policy.ts";
import type { FollowUpInput } from "./recommendation.schema.ts";
import { isClosed } from "./recommendation.ts";

type FollowUpRefusal = MonitorRefusal | "RECOMMENDATION_CLOSED" | "SEEN_LATER";

/**
 * A monitor tells what they saw of a recommendation on a day, with evidence; its status is what they conclude, and ends
 * its clocks where it is closed: an answer that never came is owed no more. That it was not implemented is a lead's to say. Refuses SEEN_LATER at `onDay`;
 * RECOMMENDATION_CLOSED; and what `asMonitor` refuses. Source: docs/domain.md, "Monitoring".
 */
export async function followUp(
  actor: Actor,
  code: string,
  { onDay, note, evidence, verdict }: FollowUpInput,
  at = new Date(),
): Promise<Outcome<null, FollowUpRefusal>> {
  const place = await campaignOfRecommendation(code);
  const leads = verdict === "CLOSED_NOT_IMPLEMENTED" ? ({ leads: true } as const) : {};
  const tried = { act: "recommendation.follow-up", code: place, from: ["PUBLISHED", "FOLLOW_UP"], ...leads } as const;
  return asMonitor<null, FollowUpRefusal>(actor, tried, async (tx, campaign) => {
    const found = await lockRecommendation(tx, code);
    if (!found || !mayWork(actor, campaign)) return refuse("NOT_FOUND");
    if (isClosed(found.status)) return refuse("RECOMMENDATION_CLOSED");
    if (onDay > dayInVietnam(at)) return refuse("SEEN_LATER", { field: "onDay" });
    const { ownerOrganisationId } = campaign;
    const signed = { language: actor.language, byId: actor.personId, post: frontPost(actor, ownerOrganisationId), at };
    await tx.followUp.create({
      data: { recommendationId: found.id, onDay: new Date(`${onDay}T00:00:00Z`), note, evidence, verdict, ...signed },
    });
    if (verdict !== found.status)
      await tx.recommendation.update({ where: { id: found.id }, data: { status: verdict } });
    if (isClosed(verdict)) {
      await closeObligation(tx, found.id, "RECOMMENDATION", verdict, at);
      await voidObligationsOf(tx, found.id, "RECOMMENDATION_RESPONSE", at);
      await voidObligationsOf(tx, found.id, "RESPONSE_ESCALATION", at);
    }
    const subject = { type: "RECOMMENDATION", code } as const;
    const by = { actor, ownerOrganisationId };
    await writeFrontStep(tx, { kind: "recommendation.follow-up", subject, by, payload: { onDay, verdict, note } }, at);
    await enqueue(tx, { topic: "search", payload: { type: "finding", id: found.findingId } });
    return done(null);
  });
}
