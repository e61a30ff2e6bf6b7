import type { Actor } from "#app/domain/accounts/actor.ts";
import type { ProfileForm } from "#app/domain/accounts/profile/profile.schema.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import { db } from "#prisma/client.server.ts";

export type Profile = ProfileForm & { email: string };

/** Keeps what a person says of themselves; forms that ask for it later are filled with it. Nothing is refused. */
export async function saveProfile(actor: Actor, profile: ProfileForm): Promise<Outcome<null>> {
  const { name, affiliation, orcid, fordCodes, productCodes } = profile;
  const data = { name, affiliation, orcid, fordCodes, productCodes };
  await db().person.update({ where: { id: actor.personId }, data });
  return done(null);
}

/** Keeps the language in which the portal writes to a person. Nothing is refused. */
export async function chooseLanguage(actor: Actor, language: Language): Promise<Outcome<null>> {
  await db().person.update({ where: { id: actor.personId }, data: { language } });
  return done(null);
}

/** What a person said of themselves. */
export async function findProfile(personId: string): Promise<Omit<Profile, "name"> & { name: string | null }> {
  return db().person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, name: true, affiliation: true, orcid: true, fordCodes: true, productCodes: true },
  });
}
