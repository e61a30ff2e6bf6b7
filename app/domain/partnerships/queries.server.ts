import type { House } from "#app/domain/accounts/actor.ts";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import { type ReadAmendment, readAmendment, type StoredAmendment } from "./amendments/amendment.ts";
import type { ReadAppraisal } from "./appraisals/appraisal.ts";
import { type ReadRun, runForThePublic } from "./distributions/read-run.ts";
import { amendmentsOf } from "./internal/amendment-sql.ts";
import { APPRAISALS } from "./internal/appraisal-sql.ts";
import { PROFIT_WITHHELD, runsOf } from "./internal/distribution-sql.ts";
import type { MemberRole, PartnershipForm } from "./partnership.schema.ts";
import type { AgreementState, PartnershipState } from "./partnership.ts";
import type { ShareDimension } from "./share-schedule.ts";
import type { FormFacts } from "./terms/form-facts.ts";

export type ListedMember = { house: House; role: MemberRole; names: Texts };

/** A public partnership in a list. */
export type ListedPartnership = {
  code: string;
  state: PartnershipState;
  form: PartnershipForm;
  title: Texts;
  description: Texts;
  provinceCodes: string[];
  /** products with a signed agreement, by code */
  productCodes: string[];
  /** in the order of parties */
  members: ListedMember[];
  publishedAt: string;
};

export const FILTERS = ["group", "product", "house", "province", "state"] as const;
export type FilterName = (typeof FILTERS)[number];
/** Values asked for by filter: several of one are OR, different ones AND; none asks for everything. */
export type PartnershipFilter = Readonly<Partial<Record<FilterName, readonly string[]>>>;

export type FacetCount = { facet: FilterName; value: string; count: number };

// What every list of public partnerships is drawn from. $1 to $5 are the filters in the order of FILTERS.
const PUBLIC = `
  WITH listed AS (
    SELECT p.id, p.code, p.state::text AS state, p.form::text AS form, p.title, p.description, p.province_codes, p.published_at,
      lead.house::text AS house, signed.products, signed.groups
    FROM partnership p
    JOIN LATERAL (
      SELECT o.house FROM partnership_member m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.partnership_id = p.id AND m.role = 'LEAD' LIMIT 1
    ) AS lead ON true
    JOIN LATERAL (
      SELECT array_agg(s.code ORDER BY s.code) AS products, array_agg(DISTINCT s.group_code) AS groups
      FROM agreement a JOIN strategic_product s ON s.code = a.product_code
      WHERE a.partnership_id = p.id AND a.signed_at IS NOT NULL
    ) AS signed ON true
    WHERE p.published_at IS NOT NULL
  ), matched AS (
    SELECT *, coalesce(groups && $1::text[], $1::text[] IS NULL) AS in_group,
      coalesce(products && $2::text[], $2::text[] IS NULL) AS in_product,
      coalesce(house = ANY ($3::text[]), $3::text[] IS NULL) AS in_house,
      coalesce(province_codes && $4::text[], $4::text[] IS NULL) AS in_province,
      coalesce(state = ANY ($5::text[]), $5::text[] IS NULL) AS in_state
    FROM listed
  )`;

/**
 * One page of the public partnerships, newest first, with the cursor of the next page. Unknown cursors start at the
 * beginning. One statement.
 */
export async function listPartnerships(
  filter: PartnershipFilter,
  page: { limit: number; after?: string | null },
): Promise<{ items: ListedPartnership[]; next: string | null }> {
  const [publishedAt, code] = cursorIn(page.after);
  const { rows } = await pool().query<ListedPartnership>(
    `${PUBLIC}
    SELECT code, state, form, title, description, province_codes AS "provinceCodes", products AS "productCodes",
      to_json(published_at AT TIME ZONE 'UTC')#>>'{}' || 'Z' AS "publishedAt",
      (SELECT json_agg(json_build_object('house', o.house, 'role', m.role,
          'names', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr)) ORDER BY m.position)
        FROM partnership_member m JOIN organisation o ON o.id = m.organisation_id
        WHERE m.partnership_id = matched.id AND m.joined_at IS NOT NULL) AS members
    FROM matched
    WHERE in_group AND in_product AND in_house AND in_province AND in_state
      AND ($6::timestamptz IS NULL OR (published_at, code) < ($6::timestamptz, $7))
    ORDER BY published_at DESC, code DESC LIMIT $8`,
    [...valuesOf(filter), publishedAt, code, page.limit + 1],
  );
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  return { items, next: rows.length > page.limit && last ? encodeCursor([last.publishedAt, last.code]) : null };
}

/** How many public partnerships each value of each filter would leave, the other filters applied. One statement. */
export async function countPartnerships(filter: PartnershipFilter): Promise<FacetCount[]> {
  const { rows } = await pool().query<FacetCount>(
    `${PUBLIC}
    SELECT 'group' AS facet, value, count(*)::int FROM matched, unnest(groups) AS value
      WHERE in_product AND in_house AND in_province AND in_state GROUP BY value
    UNION ALL SELECT 'product', value, count(*)::int FROM matched, unnest(products) AS value
      WHERE in_group AND in_house AND in_province AND in_state GROUP BY value
    UNION ALL SELECT 'house', house, count(*)::int FROM matched
      WHERE in_group AND in_product AND in_province AND in_state GROUP BY house
    UNION ALL SELECT 'province', value, count(*)::int FROM matched, unnest(province_codes) AS value
      WHERE in_group AND in_product AND in_house AND in_state GROUP BY value
    UNION ALL SELECT 'state', state, count(*)::int FROM matched
      WHERE in_group AND in_product AND in_house AND in_province GROUP BY state`,
    valuesOf(filter),
  );
  return rows;
}

function valuesOf(filter: PartnershipFilter): (readonly string[] | null)[] {
  return FILTERS.map((name) => (filter[name]?.length ? filter[name] : null));
}

function cursorIn(after: string | null | undefined): [string | null, string | null] {
  const [at, code] = (after && decodeCursor(after, 2)) || [];
  const isInstant = typeof at === "string" && !Number.isNaN(Date.parse(at)) && /^[\dT:.Z-]{10,30}$/.test(at);
  return isInstant && typeof code === "string" ? [at, code] : [null, null];
}

export type PublicMember = {
  id: string;
  organisationId: string;
  /** of its organisation: scheme and number, VN-TIN-0101234567 */
  identifier: string;
  isPublicBody: boolean;
  position: number;
  house: House;
  role: MemberRole;
  names: Texts;
  from: string;
  to: string | null;
};

export type PublicSignature = { memberId: string; post: string; signedAt: string };

/** A share schedule with the order of its parties; `profit` ones are left out where they are confidential. */
export type PublicSchedule = {
  dimension: ShareDimension;
  from: string;
  to: string | null;
  lines: { memberId: string; ppm: number }[];
};

/** A signed agreement as the public reads it. */
export type PublicAgreement = {
  productCode: string;
  state: AgreementState;
  version: number;
  from: string;
  to: string | null;
  hasStateMoney: boolean;
  profitConfidential: boolean;
  textSha256: string;
  signedAt: string;
  /** what its form of partnership needs, as it was signed; null in one from before there was any */
  formFacts: FormFacts | null;
  signatures: PublicSignature[];
  schedules: PublicSchedule[];
  /** in force; without their text where profit shares are confidential */
  amendments: ReadAmendment[];
  /** locked */
  runs: ReadRun[];
  /** the oldest first */
  appraisals: ReadAppraisal[];
};

export type PublicPartnership = {
  code: string;
  state: PartnershipState;
  form: PartnershipForm;
  /** false until the first agreement is signed: then only code and state are public */
  published: boolean;
  title: Texts;
  description: Texts;
  totalValueVnd: string | null;
  trlStart: number | null;
  trlTarget: number | null;
  provinceCodes: string[];
  from: string;
  to: string | null;
  publishedAt: string | null;
  members: PublicMember[];
  agreements: PublicAgreement[];
};

const DETAIL = `
  SELECT p.code, p.state, p.form, p.published_at IS NOT NULL AS published, p.title, p.description,
    p.total_value_vnd::text AS "totalValueVnd", p.trl_start AS "trlStart", p.trl_target AS "trlTarget",
    p.province_codes AS "provinceCodes", p.valid_from AS "from", p.valid_to AS "to", p.published_at AS "publishedAt",
    (SELECT json_agg(json_build_object('id', m.id, 'organisationId', o.id, 'identifier', o.scheme || '-' || o.identifier,
        'isPublicBody', o.is_public_body, 'position', m.position, 'house', o.house, 'role', m.role, 'names', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr),
        'from', m.valid_from, 'to', m.valid_to) ORDER BY m.position)
      FROM partnership_member m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.partnership_id = p.id AND m.joined_at IS NOT NULL) AS members,
    coalesce((SELECT json_agg(json_build_object('productCode', a.product_code, 'state', a.state, 'version', a.version,
        'from', a.valid_from, 'to', a.valid_to, 'hasStateMoney', a.has_state_money,
        'profitConfidential', ${PROFIT_WITHHELD}, 'textSha256', a.text_sha256, 'signedAt', a.signed_at,
        'signatures', (SELECT json_agg(json_build_object('memberId', g.member_id, 'post', g.post, 'signedAt', g.signed_at)
            ORDER BY g.signed_at) FROM signature g WHERE g.agreement_id = a.id AND g.text_sha256 = a.text_sha256),
        'schedules', (SELECT json_agg(json_build_object('dimension', s.dimension, 'from', s.valid_from, 'to', s.valid_to,
            'lines', (SELECT json_agg(json_build_object('memberId', m.id, 'ppm', l.ppm) ORDER BY m.position)
              FROM share_line l JOIN partnership_member m ON m.id = l.member_id WHERE l.schedule_id = s.id)
          ) ORDER BY s.dimension, s.valid_from)
          FROM share_schedule s WHERE s.agreement_id = a.id AND s.superseded_at IS NULL
            AND NOT (s.dimension = 'PROFIT' AND ${PROFIT_WITHHELD})),
        'formFacts', a.terms -> 'form', 'amendments', ${amendmentsOf("e.state = 'SIGNED'")},
        'runs', ${runsOf("r.state = 'LOCKED'")},
        'appraisals', ${APPRAISALS}
      ) ORDER BY a.signed_at, a.product_code)
      FROM agreement a WHERE a.partnership_id = p.id AND a.signed_at IS NOT NULL), '[]') AS agreements
  FROM partnership p`;

type StoredPartnership = Omit<PublicPartnership, "publishedAt" | "agreements"> & {
  publishedAt: Date | null;
  agreements: (Omit<PublicAgreement, "amendments"> & { amendments: StoredAmendment[] })[];
};

/** Profit shares that are confidential stand neither in the schedules nor in the text. */
function forThePublic(
  amendment: ReadAmendment,
  { profitConfidential }: { profitConfidential: boolean },
): ReadAmendment {
  if (!profitConfidential) return amendment;
  const open = (schedules: ReadAmendment["after"]) => schedules.filter(({ dimension }) => dimension !== "PROFIT");
  return { ...amendment, text: "", before: open(amendment.before), after: open(amendment.after) };
}

/**
 * A partnership as the public reads it, with its signed agreements; null where there is none of that code. Before its
 * first signature everything but code and state is emptied. One statement.
 */
export async function findPublicPartnership(code: string): Promise<PublicPartnership | null> {
  const { rows } = await pool().query<StoredPartnership>(`${DETAIL} WHERE p.code = $1`, [code]);
  return rows.map(readForThePublic)[0] ?? null;
}

type Beside<Monitoring> = { monitoring: Monitoring; results: { code: string; title: Texts }[] };

/** The same with what the Front and people say of it (SubjectMonitoring, domain/monitoring) and the public results from it. One statement. */
export async function findMonitoredPartnership<Monitoring>(
  code: string,
): Promise<({ partnership: PublicPartnership } & Beside<Monitoring>) | null> {
  const { rows } = await pool().query<StoredPartnership & Beside<Monitoring>>(
    `SELECT d.*, json_build_object('assessments', published_assessments('PARTNERSHIP', d.code),
       'signals', published_opinion(d.code)) AS monitoring,
       coalesce((SELECT json_agg(json_build_object('code', r.code, 'title', r.title) ORDER BY r.published_at DESC, r.code)
         FROM result r WHERE r.state IN ('PUBLISHED', 'UNDER_REVIEW') AND r.origin_partnership_ids <> '{}'
           AND r.origin_partnership_ids @> ARRAY[(SELECT o.id FROM partnership o WHERE o.code = d.code)]), '[]') AS results
     FROM (${DETAIL} WHERE p.code = $1) AS d`,
    [code],
  );
  const [found] = rows;
  if (!found) return null;
  const { monitoring, results, ...partnership } = found;
  return { partnership: readForThePublic(partnership), monitoring, results };
}

function readForThePublic(found: StoredPartnership): PublicPartnership {
  return found.published ? readPartnership(found) : emptied(found);
}

/** The public partnerships whole, in the order of their codes, so many after a code ('' from the first). One statement. */
export async function listPublicPartnerships(after: string, limit: number): Promise<PublicPartnership[]> {
  const { rows } = await pool().query<StoredPartnership>(
    `${DETAIL} WHERE p.published_at IS NOT NULL AND p.code > $1 ORDER BY p.code LIMIT $2`,
    [after, limit],
  );
  return rows.map(readPartnership);
}

function readPartnership(found: StoredPartnership): PublicPartnership {
  return {
    ...found,
    publishedAt: found.publishedAt?.toISOString() ?? null,
    agreements: found.agreements.map((agreement) => ({
      ...agreement,
      runs: agreement.runs.map(runForThePublic),
      amendments: agreement.amendments.map((one) => forThePublic(readAmendment(one, found.members), agreement)),
    })),
  };
}

function emptied(found: StoredPartnership): PublicPartnership {
  return {
    ...found,
    title: {},
    description: {},
    totalValueVnd: null,
    trlStart: null,
    trlTarget: null,
    provinceCodes: [],
    publishedAt: null,
    members: [],
    agreements: [],
  };
}
