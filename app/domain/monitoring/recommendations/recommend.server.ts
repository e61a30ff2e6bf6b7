import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { nextCode } from "#app/platform/codes.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import { WRITING_STATES } from "../findings/finding.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { campaignOfFinding } from "../internal/finding-place.server.ts";
import { mayWork } from "../monitoring.policy.ts";
import type { RecommendationInput } from "./recommendation.schema.ts";

type RecommendRefusal = MonitorRefusal | "ADDRESSEE_UNKNOWN" | "DUE_IN_THE_PAST" | "FINDING_PUBLISHED";

/**
 * Somebody of the team adds a recommendation to a finding that is not public yet; its addressee owes an answer from the
 * publication on. Gives its code. Refuses FINDING_PUBLISHED; ADDRESSEE_UNKNOWN at `addresseeId`; DUE_IN_THE_PAST at
 * `dueOn`; and what `asMonitor` refuses. Source: docs/domain.md, "Monitoring".
 */
export async function recommend(
  actor: Actor,
  findingCode: string,
  { addresseeId, dueOn, ...input }: RecommendationInput,
  at = new Date(),
): Promise<Outcome<{ code: string }, RecommendRefusal>> {
  const place = await campaignOfFinding(findingCode);
  const tried = { act: "recommendation.draft", code: place, team: true, from: WRITING_STATES } as const;
  return asMonitor<{ code: string }, RecommendRefusal>(actor, tried, async (tx, campaign) => {
    if (!mayWork(actor, campaign)) return refuse("NOT_A_MONITOR");
    const finding = await tx.finding.findUniqueOrThrow({ where: { code: findingCode } });
    if (finding.state === "PUBLISHED") return refuse("FINDING_PUBLISHED");
    const isKnown =
      isUuid(addresseeId) &&
      (await tx.organisation.count({ where: { id: addresseeId, verifiedAt: { not: null } } })) === 1;
    if (!isKnown) return refuse("ADDRESSEE_UNKNOWN", { field: "addresseeId" });
    if (dueOn <= dayInVietnam(at)) return refuse("DUE_IN_THE_PAST", { field: "dueOn" });
    const code = await nextCode(tx, "KN", at.getFullYear());
    await tx.recommendation.create({
      data: {
        ...{ code, findingId: finding.id, addresseeId, ...input, dueOn: new Date(`${dueOn}T00:00:00Z`) },
        ...{ language: actor.language, createdById: actor.personId, createdAt: at },
      },
    });
    return done({ code });
  });
}
