import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import { pool } from "#prisma/client.server.ts";
import type {
  CampaignFilter,
  FindingFilter,
  OpenBody,
  OpenCampaign,
  OpenFinding,
  OpenPage,
  OpenRecommendation,
  RecommendationFilter,
} from "./open-data.ts";

/** How long a page is, and where it starts: `next` of the page before. */
export type PageAsked = { limit: number; after: string | null };

function body(o: string): string {
  return `json_build_object('code', ${o}.scheme || '-' || ${o}.identifier,
    'name', json_build_object('vi', ${o}.name_vi, 'en', ${o}.name_en, 'fr', ${o}.name_fr), 'house', ${o}.house)`;
}

/** Whether a value is one of those asked for; everything is where none is. */
function among(value: string, place: number): string {
  return `(cardinality($${place}::text[]) = 0 OR ${value} = ANY ($${place}))`;
}

const CAMPAIGNS = `
  SELECT c.code, c.state, c.title, c.question, ${body("g")} AS owner, c.starts_on::text AS "startsOn",
    c.ends_on::text AS "endsOn", c.subject_types::text[] AS "subjectTypes", to_json(c.published_at)#>>'{}' AS "publishedAt",
    (SELECT count(*)::int FROM campaign_sample s JOIN sample_unit u ON u.sample_id = s.id
      WHERE s.campaign_id = c.id AND u.drawn IS NOT NULL) AS drawn,
    (SELECT count(*)::int FROM finding f WHERE f.campaign_id = c.id AND f.state = 'PUBLISHED') AS findings,
    (SELECT count(*)::int FROM finding f JOIN recommendation r ON r.finding_id = f.id
      WHERE f.campaign_id = c.id AND f.state = 'PUBLISHED') AS recommendations
  FROM monitoring_campaign c JOIN organisation g ON g.id = c.owner_organisation_id
  WHERE c.state <> 'PLANNED' AND ${among("c.state::text", 1)} AND ${among("g.scheme || '-' || g.identifier", 2)}
    AND (cardinality($3::text[]) = 0 OR c.subject_types::text[] && $3)
    AND ($4::date IS NULL OR (c.starts_on, c.code) < ($4, $5::text))
  ORDER BY c.starts_on DESC, c.code DESC LIMIT $6`;

/** One page of the approved campaigns, the newest first. One statement. */
export async function listOpenCampaigns(
  { states, owners, types }: CampaignFilter,
  { limit, after }: PageAsked,
): Promise<OpenPage<OpenCampaign>> {
  const values = [states, owners, types, ...placeOf(after), limit + 1];
  const { rows } = await pool().query<OpenCampaign>(CAMPAIGNS, values);
  return pageOf(rows, limit, ({ startsOn, code }) => [startsOn, code]);
}

/** What else open data tell of an approved campaign; null where there is none. One statement. */
export async function findOpenCampaign(
  code: string,
): Promise<{ owner: OpenBody; drawn: number; findings: string[]; recommendations: string[] } | null> {
  const { rows } = await pool().query<{
    owner: OpenBody;
    drawn: number;
    findings: string[];
    recommendations: string[];
  }>(
    `SELECT ${body("g")} AS owner, (SELECT count(*)::int FROM campaign_sample s JOIN sample_unit u ON u.sample_id = s.id
         WHERE s.campaign_id = c.id AND u.drawn IS NOT NULL) AS drawn,
       ARRAY(SELECT f.code FROM finding f WHERE f.campaign_id = c.id AND f.state = 'PUBLISHED' ORDER BY f.code) AS findings,
       ARRAY(SELECT r.code FROM finding f JOIN recommendation r ON r.finding_id = f.id
         WHERE f.campaign_id = c.id AND f.state = 'PUBLISHED' ORDER BY r.code) AS recommendations
     FROM monitoring_campaign c JOIN organisation g ON g.id = c.owner_organisation_id
     WHERE c.code = $1 AND c.state <> 'PLANNED'`,
    [code],
  );
  return rows[0] ?? null;
}

const OWNER = "JOIN organisation g ON g.id = c.owner_organisation_id";
const SUBJECT = `CASE WHEN u.id IS NOT NULL THEN json_build_object('type', s.subject_type, 'code', u.subject_code) END`;
const FINDINGS = `
  SELECT f.code, c.code AS campaign, ${body("g")} AS owner, f.title, f.language, f.criteria, f.condition, f.cause, f.effect,
    f.severity, ${SUBJECT} AS subject, f.unit_id AS "unitId", f.evidence, to_json(f.published_at)#>>'{}' AS "publishedAt",
    ARRAY(SELECT r.code FROM recommendation r WHERE r.finding_id = f.id ORDER BY r.code) AS recommendations,
    coalesce((SELECT json_agg(${body("o")} ORDER BY o.name_vi, o.id) FROM organisation o
      WHERE o.id IN (SELECT r.addressee_id FROM recommendation r WHERE r.finding_id = f.id)), '[]') AS addressees,
    coalesce((SELECT json_agg(json_build_object('text', e.text, 'language', e.language, 'post', e.post, 'at', e.at) ORDER BY e.id)
      FROM finding_erratum e WHERE e.finding_id = f.id), '[]') AS errata,
    coalesce((SELECT json_agg(json_build_object('body', ${body("o")}, 'dueOn', k.due_on,
        'comment', CASE WHEN m.at IS NOT NULL THEN json_build_object('correct', m.correct, 'text', m.text,
          'language', m.language, 'post', m.post, 'at', m.at) END,
        'answer', CASE WHEN a.at IS NOT NULL THEN json_build_object('accepted', a.accepted, 'reason', a.reason,
          'language', a.language, 'post', a.post, 'at', a.at) END) ORDER BY k.organisation_id)
      FROM factual_check k JOIN organisation o ON o.id = k.organisation_id
        LEFT JOIN factual_comment m USING (finding_id, organisation_id) LEFT JOIN factual_answer a USING (finding_id, organisation_id)
      WHERE k.finding_id = f.id), '[]') AS checks
  FROM finding f JOIN monitoring_campaign c ON c.id = f.campaign_id ${OWNER} LEFT JOIN sample_unit u ON u.id = f.unit_id
    LEFT JOIN campaign_sample s ON s.id = u.sample_id
  WHERE f.state = 'PUBLISHED'`;
const HAS_ADDRESSEE = `(cardinality($4::text[]) = 0 OR EXISTS (SELECT FROM recommendation r JOIN organisation o ON o.id = r.addressee_id
    WHERE r.finding_id = f.id AND o.scheme || '-' || o.identifier = ANY ($4)))`;

/** One page of the published findings, the newest first. One statement. */
export async function listOpenFindings(
  { campaigns, severities, subjects, addressees, owners }: FindingFilter,
  { limit, after }: PageAsked,
): Promise<OpenPage<OpenFinding>> {
  const { rows } = await pool().query<OpenFinding>(
    `${FINDINGS} AND ${among("c.code", 1)} AND ${among("f.severity::text", 2)} AND ${among("u.subject_code", 3)}
       AND ${HAS_ADDRESSEE} AND ${among("g.scheme || '-' || g.identifier", 5)}
       AND ($6::timestamptz IS NULL OR (f.published_at, f.code) < ($6, $7::text))
     ORDER BY f.published_at DESC, f.code DESC LIMIT $8`,
    [campaigns, severities, subjects, addressees, owners, ...placeOf(after), limit + 1],
  );
  return pageOf(rows, limit, ({ publishedAt, code }) => [publishedAt, code]);
}

/** One published finding; null where there is none. One statement. */
export async function findOpenFinding(code: string): Promise<OpenFinding | null> {
  const { rows } = await pool().query<OpenFinding>(`${FINDINGS} AND f.code = $1`, [code]);
  return rows[0] ?? null;
}

const ANSWERS = "FROM recommendation_response a WHERE a.recommendation_id = r.id";
const RECOMMENDATIONS = `
  SELECT r.code, r.text, r.language, r.criticality, r.priority, r.due_on::text AS "dueOn", r.status, r.progress,
    ${body("o")} AS addressee, ${body("g")} AS owner, c.code AS campaign, ${SUBJECT} AS subject,
    json_build_object('code', f.code, 'title', f.title, 'language', f.language) AS finding,
    to_json(f.published_at)#>>'{}' AS "issuedAt", to_json(r.escalated_at)#>>'{}' AS "escalatedAt",
    (SELECT min(b.due_on)::text FROM obligation b WHERE b.subject_type = 'RECOMMENDATION' AND b.subject_id = r.id
      AND b.kind = 'RECOMMENDATION_RESPONSE') AS "answerDueOn",
    (SELECT min((a.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)::text ${ANSWERS}) AS "answeredOn",
    coalesce((SELECT json_agg(json_build_object('acceptance', a.acceptance, 'reason', a.reason, 'plan', a.plan,
        'targetOn', a.target_on, 'language', a.language, 'post', a.post, 'at', a.at) ORDER BY a.id) ${ANSWERS}), '[]') AS responses,
    coalesce((SELECT json_agg(json_build_object('progress', p.progress, 'note', p.note, 'language', p.language,
        'post', p.post, 'at', p.at) ORDER BY p.id)
      FROM progress_step p WHERE p.recommendation_id = r.id), '[]') AS steps,
    coalesce((SELECT json_agg(json_build_object('onDay', w.on_day, 'note', w.note, 'evidence', w.evidence,
        'verdict', w.verdict, 'language', w.language, 'post', w.post, 'at', w.at) ORDER BY w.id)
      FROM follow_up w WHERE w.recommendation_id = r.id), '[]') AS "followUps"
  FROM recommendation r JOIN finding f ON f.id = r.finding_id JOIN monitoring_campaign c ON c.id = f.campaign_id ${OWNER}
    JOIN organisation o ON o.id = r.addressee_id LEFT JOIN sample_unit u ON u.id = f.unit_id
    LEFT JOIN campaign_sample s ON s.id = u.sample_id
  WHERE f.state = 'PUBLISHED'`;

/** Whether a recommendation is open past its day, on the day of a parameter. */
function isOverdue(place: number): string {
  return `(r.status IN ('OPEN', 'OPEN_PARTIALLY_ADDRESSED') AND r.due_on < $${place}::date)`;
}

/** One page of the published recommendations, the newest first. `at`: on which day they are overdue. One statement. */
export async function listOpenRecommendations(
  filter: RecommendationFilter,
  { limit, after }: PageAsked,
  at = new Date(),
): Promise<OpenPage<OpenRecommendation>> {
  const { campaigns, addressees, statuses, progresses, criticalities, subjects, findings, owners } = filter;
  const { isAnswered, isPriority } = filter;
  const { rows } = await pool().query<OpenRecommendation>(
    `${RECOMMENDATIONS} AND ${among("c.code", 1)} AND ${among("o.scheme || '-' || o.identifier", 2)}
       AND ${among("r.status::text", 3)} AND ${among("r.progress::text", 4)} AND ${among("r.criticality::text", 5)}
       AND ${among("u.subject_code", 6)} AND ${among("f.code", 7)} AND ${among("g.scheme || '-' || g.identifier", 8)}
       AND ($10::boolean IS NULL OR ${isOverdue(9)} = $10) AND ($11::boolean IS NULL OR EXISTS (SELECT ${ANSWERS}) = $11)
       AND ($12::boolean IS NULL OR r.priority = $12)
       AND ($13::timestamptz IS NULL OR (f.published_at, r.code) < ($13, $14::text))
     ORDER BY f.published_at DESC, r.code DESC LIMIT $15`,
    [
      ...[campaigns, addressees, statuses, progresses, criticalities, subjects, findings, owners, dayInVietnam(at)],
      ...[filter.isOverdue, isAnswered, isPriority, ...placeOf(after), limit + 1],
    ],
  );
  return pageOf(rows, limit, ({ issuedAt, code }) => [issuedAt, code]);
}

/** One published recommendation; null where there is none. One statement. */
export async function findOpenRecommendation(code: string): Promise<OpenRecommendation | null> {
  const { rows } = await pool().query<OpenRecommendation>(`${RECOMMENDATIONS} AND r.code = $1`, [code]);
  return rows[0] ?? null;
}

const COUNTED = `
  WITH asked AS (
    SELECT r.finding_id, r.status::text, r.progress::text, r.criticality::text, ${isOverdue(1)} AS overdue,
      NOT EXISTS (SELECT ${ANSWERS}) AS unanswered, r.priority, o.scheme || '-' || o.identifier AS addressee
    FROM recommendation r JOIN finding f ON f.id = r.finding_id JOIN organisation o ON o.id = r.addressee_id
    WHERE f.state = 'PUBLISHED')
  SELECT 'status' AS facet, status AS value, count(*)::int FROM asked GROUP BY status
  UNION ALL SELECT 'progress', progress, count(*)::int FROM asked GROUP BY progress
  UNION ALL SELECT 'criticality', criticality, count(*)::int FROM asked GROUP BY criticality
  UNION ALL SELECT 'addressee', addressee, count(*)::int FROM asked GROUP BY addressee
  UNION ALL SELECT 'view', 'overdue', count(*)::int FROM asked WHERE overdue
  UNION ALL SELECT 'view', 'unanswered', count(*)::int FROM asked WHERE unanswered
  UNION ALL SELECT 'view', 'priority', count(*)::int FROM asked WHERE priority
  UNION ALL SELECT 'found-of', addressee, count(DISTINCT finding_id)::int FROM asked GROUP BY addressee
  UNION ALL SELECT 'severity', f.severity::text, count(*)::int FROM finding f WHERE f.state = 'PUBLISHED' GROUP BY f.severity
  UNION ALL SELECT 'campaign', c.code, count(*)::int FROM finding f JOIN monitoring_campaign c ON c.id = f.campaign_id
    WHERE f.state = 'PUBLISHED' GROUP BY c.code`;

/** How many published recommendations (findings, of `severity`, `campaign` and `found-of`) have each value of each filter. One statement. */
export async function countFound(at = new Date()): Promise<(facet: string, value: string) => number> {
  const { rows } = await pool().query<{ facet: string; value: string; count: number }>(COUNTED, [dayInVietnam(at)]);
  const counts = new Map(rows.map(({ facet, value, count }) => [`${facet} ${value}`, count]));
  return (facet, value) => counts.get(`${facet} ${value}`) ?? 0;
}

/** Everybody to whom a published recommendation is addressed, by name. One statement. */
export async function listAddressees(): Promise<OpenBody[]> {
  const { rows } = await pool().query<{ body: OpenBody }>(
    `SELECT ${body("o")} AS body FROM organisation o WHERE o.id IN (SELECT r.addressee_id FROM recommendation r
       JOIN finding f ON f.id = r.finding_id WHERE f.state = 'PUBLISHED') ORDER BY o.name_vi, o.id`,
  );
  return rows.map(({ body: one }) => one);
}

function placeOf(after: string | null): readonly [string | null, string | null] {
  const [at, code] = (after === null ? null : decodeCursor(after, 2)) ?? [];
  return typeof at === "string" && typeof code === "string" ? [at, code] : [null, null];
}

function pageOf<Item>(rows: Item[], limit: number, place: (item: Item) => readonly [string, string]): OpenPage<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? encodeCursor(place(last)) : null };
}
