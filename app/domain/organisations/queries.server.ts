import type { House } from "#app/domain/accounts/actor.ts";
import { hashToken, isSecret } from "#app/domain/accounts/sessions/secret.server.ts";
import type { PublicHand } from "#app/domain/obligations/board.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { type Clock, readClock } from "#app/domain/obligations/obligation.ts";
import { type OrganisationMatch, readCode, type Scheme } from "#app/domain/organisations/organisation.ts";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import { isUuid } from "#app/platform/typed.ts";
import { pool } from "#prisma/client.server.ts";

export type Names = { vi: string; en: string | null; fr: string | null };
export type OrganisationRow = { id: string; names: Names; house: House; provinceCode: string; code: string };
export type OrganisationFilter = { houses: readonly House[]; provinces: readonly string[]; after: string | null };
export type OrganisationCounts = { houses: Record<string, number>; provinces: Record<string, number>; total: number };

const NAMES = "json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr) AS names";
const PER_PAGE = 30;

/** Verified organisations in the order of their names, 30 a page; `next` is where the list goes on. */
export async function listOrganisations(
  filter: OrganisationFilter,
): Promise<{ items: OrganisationRow[]; next: string | null }> {
  const [name, id] = placeOf(filter.after);
  const { rows } = await pool().query<OrganisationRow & { sort: string }>(
    `SELECT o.id, ${NAMES}, o.house, o.province_code AS "provinceCode", o.scheme || '-' || o.identifier AS code, o.name_vi AS sort
     FROM organisation o
     WHERE o.verified_at IS NOT NULL
       AND (cardinality($1::text[]) = 0 OR o.house::text = ANY($1))
       AND (cardinality($2::text[]) = 0 OR o.province_code = ANY($2))
       AND ($3::text IS NULL OR (o.name_vi, o.id::text) > ($3, $4))
     ORDER BY o.name_vi, o.id::text LIMIT $5`,
    [filter.houses, filter.provinces, name, id, PER_PAGE + 1],
  );
  const items = rows.slice(0, PER_PAGE);
  const last = items.at(-1);
  return { items, next: rows.length > PER_PAGE && last ? encodeCursor([last.sort, last.id]) : null };
}

// PostgreSQL takes no NUL, and a place is text from an address.
function placeOf(after: string | null): [string, string] | [null, null] {
  const [name, id] = (after && decodeCursor(after, 2)) || [];
  return typeof name === "string" && typeof id === "string" && !name.includes("\0") && isUuid(id)
    ? [name, id]
    : [null, null];
}

/** How many verified organisations each filter would show. */
export async function countOrganisations(): Promise<OrganisationCounts> {
  const { rows } = await pool().query<{ house: string | null; province: string | null; n: number }>(
    `SELECT house::text, province_code AS province, count(*)::int AS n FROM organisation
     WHERE verified_at IS NOT NULL GROUP BY GROUPING SETS ((house), (province_code), ())`,
  );
  const of = (key: "house" | "province") =>
    Object.fromEntries(rows.flatMap((row) => (row[key] === null ? [] : [[row[key], row.n]])));
  const total = rows.find((row) => row.house === null && row.province === null)?.n ?? 0;
  return { houses: of("house"), provinces: of("province"), total };
}

export type OrganisationPage = OrganisationRow & {
  scheme: Scheme;
  identifier: string;
  isPublicBody: boolean;
  createdAt: string;
  verifiedAt: string | null;
  createdById: string | null;
  /** the posts of its people, never their names */
  posts: { post: string | null; people: number }[];
};

/**
 * One organisation, by its code or its id, with what its page says; null when there is none. Whether a reader may see
 * it is the page's question (`maySeeUnverified`).
 */
export async function findOrganisation(key: string | undefined): Promise<OrganisationPage | null> {
  const code = readCode(key ?? "");
  if (!code && !isUuid(key)) return null;
  const { rows } = await pool().query<OrganisationPage>(
    `SELECT o.id, ${NAMES}, o.house, o.province_code AS "provinceCode", o.scheme || '-' || o.identifier AS code,
       o.scheme, o.identifier, o.is_public_body AS "isPublicBody", to_json(o.created_at)#>>'{}' AS "createdAt",
       to_json(o.verified_at)#>>'{}' AS "verifiedAt", o.created_by_id AS "createdById",
       (SELECT coalesce(json_agg(json_build_object('post', p.post, 'people', p.people) ORDER BY p.post), '[]') FROM (
         SELECT post, count(*)::int AS people FROM affiliation WHERE organisation_id = o.id AND to_on IS NULL GROUP BY post
       ) p) AS posts
     FROM organisation o WHERE ${code ? "o.scheme = $1 AND o.identifier = $2" : "o.id = $1"}`,
    code ? [code.scheme, code.identifier] : [key],
  );
  return rows[0] ?? null;
}

export type WaitingOrganisation = OrganisationRow & {
  createdById: string | null;
  openedOn: string;
  originalDueOn: string;
  debtor: PublicHand & { house: House | null };
  clock: Clock;
};

/** Organisations that wait for verification, the earliest due first, at most 100. For officers. */
export async function listWaiting(at = new Date()): Promise<WaitingOrganisation[]> {
  const { rows } = await pool().query<Omit<WaitingOrganisation, "clock">>(
    `SELECT o.id, ${NAMES}, o.house, o.province_code AS "provinceCode", o.scheme || '-' || o.identifier AS code,
       o.created_by_id AS "createdById", (b.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "openedOn",
       b.original_due_on AS "originalDueOn", json_build_object('role', b.debtor_role, 'house', d.house,
         'names', CASE WHEN d.id IS NOT NULL THEN json_build_object('vi', d.name_vi, 'en', d.name_en, 'fr', d.name_fr) END) AS debtor
     FROM organisation o
       JOIN obligation b ON b.subject_id = o.id AND b.kind = 'ORGANISATION_VERIFICATION'
       LEFT JOIN organisation d ON d.id = b.debtor_organisation_id
     WHERE o.verified_at IS NULL AND b.done_at IS NULL AND b.voided_at IS NULL
     ORDER BY b.due_on, o.created_at LIMIT 100`,
  );
  const calendar = await loadCalendar();
  // This clock is never paused: nobody has to wait for the organisation.
  return rows.map((row) => ({ ...row, clock: readClock({ ...row, pauses: [] }, at, calendar) }));
}

export type OrganisationPeople = {
  people: { email: string; name: string | null; post: string | null; representative: boolean }[];
  invitations: { id: string; email: string; asRepresentative: boolean; expiresAt: string }[];
};

/** Who belongs to an organisation and who is invited, for its representatives. */
export async function listPeople(organisationId: string): Promise<OrganisationPeople> {
  const { rows } = await pool().query<OrganisationPeople>(
    `SELECT
       (SELECT coalesce(json_agg(json_build_object('email', p.email, 'name', p.name, 'post', a.post, 'representative', EXISTS (
           SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.organisation_id = $1 AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL
         )) ORDER BY p.name, p.email), '[]')
        FROM affiliation a JOIN person p ON p.id = a.person_id WHERE a.organisation_id = $1 AND a.to_on IS NULL) AS people,
       (SELECT coalesce(json_agg(json_build_object('id', i.id, 'email', i.email, 'asRepresentative', i.as_representative,
           'expiresAt', i.expires_at) ORDER BY i.created_at), '[]')
        FROM invitation i WHERE i.organisation_id = $1 AND i.accepted_at IS NULL AND i.expires_at > now()) AS invitations`,
    [organisationId],
  );
  return rows[0] ?? { people: [], invitations: [] };
}

export type OpenInvitation = {
  id: string;
  email: string;
  organisationId: string;
  names: Names;
  house: House;
  asRepresentative: boolean;
  expiresAt: string;
};

const INVITATION = `SELECT i.id, i.email, i.organisation_id AS "organisationId", ${NAMES}, o.house,
    i.as_representative AS "asRepresentative", to_json(i.expires_at)#>>'{}' AS "expiresAt"
  FROM invitation i JOIN organisation o ON o.id = i.organisation_id
  WHERE i.accepted_at IS NULL AND i.expires_at > now()`;

/** The invitation of a mailed link; null when it cannot be used. */
export async function findInvitation(secret: string | undefined): Promise<OpenInvitation | null> {
  if (!isSecret(secret)) return null;
  const { rows } = await pool().query<OpenInvitation>(`${INVITATION} AND i.token_hash = $1`, [hashToken(secret)]);
  return rows[0] ?? null;
}

/** The invitations that wait for an address. */
export async function listInvitations(email: string): Promise<OpenInvitation[]> {
  const { rows } = await pool().query<OpenInvitation>(`${INVITATION} AND i.email = $1 ORDER BY i.created_at`, [email]);
  return rows;
}

/** Organisations by a part of one of their names or of their code, verified or not, at most 30, to choose from. */
export async function findOrganisationsByName(text: string): Promise<OrganisationMatch[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await pool().query<OrganisationMatch>(
    `SELECT o.id, ${NAMES}, o.scheme || '-' || o.identifier AS code, o.verified_at IS NOT NULL AS verified
     FROM organisation o
     WHERE unaccent(concat_ws(E'\\n', o.name_vi, o.name_en, o.name_fr)) ILIKE unaccent($1)
       OR o.scheme || '-' || o.identifier ILIKE $1 ORDER BY o.name_vi LIMIT 30`,
    [pattern],
  );
  return rows;
}
