import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { nextCode } from "#app/platform/codes.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import type { Tx } from "#prisma/client.server.ts";
import { WRITING_STATES } from "../findings/finding.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { campaignOfFinding } from "../internal/finding-place.server.ts";
import { mayWork } from "../monitoring.policy.ts";
import type { RecommendationInput } from "./recommendation.schema.ts";

type RecommendRefusal = MonitorRefusal | "ADDRESSEE_UNKNOWN" | "DUE_IN_THE_PAST" | "FINDING_READ";

/**
 * Somebody of the team adds a recommendation to a finding that nobody has seconded yet, so that two read it with the finding;
 * its addressee, a body of the sample or where the steering body sits, owes an answer from the publication on. Gives its
 * code. Refuses FINDING_READ; ADDRESSEE_UNKNOWN at `addresseeId`; DUE_IN_THE_PAST at `dueOn`; and what `asMonitor` refuses. Source: docs/domain.md, "Monitoring".
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
    if (finding.state !== "DRAFT") return refuse("FINDING_READ");
    if (!isUuid(addresseeId) || !(await isAddressee(tx, campaign.id, addresseeId)))
      return refuse("ADDRESSEE_UNKNOWN", { field: "addresseeId" });
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

async function isAddressee(tx: Tx, campaignId: string, organisationId: string): Promise<boolean> {
  const rows = await tx.$queryRaw`
    SELECT FROM addressees_of_campaign(${campaignId}::uuid) a WHERE a = ${organisationId}::uuid`;
  return Array.isArray(rows) && rows.length > 0;
}
