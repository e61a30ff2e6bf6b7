import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { frontPost, writeFrontStep } from "../internal/front-step.server.ts";
import { mayWork } from "../monitoring.policy.ts";
import type { RulingInput } from "./public-comment.schema.ts";

type RuleRefusal = MonitorRefusal | "NO_SUCH_COMMENT" | "NOTHING_TO_RULE" | "WITHHELD_BY_YOU";

/**
 * Somebody of the team keeps a comment on the draft, which shows it, or withholds it on one of the published grounds with a
 * reason, which leaves a tombstone. What was withheld can be kept by somebody else, what was kept be withheld, until it is
 * answered. Ground and reason stand on the record, the words do not. Refuses NO_SUCH_COMMENT, NOTHING_TO_RULE (it stands so already, or is
 * answered), WITHHELD_BY_YOU, and what `asMonitor` refuses. Source: docs/domain.md, "Public comment".
 */
export async function ruleOnComment(
  actor: Actor,
  code: string,
  { comment, keeps, ground, reason }: RulingInput,
  at = new Date(),
): Promise<Outcome<null, RuleRefusal>> {
  const tried = { act: "public-comment.rule", code, team: true, from: ["PUBLIC_COMMENT"] } as const;
  return asMonitor<null, RuleRefusal>(actor, tried, async (tx, campaign) => {
    if (!mayWork(actor, campaign)) return refuse("NOT_A_MONITOR");
    const found = await lastRuling(tx, campaign.id, comment);
    if (!found) return refuse("NO_SUCH_COMMENT");
    if (found.isAnswered || found.keeps === keeps) return refuse("NOTHING_TO_RULE");
    if (found.keeps === false && found.byId === actor.personId) return refuse("WITHHELD_BY_YOU");
    const by = { actor, ownerOrganisationId: campaign.ownerOrganisationId };
    const signed = {
      ...{ byId: actor.personId, post: frontPost(actor, campaign.ownerOrganisationId) },
      ...{ language: actor.language, at },
    };
    await tx.publicCommentRuling.create({ data: { commentId: found.id, keeps, ground, reason, ...signed } });
    const kind = keeps ? "public-comment.kept" : "public-comment.withheld";
    const payload = { comment, ...(keeps ? {} : { ground, reason }) };
    await writeFrontStep(tx, { kind, subject: { type: "CAMPAIGN", code }, by, payload }, at);
    return done(null);
  });
}

async function lastRuling(tx: Tx, campaignId: string, code: string) {
  const found = await tx.publicComment.findFirst({
    where: { campaignId, code },
    select: {
      id: true,
      answered: { select: { commentId: true } },
      rulings: { orderBy: { id: "desc" }, take: 1, select: { keeps: true, byId: true } },
    },
  });
  if (!found) return null;
  const [last] = found.rulings;
  return { id: found.id, isAnswered: found.answered !== null, keeps: last?.keeps ?? null, byId: last?.byId ?? null };
}
