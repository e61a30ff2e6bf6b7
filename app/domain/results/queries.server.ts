import type { House } from "#app/domain/accounts/actor.ts";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { type CursorValues, decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import type { PublicComplaint } from "./complaints/complaint.ts";
import type { ResultContent } from "./completeness.ts";
import { countResults } from "./counts.server.ts";
import type { ResultType } from "./exploitation.ts";
import type { ResultFilter } from "./filter.ts";
import { contentSchema } from "./internal/content.server.ts";
import { BAND, COMMERCIALISED, FILTERED, filterValues, LEVEL, PUBLIC, STAGE } from "./internal/filter-sql.server.ts";
import { progressSchema } from "./internal/reports/progress.server.ts";
import type { ListedPicture } from "./profile/file.ts";
import type { Thresholds } from "./reports/localisation.ts";
import type { ResultProgress } from "./reports/report.ts";
import type { RevenueBand } from "./reports/revenue.ts";
import type { ResultPart } from "./result.schema.ts";
import type { Origin, ResultState } from "./result.ts";
import type { ResultStage } from "./stage.ts";

export type Party = { code: string; names: Texts; house: House };

export type PublicResult = {
  code: string;
  title: Texts;
  teaser: Texts;
  resultType: ResultType;
  /** RFC 3339 */
  publishedAt: string;
  host: Party;
  provinceCode: string | null;
  productCodes: string[];
  /** current readiness, 1 to 9 */
  level: number;
  commercialised: boolean;
  stage: ResultStage;
  /** of all verified periods together; null where none is verified */
  revenueBand: RevenueBand | null;
  /** its first one */
  picture: ListedPicture | null;
};

const PICTURE = `(SELECT json_build_object('id', f.id, 'title', f.title, 'lang', r.language) FROM result_file f
    WHERE f.result_id = r.id AND f.kind = 'IMAGE' ORDER BY f.added_at, f.id LIMIT 1)`;
const HOST = `json_build_object('code', g.id, 'house', g.house,
    'names', json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr))`;

/**
 * One page of the published results, newest first, behind the place that `after` names (an opaque cursor; nonsense is
 * the first page). `next` is the cursor of the next page or null, `total` counts all that the filter lets through, unless
 * `isCounted` is false: then it is 0.
 * A product also finds what was recorded under its counterpart in the other edition. One statement.
 */
export async function listResults(
  catalogue: Catalogue,
  filter: ResultFilter,
  page: { limit: number; after?: string | null; isCounted?: boolean },
): Promise<{ items: PublicResult[]; next: string | null; total: number }> {
  const [publishedAt, id] = placeOf(page.after);
  const { rows } = await pool().query<PublicResult & { id: string; total: number }>(
    `SELECT r.id, r.code, r.title, r.teaser, r.result_type AS "resultType", ${HOST} AS host,
       to_char(r.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "publishedAt",
       r.province_code AS "provinceCode", r.product_codes AS "productCodes", ${LEVEL} AS level,
       ${COMMERCIALISED} AS commercialised, ${STAGE} AS stage, ${BAND} AS "revenueBand", ${PICTURE} AS picture,
       CASE WHEN $12::boolean THEN (SELECT count(*)::int ${FILTERED}) ELSE 0 END AS total
     ${FILTERED} AND ($9::timestamptz IS NULL OR (r.published_at, r.id) < ($9, $10::uuid))
     ORDER BY r.published_at DESC, r.id DESC LIMIT $11`,
    [...filterValues(catalogue, filter), publishedAt, id, page.limit + 1, page.isCounted ?? true],
  );
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ id: _id, total: _total, ...item }) => item),
    next: last ? encodeCursor([last.publishedAt, last.id]) : null,
    total: rows[0]?.total ?? (page.after ? await countResults(catalogue, filter) : 0),
  };
}

function placeOf(after: string | null | undefined): [string | null, string | null] {
  const values: CursorValues = (after ? decodeCursor(after, 2) : null) ?? [];
  const [at, id] = values;
  const isPlace =
    typeof at === "string" &&
    /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(at) &&
    !Number.isNaN(Date.parse(at)) &&
    typeof id === "string" &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  return isPlace ? [at, id] : [null, null];
}

/** One change of the publication state, as everybody concerned may read it. */
export type ResultEvent = {
  to: ResultState;
  /** RFC 3339 */
  at: string;
  /** in whose hand: AUTHOR, HOST, RESULT_OFFICER, CLOCK */
  role: string;
  organisation: Texts | null;
  missing: { part: ResultPart; message: string }[];
  entryNo: number | null;
  hash: string | null;
};

export type ResultRecord = {
  id: string;
  code: string;
  state: ResultState;
  revision: number;
  createdById: string;
  hostOrganisationId: string;
  host: Party & { verified: boolean };
  catalogueVersion: string;
  content: ResultContent;
  updatedAt: string;
  submittedAt: string | null;
  publishedAt: string | null;
  /** when its host last said that it still holds */
  confirmedAt: string | null;
  /** the day from which on it is stale, 'YYYY-MM-DD'; null where it was never published */
  staleFrom: string | null;
  withdrawnAt: string | null;
  withdrawalReason: string | null;
  verification: { at: string; note: string; by: Party } | null;
  events: ResultEvent[];
  /** oldest first */
  complaints: PublicComplaint[];
  /** what it comes from, as far as that is public, in the order in which it is named */
  origins: Origin[];
  /** what its host reported since, how far it has come, and the thresholds of localisation in force */
  progress: ResultProgress & { thresholds: Thresholds };
};

const RECORD = `
  SELECT r.id, r.code, r.state, r.revision, r.created_by_id AS "createdById",
     r.host_organisation_id AS "hostOrganisationId", r.catalogue_version AS "catalogueVersion",
     json_build_object('code', g.id, 'house', g.house, 'verified', g.verified_at IS NOT NULL,
       'names', json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr)) AS host,
     result_content(r.id) || result_profile(r.id) AS content, result_progress(r.id) AS progress,
     r.withdrawal_reason AS "withdrawalReason",
     to_json(r.updated_at) AS "updatedAt", to_json(r.submitted_at) AS "submittedAt",
     to_json(r.published_at) AS "publishedAt", to_json(r.withdrawn_at) AS "withdrawnAt",
     to_json(r.confirmed_at) AS "confirmedAt",
     result_stale_from(coalesce(r.confirmed_at, r.published_at))::text AS "staleFrom",
     CASE WHEN r.verified_at IS NOT NULL THEN json_build_object('at', r.verified_at, 'note', r.verification_note,
       'by', json_build_object('code', v.id, 'house', v.house,
         'names', json_build_object('vi', v.name_vi, 'en', v.name_en, 'fr', v.name_fr))) END AS verification,
     (SELECT json_agg(json_build_object('to', s.to_state, 'at', s.at, 'role', s.actor_role, 'missing', s.missing,
         'organisation', CASE WHEN so.id IS NOT NULL THEN
           json_build_object('vi', so.name_vi, 'en', so.name_en, 'fr', so.name_fr) END,
         'entryNo', e.id, 'hash', e.sha256) ORDER BY s.id)
       FROM result_step s LEFT JOIN organisation so ON so.id = s.actor_organisation_id
         LEFT JOIN record_entry e ON e.id = s.record_entry_id
       WHERE s.result_id = r.id) AS events,
     (SELECT coalesce(json_agg(json_build_object('ground', c.ground, 'at', c.at, 'outcome', c.outcome,
         'answer', c.answer, 'answeredAt', c.answered_at) ORDER BY c.at), '[]')
       FROM result_complaint c WHERE c.result_id = r.id) AS complaints,
     (SELECT coalesce(json_agg(json_build_object('of', o.of, 'code', o.code, 'title', o.title) ORDER BY o.of, o.place), '[]')
       FROM (
         SELECT 'initiatives' AS of, i.code, i.title, array_position(r.origin_initiative_ids, i.id) AS place
         FROM initiative i WHERE i.id = ANY (r.origin_initiative_ids) AND i.public_at IS NOT NULL AND i.state <> 'WITHDRAWN'
         UNION ALL SELECT 'partnerships', d.code, d.title, array_position(r.origin_partnership_ids, d.id)
         FROM partnership d WHERE d.id = ANY (r.origin_partnership_ids) AND d.published_at IS NOT NULL
       ) AS o) AS origins
   FROM result r JOIN organisation g ON g.id = r.host_organisation_id
     LEFT JOIN organisation v ON v.id = r.verifier_organisation_id`;

type RecordRow = Omit<ResultRecord, "content" | "progress"> & { content: unknown; progress: unknown };

/** A result with everything that it says, in whatever state: `mayRead` decides who is shown it. One statement. */
export async function findResult(code: string): Promise<ResultRecord | null> {
  const { rows } = await pool().query<RecordRow>(`${RECORD} WHERE r.code = $1`, [code]);
  return rows.map(recordOf)[0] ?? null;
}

/** The public ones of these codes, in their order, with everything that they say. One statement. */
export async function findPublicResults(codes: readonly string[]): Promise<ResultRecord[]> {
  const { rows } = await pool().query<RecordRow>(
    `${RECORD} WHERE r.code = ANY ($1) AND ${PUBLIC} ORDER BY array_position($1, r.code)`,
    [codes],
  );
  return rows.map(recordOf);
}

function recordOf(row: RecordRow): ResultRecord {
  return { ...row, content: contentSchema.parse(row.content), progress: progressSchema.parse(row.progress) };
}

/** The words of the open complaint about a result, for those who answer it and the host; null where none is open. One statement. */
export async function openComplaintText(code: string): Promise<string | null> {
  const { rows } = await pool().query<{ text: string }>(
    `SELECT c.text FROM result_complaint c JOIN result r ON r.id = c.result_id WHERE r.code = $1 AND c.outcome IS NULL`,
    [code],
  );
  return rows[0]?.text ?? null;
}
