import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { nextCode } from "#app/platform/codes.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { WHOLE_PPM } from "../authors/author.ts";
import { mayPropose } from "../initiative.policy.ts";
import type { Track } from "../initiative.ts";
import { openChallenge } from "../internal/locked-challenge.server.ts";

/** More open drafts than this in one hand are a machine's. */
const MOST_OPEN_DRAFTS = 50;

/**
 * Starts a draft with what the profile already knows: name, field of science, body and its province, language. Nobody
 * but its proposer learns of a draft, so it leaves no entry on the public record. Refuses TOO_MANY_DRAFTS, and CHALLENGE_CLOSED where the
 * challenge that it is to answer (`challenge`, a code) takes no answers.
 */
export async function startDraft(
  actor: Actor,
  input: { track: Track; challenge?: string },
  at = new Date(),
): Promise<Outcome<{ code: string }, "TOO_MANY_DRAFTS" | "NOT_ALLOWED_FOR_ROLE" | "CHALLENGE_CLOSED">> {
  if (!mayPropose(actor)) return refuse("NOT_ALLOWED_FOR_ROLE");
  return inTransaction(async (tx) => {
    const open = await tx.initiative.count({ where: { proposerId: actor.personId, state: "DRAFT" } });
    if (open >= MOST_OPEN_DRAFTS) return refuse("TOO_MANY_DRAFTS", { params: { max: MOST_OPEN_DRAFTS } });
    const person = await tx.person.findUniqueOrThrow({ where: { id: actor.personId }, select: { fordCodes: true } });
    const body = actor.affiliations[0];
    const home = body
      ? await tx.organisation.findUnique({ where: { id: body.organisationId }, select: { provinceCode: true } })
      : null;
    const challenge = input.challenge ? await openChallenge(tx, input.challenge, dayInVietnam(at)) : null;
    if (input.challenge && !challenge) return refuse("CHALLENGE_CLOSED");
    const code = await nextCode(tx, "SK", at.getFullYear());
    const initiative = await tx.initiative.create({
      data: {
        code,
        challengeId: challenge?.id ?? null,
        proposerId: actor.personId,
        track: input.track,
        language: actor.language,
        fordCode: person.fordCodes[0] ?? null,
        provinceCode: home?.provinceCode ?? null,
        createdAt: at,
        updatedAt: at,
      },
      select: { id: true },
    });
    // The proposer is the first author, of the whole until others are named.
    await tx.initiativeAuthor.create({
      data: {
        initiativeId: initiative.id,
        position: 1,
        name: actor.name ?? code,
        personId: actor.personId,
        contributionPpm: WHOLE_PPM,
      },
    });
    await tx.initiativeStep.create({
      data: { initiativeId: initiative.id, toState: "DRAFT", at, actorId: actor.personId, actorRole: "PROPOSER" },
    });
    return done({ code });
  });
}
