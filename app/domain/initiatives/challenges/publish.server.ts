import type { Actor } from "#app/domain/accounts/actor.ts";
import { followersOfOrganisation } from "#app/domain/notices/follows/queries.server.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { asOwner, type LockedChallenge, type OwnerRefusal } from "../internal/locked-challenge.server.ts";
import { mayRun } from "./challenge.policy.ts";
import { CHALLENGE_LENGTHS } from "./challenge.schema.ts";

type PublishRefusal = OwnerRefusal | "CHALLENGE_INCOMPLETE" | "CHALLENGE_DATES" | "ORGANISATION_NOT_VERIFIED";

/**
 * Publishes a draft: from now on everybody reads it, and nobody changes it. Those who follow the owner are told. Refuses
 * CHALLENGE_INCOMPLETE (title, problem, criteria too short, or a day missing), CHALLENGE_DATES (it would close before it
 * opens, or is over), ORGANISATION_NOT_VERIFIED, and what `asOwner` refuses. Source: docs/domain.md, "Challenges".
 */
export async function publishChallenge(
  actor: Actor,
  code: string,
  at = new Date(),
): Promise<Outcome<null, PublishRefusal>> {
  return asOwner<null, PublishRefusal>(actor, code, ["DRAFT"], async (tx, challenge) => {
    const { id, ownerId, title, opensOn, closesOn } = challenge;
    if (!mayRun(actor, challenge)) return refuse("NOT_A_REPRESENTATIVE");
    if (!challenge.isVerified) return refuse("ORGANISATION_NOT_VERIFIED");
    if (!isWhole(challenge) || !opensOn || !closesOn) return refuse("CHALLENGE_INCOMPLETE");
    if (closesOn <= opensOn || closesOn <= dayInVietnam(at)) return refuse("CHALLENGE_DATES", { field: "closesOn" });
    await tx.challenge.update({ where: { id }, data: { state: "OPEN", publishedAt: at, updatedAt: at } });
    const subject = { type: "CHALLENGE", code } as const;
    const who = { organisationId: ownerId, post: "PARTY_REP" };
    await appendEntry(tx, { kind: "challenge.open", subject, actor: who, payload: { title, opensOn, closesOn } }, at);
    await enqueue(tx, { topic: "search", payload: { type: "challenge", id } });
    const to = await followersOfOrganisation(tx, ownerId);
    await tell(tx, { event: "challenge.opened", subject, params: { code }, to, by: actor.personId }, at);
    return done(null);
  });
}

function isWhole({ title, problem, criteria }: LockedChallenge): boolean {
  const words = Object.values(title)[0] ?? "";
  const { title: t, problem: p, criteria: c } = CHALLENGE_LENGTHS;
  return [...words].length >= t.least && [...problem].length >= p.least && [...criteria].length >= c.least;
}
