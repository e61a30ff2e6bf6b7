import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import { mayReadRefusedTries } from "../monitoring.policy.ts";

/** Somebody tried what only the Front may do: the roles and bodies that they had then. */
export type RefusedTry = {
  id: string;
  at: string;
  act: string;
  code: string;
  reason: string;
  roles: string[];
  bodies: Texts[];
};

/** The refused tries, the newest first, for the Front and the auditor; nothing for others. One statement. */
export async function listRefusedTries(actor: Actor, most = 200): Promise<RefusedTry[]> {
  if (!mayReadRefusedTries(actor)) return [];
  const { rows } = await pool().query<RefusedTry>(
    `SELECT e.id::text, to_json(e.at)#>>'{}' AS at, e.act, e.subject_code AS code, e.reason, e.roles,
       coalesce((SELECT json_agg(json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr) ORDER BY o.name_vi)
         FROM organisation o WHERE o.id = ANY (e.organisation_ids)), '[]') AS bodies
     FROM security_event e ORDER BY e.id DESC LIMIT $1`,
    [most],
  );
  return rows;
}
