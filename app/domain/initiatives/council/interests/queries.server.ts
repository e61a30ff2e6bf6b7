import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import type { DeclaredRelation } from "../conflict.ts";

/** One's own declared tie; days are 'YYYY-MM-DD', `toOn` the first day after it. */
export type OwnTie = {
  id: string;
  relation: DeclaredRelation;
  /** the person; null for a tie to an organisation, which is `body` */
  name: string | null;
  body: Texts | null;
  note: string;
  fromOn: string;
  toOn: string | null;
};

/** What somebody declared, what stands first, and the verified organisations to choose from. Two statements. */
export async function findInterests(actor: Actor) {
  const [{ rows: ties }, { rows: organisations }] = await Promise.all([
    pool().query<OwnTie>(
      `SELECT t.id, t.relation, coalesce(p.name, p.email) AS name, t.note, t.from_on AS "fromOn", t.to_on AS "toOn",
        CASE WHEN g.id IS NOT NULL THEN json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr) END AS body
      FROM interest_tie t LEFT JOIN person p ON p.id = t.other_person_id LEFT JOIN organisation g ON g.id = t.organisation_id
      WHERE t.person_id = $1 ORDER BY t.to_on IS NOT NULL, t.from_on DESC, t.id LIMIT 200`,
      [actor.personId],
    ),
    pool().query<{ id: string; names: Texts }>(
      `SELECT id, json_build_object('vi', name_vi, 'en', name_en, 'fr', name_fr) AS names
      FROM organisation WHERE verified_at IS NOT NULL ORDER BY name_vi LIMIT 2000`,
    ),
  ]);
  return { ties, organisations };
}
