import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { pool } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { type DigestFrequency, NOTICE_GROUPS } from "./event.ts";
import type { Preferences } from "./notice.schema.ts";

/** What a person chose; who chose nothing gets everything, and the digest daily. One statement. */
export async function readPreferences(personId: string): Promise<Preferences> {
  const { rows } = await pool().query<{ frequency: DigestFrequency | null; off_page: string[]; off_mail: string[] }>(
    `SELECT (SELECT frequency FROM digest_choice WHERE person_id = $1) AS frequency,
       coalesce(array_agg(event) FILTER (WHERE NOT on_page), '{}') AS off_page,
       coalesce(array_agg(event) FILTER (WHERE NOT by_mail), '{}') AS off_mail
     FROM notice_preference WHERE person_id = $1`,
    [personId],
  );
  const { frequency = null, off_page = [], off_mail = [] } = rows[0] ?? {};
  return {
    onPage: NOTICE_GROUPS.filter((group) => !off_page.includes(group)),
    byMail: NOTICE_GROUPS.filter((group) => !off_mail.includes(group)),
    frequency: frequency ?? "DAILY",
  };
}

/** Keeps what the actor chose, for every group and the digest, in place of what they chose before. Nothing to refuse. */
export async function savePreferences(
  actor: Actor,
  chosen: Preferences,
  at = new Date(),
): Promise<Outcome<Preferences, never>> {
  return inTransaction(async (tx) => {
    for (const event of NOTICE_GROUPS) {
      const choice = { onPage: chosen.onPage.includes(event), byMail: chosen.byMail.includes(event) };
      const { personId } = actor;
      await tx.$executeRaw`
        INSERT INTO notice_preference (person_id, event, on_page, by_mail)
        VALUES (${personId}::uuid, ${event}, ${choice.onPage}, ${choice.byMail})
        ON CONFLICT (person_id, event) DO UPDATE SET on_page = excluded.on_page, by_mail = excluded.by_mail`;
    }
    await chooseDigest(tx, actor.personId, chosen.frequency, at);
    return done(chosen);
  });
}

/** How often the digest comes from now on, in the caller's transaction. */
export async function chooseDigest(
  tx: Tx,
  personId: string,
  frequency: DigestFrequency,
  at = new Date(),
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO digest_choice (person_id, frequency, chosen_at)
    VALUES (${personId}::uuid, ${frequency}::"DigestFrequency", ${at})
    ON CONFLICT (person_id) DO UPDATE SET frequency = excluded.frequency, chosen_at = excluded.chosen_at`;
}
