import { hashPassword } from "#app/domain/accounts/passwords/hash.server.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { db } from "#prisma/client.server.ts";

export type NewAccount = {
  /** in small letters */
  email: string;
  password: string;
  name: string | null;
  affiliation?: string | null;
  orcid?: string | null;
  fordCodes?: string[];
  language?: Language;
};

/**
 * Opens an account whose address needs no mail to be confirmed: the first administrator's by whoever runs the portal,
 * and those of the demonstration. The password is not judged here. Refuses: EMAIL_TAKEN.
 */
export async function openAccount(account: NewAccount): Promise<Outcome<{ personId: string }, "EMAIL_TAKEN">> {
  const { email, password, name, affiliation = null, orcid = null, fordCodes = [], language = "vi" } = account;
  const passwordHash = await hashPassword(password);
  const rows = await db().person.createManyAndReturn({
    data: { email, passwordHash, name, affiliation, orcid, fordCodes, language, emailConfirmedAt: new Date() },
    skipDuplicates: true,
    select: { id: true },
  });
  const [person] = rows;
  return person ? done({ personId: person.id }) : refuse("EMAIL_TAKEN", { field: "email" });
}
