import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { nextCode } from "#app/platform/codes.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { take } from "#app/platform/limits/limits.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { mayComment } from "./public-comment.policy.ts";
import type { PublicCommentInput } from "./public-comment.schema.ts";

export type PublicCommentRefusal =
  | "NOT_FOUND"
  | "NAME_MISSING"
  | "OWN_CAMPAIGN"
  | "PUBLIC_ROUND_OVER"
  | "FINDING_NOT_LAID_OPEN"
  | "SAID_ALREADY"
  | "TOO_MANY";

/**
 * A member says something of a draft report in their own name, once of the whole and once of each finding laid open. It is
 * shown once the team kept it; whoever belongs to a monitored body is marked by the database. Gives its code.
 * Refuses NAME_MISSING, NOT_FOUND (no such round), OWN_CAMPAIGN to the Front whose draft it is, PUBLIC_ROUND_OVER before its
 * opening and after its last day, FINDING_NOT_LAID_OPEN and SAID_ALREADY at `about`, TOO_MANY. Source: docs/domain.md, "Public comment".
 */
export async function commentOnDraft(
  actor: Actor,
  code: string,
  { about, language, text }: PublicCommentInput,
  at = new Date(),
): Promise<Outcome<{ code: string }, PublicCommentRefusal>> {
  if (!actor.name?.trim()) return refuse("NAME_MISSING");
  const taken = await take("comment", actor.personId);
  if (!taken.ok) return refuse("TOO_MANY", { params: { seconds: taken.retryAfterS } });
  return inTransaction<{ code: string }, PublicCommentRefusal>(async (tx) => {
    const round = await lockRound(tx, code, about);
    if (!round) return refuse("NOT_FOUND");
    if (!mayComment(actor, round)) return refuse("OWN_CAMPAIGN");
    if (!round.isOpen || round.dueOn < dayInVietnam(at) || round.openedAt > at) return refuse("PUBLIC_ROUND_OVER");
    if (about !== "" && round.findingId === null) return refuse("FINDING_NOT_LAID_OPEN", { field: "about" });
    const comment = await nextCode(tx, "GY", at.getFullYear());
    const { campaignId, findingId } = round;
    const rows = await tx.$queryRaw<{ ofMonitored: boolean }[]>`
      INSERT INTO public_comment (code, campaign_id, finding_id, person_id, text, language, at)
      VALUES (${comment}, ${campaignId}::uuid, ${findingId}::uuid, ${actor.personId}::uuid, ${text}, ${language}, ${at})
      ON CONFLICT (campaign_id, person_id, coalesce(finding_id, '00000000-0000-0000-0000-000000000000')) DO NOTHING
      RETURNING of_monitored AS "ofMonitored"`;
    const [inserted] = rows;
    if (!inserted) return refuse("SAID_ALREADY", { field: "about" });
    await appendEntry(
      tx,
      {
        kind: "public-comment.posted",
        subject: { type: "CAMPAIGN", code },
        actor: { organisationId: null, post: "MEMBER" },
        payload: { comment, finding: about || null, ofMonitored: inserted.ofMonitored, textSha256: sha256(text) },
      },
      at,
    );
    return done({ code: comment });
  });
}

type LockedRound = {
  campaignId: string;
  ownerOrganisationId: string;
  partnerIds: string[];
  isOpen: boolean;
  openedAt: Date;
  dueOn: string;
  findingId: string | null;
};

/** An opened round while its campaign does not move, with the finding of that code where it is laid open. */
async function lockRound(tx: Tx, code: string, about: string): Promise<LockedRound | null> {
  const rows = await tx.$queryRaw<LockedRound[]>`
    SELECT c.id::text AS "campaignId", c.owner_organisation_id::text AS "ownerOrganisationId", front_of(c.id)::text[] AS "partnerIds", c.state = 'PUBLIC_COMMENT' AS "isOpen",
      r.opened_at AS "openedAt", r.due_on::text AS "dueOn",
      (SELECT f.id::text FROM finding f WHERE f.code = ${about} AND f.id = ANY (r.laid_open)) AS "findingId"
    FROM monitoring_campaign c JOIN public_round r ON r.campaign_id = c.id
    WHERE c.code = ${code} AND r.opened_at IS NOT NULL FOR SHARE OF c`;
  return rows[0] ?? null;
}
