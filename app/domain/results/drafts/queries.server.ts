import type { Actor } from "#app/domain/accounts/actor.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import type { ResultState } from "../result.ts";

/** A result of one's own or of a body that one represents. */
export type OwnResult = {
  code: string;
  state: ResultState;
  title: Texts;
  host: Texts;
  /** RFC 3339 */
  updatedAt: string;
  /** of the clock that is open now: whose, and until when ('YYYY-MM-DD') */
  clock: { kind: string; dueOn: string } | null;
};

const PER_PAGE = 200;

/**
 * What somebody recorded, and what the bodies record that they represent: newest change first, 200 a page, behind the place
 * that `after` names (nonsense is the first page). `next` is the following page's place or null. One statement.
 */
export async function listOwnResults(
  actor: Actor,
  after: string | null = null,
): Promise<{ items: OwnResult[]; next: string | null }> {
  const [at, code] = (after && decodeCursor(after, 2)) || [];
  const isPlace =
    typeof at === "string" && !Number.isNaN(Date.parse(at)) && typeof code === "string" && isCode("KQ", code);
  const bodies = actor.roles.flatMap((it) => (it.role === "PARTY_REP" && it.organisationId ? [it.organisationId] : []));
  const { rows } = await pool().query<OwnResult>(
    `SELECT r.code, r.state, r.title, to_json(r.updated_at) AS "updatedAt",
       json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr) AS host,
       (SELECT json_build_object('kind', o.kind, 'dueOn', o.due_on) FROM obligation o
         WHERE o.subject_id = r.id AND o.done_at IS NULL AND o.voided_at IS NULL AND NOT EXISTS (
           SELECT 1 FROM obligation_pause p WHERE p.obligation_id = o.id AND p.to_at IS NULL)
         ORDER BY o.due_on LIMIT 1) AS clock
     FROM result r JOIN organisation g ON g.id = r.host_organisation_id
     WHERE (r.created_by_id = $1 OR r.host_organisation_id = ANY ($2::uuid[]))
       AND ($3::timestamptz IS NULL OR (r.updated_at, r.code) < ($3, $4::text))
     ORDER BY r.updated_at DESC, r.code DESC LIMIT ${PER_PAGE + 1}`,
    [actor.personId, bodies, isPlace ? new Date(at).toISOString() : null, isPlace ? code : null],
  );
  const items = rows.slice(0, PER_PAGE);
  const last = rows.length > PER_PAGE ? items.at(-1) : undefined;
  return { items, next: last ? encodeCursor([last.updatedAt, last.code]) : null };
}

/** The bodies for which somebody may record a result. */
export function hostsOf(actor: Actor): { id: string; names: Texts }[] {
  const held = actor.roles.flatMap((it) =>
    it.organisationId && it.organisationNames ? [{ id: it.organisationId, names: it.organisationNames }] : [],
  );
  const affiliated = actor.affiliations.map((it) => ({ id: it.organisationId, names: it.names }));
  return [...new Map([...affiliated, ...held].map((it) => [it.id, it])).values()];
}
