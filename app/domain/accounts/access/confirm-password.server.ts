import { verifyPassword } from "#app/domain/accounts/passwords/hash.server.ts";
import { forgive, take } from "#app/platform/limits/limits.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { db } from "#prisma/client.server.ts";

/**
 * Makes sure that the person who is signed in is still the one at the keys, before an act that binds: they type their
 * password once more. Failures count with those of signing in, so that a stolen session cannot try passwords.
 * Refuses: PASSWORD_WRONG, also for a disabled account; TOO_MANY with the `seconds` to wait.
 */
export async function confirmPassword(
  person: { personId: string; email: string },
  password: string,
): Promise<Outcome<null, "PASSWORD_WRONG" | "TOO_MANY">> {
  const counted = await take("sign-in-account", person.email);
  if (!counted.ok) return refuse("TOO_MANY", { field: "password", params: { seconds: counted.retryAfterS } });
  const known = await db().person.findUnique({
    where: { id: person.personId },
    select: { passwordHash: true, disabledAt: true },
  });
  const right = await verifyPassword(known?.passwordHash ?? null, password);
  if (!right || known?.disabledAt) return refuse("PASSWORD_WRONG", { field: "password" });
  await forgive("sign-in-account", person.email);
  return done(null);
}
