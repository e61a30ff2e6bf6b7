import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { db } from "#prisma/client.server.ts";
import { mayTieTo } from "./interest.policy.ts";
import type { tieSchema } from "./interest.schema.ts";

export type TieRefusal =
  | "UNKNOWN_PERSON"
  | "TIE_TO_ONESELF"
  | "ORGANISATION_NOT_VERIFIED"
  | "TIE_IN_FUTURE"
  | "TIE_KNOWN";

/**
 * Somebody declares a lasting tie of money, supervision or family to another person or to an organisation. It is theirs
 * alone to read; councils see of it that a conflict exists, and its kind. Refuses UNKNOWN_PERSON, TIE_TO_ONESELF,
 * ORGANISATION_NOT_VERIFIED, TIE_IN_FUTURE and TIE_KNOWN (the same tie stands already). Source: docs/domain.md, "Council".
 */
export async function declareTie(
  actor: Actor,
  input: z.output<typeof tieSchema>,
  at = new Date(),
): Promise<Outcome<null, TieRefusal>> {
  const { relation, other, organisationId, note } = input;
  const fromOn = input.fromOn ?? dayInVietnam(at);
  if (fromOn > dayInVietnam(at)) return refuse("TIE_IN_FUTURE", { field: "fromOn" });
  const person = other === "" ? null : await findPerson(other);
  if (other !== "" && !person) return refuse("UNKNOWN_PERSON", { field: "other" });
  if (!mayTieTo(actor, person?.id ?? null)) return refuse("TIE_TO_ONESELF", { field: "other" });
  if (organisationId !== null && !(await isVerified(organisationId)))
    return refuse("ORGANISATION_NOT_VERIFIED", { field: "organisationId" });
  const tie = { personId: actor.personId, relation, otherPersonId: person?.id ?? null, organisationId };
  if (await db().interestTie.findFirst({ where: { ...tie, toOn: null }, select: { id: true } }))
    return refuse("TIE_KNOWN", { field: "relation" });
  await db().interestTie.create({
    data: { ...tie, note, fromOn: new Date(`${fromOn}T00:00:00Z`), declaredAt: at },
  });
  return done(null);
}

function findPerson(other: string) {
  const by = other.includes("@") ? { email: other, emailConfirmedAt: { not: null } } : { orcid: other };
  return db().person.findFirst({ where: { ...by, disabledAt: null }, select: { id: true } });
}

async function isVerified(id: string): Promise<boolean> {
  return (await db().organisation.count({ where: { id, verifiedAt: { not: null } } })) > 0;
}
