import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { mayLead } from "../monitoring.policy.ts";
import type { RoundInput } from "./public-comment.schema.ts";
import { PREPARING_STATES } from "./public-comment.ts";

type PrepareRefusal = MonitorRefusal | "FINDING_NOT_OF_CAMPAIGN";

/**
 * A lead writes what will be laid open for public comment: a summary, questions, and the findings of which the text is
 * shown; again as often as needed until the round opens. Nothing of it is public before. Refuses FINDING_NOT_OF_CAMPAIGN at
 * `findings`, NOT_ALLOWED_FROM_STATE outside the draft report and the factual check, and what `asMonitor` refuses.
 * Source: docs/domain.md, "Public comment".
 */
export async function prepareRound(
  actor: Actor,
  code: string,
  { summary, questions, findings }: RoundInput,
  at = new Date(),
): Promise<Outcome<null, PrepareRefusal>> {
  const tried = { act: "public-comment.prepare", code, leads: true, from: PREPARING_STATES } as const;
  return asMonitor<null, PrepareRefusal>(actor, tried, async (tx, campaign) => {
    if (!mayLead(actor, campaign)) return refuse("NOT_THE_MONITORING_LEAD");
    const campaignId = campaign.id;
    const found = await tx.finding.findMany({
      where: { campaignId, code: { in: findings } },
      orderBy: { code: "asc" },
      select: { id: true },
    });
    if (found.length !== findings.length) return refuse("FINDING_NOT_OF_CAMPAIGN", { field: "findings" });
    const laidOpen = found.map(({ id }) => id);
    const prepared = { summary, questions, laidOpen, preparedById: actor.personId, preparedAt: at };
    await tx.publicRound.upsert({ where: { campaignId }, create: { campaignId, ...prepared }, update: prepared });
    return done(null);
  });
}
