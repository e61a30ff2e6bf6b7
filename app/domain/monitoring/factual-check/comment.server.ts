import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { asAddressee, signingPost } from "../internal/as-addressee.server.ts";
import { mayAnswer } from "../monitoring.policy.ts";
import type { FactualCommentInput } from "./factual-check.schema.ts";

type CommentRefusal = "NOT_THE_MONITORED_BODY" | "POST_MISSING" | "FACTUAL_CHECK_OVER" | "COMMENTED_ALREADY";

/**
 * A body says once whether the facts of a finding about it are right; it changes nothing of the finding, and nobody else reads
 * it before the publication. Its clock is met with its last finding.
 * Refuses: NOT_THE_MONITORED_BODY to everybody else, whether or not there is such a finding (which leaves a security event);
 * POST_MISSING where the profile names no post; FACTUAL_CHECK_OVER after the last day or the round; COMMENTED_ALREADY.
 * Source: docs/domain.md, "Factual check".
 */
export async function commentOnFacts(
  actor: Actor,
  code: string,
  { correct, text }: FactualCommentInput,
  at = new Date(),
): Promise<Outcome<null, CommentRefusal>> {
  return asAddressee<null, CommentRefusal>(actor, { act: "finding.comment", code }, async (tx) => {
    const asked = await lockChecks(tx, code);
    const check = asked.find(({ organisationId }) => mayAnswer(actor, organisationId));
    if (!check) return refuse("NOT_THE_MONITORED_BODY");
    const { findingId, campaignId, organisationId, dueOn, isOpen, commented } = check;
    if (commented) return refuse("COMMENTED_ALREADY");
    if (!isOpen || dayInVietnam(at) > dueOn) return refuse("FACTUAL_CHECK_OVER");
    const post = signingPost(actor, organisationId);
    if (post === "PARTY_REP") return refuse("POST_MISSING");
    const signed = { personId: actor.personId, post, language: actor.language, at };
    await tx.factualComment.create({ data: { findingId, organisationId, correct, text, ...signed } });
    const left = await tx.factualCheck.count({ where: { organisationId, finding: { campaignId }, comment: null } });
    if (left === 0) await closeObligation(tx, campaignId, "FACTUAL_CHECK", "COMMENTED", at, organisationId);
    return done(null);
  });
}

type LockedCheck = {
  findingId: string;
  campaignId: string;
  organisationId: string;
  dueOn: string;
  isOpen: boolean;
  commented: boolean;
};

/** The bodies asked about a finding, while its campaign does not move; those who did not comment first. */
async function lockChecks(tx: Tx, code: string): Promise<LockedCheck[]> {
  return tx.$queryRaw<LockedCheck[]>`
    SELECT k.finding_id::text AS "findingId", f.campaign_id::text AS "campaignId", k.organisation_id::text AS "organisationId",
      k.due_on::text AS "dueOn", c.state = 'FACTUAL_CHECK' AS "isOpen", EXISTS (SELECT FROM factual_comment m
        WHERE m.finding_id = k.finding_id AND m.organisation_id = k.organisation_id) AS commented
    FROM factual_check k JOIN finding f ON f.id = k.finding_id JOIN monitoring_campaign c ON c.id = f.campaign_id
    WHERE f.code = ${code} ORDER BY commented, k.organisation_id FOR UPDATE OF c`;
}
