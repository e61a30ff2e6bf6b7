import type { Actor } from "#app/domain/accounts/actor.ts";
import { pool } from "#prisma/client.server.ts";
import type { MonitoredType } from "../campaigns/campaign.ts";
import { monitoringBodies } from "../monitoring.policy.ts";
import type { FoundAssessment, PublishedAssessment, UnitStanding } from "./assessment.ts";
import type { SubjectMonitoring } from "./subject-assessment.ts";

const BOTH_VOICES = `u.id AS "unitId", c.code AS campaign, s.subject_type AS "subjectType", u.subject_code AS "subjectCode", u.key,
    CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id,
      'name', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr)) END AS body,
    a.self_completion AS "selfCompletion", coalesce(a.self_report, '') AS "selfReport", coalesce(a.self_source, '') AS "selfSource",
    a.self_reported_on::text AS "selfReportedOn", coalesce(a.language, 'vi') AS language,
    CASE WHEN a.settled_at IS NOT NULL THEN json_build_object('verifiable', a.verifiable, 'potential', a.potential,
      'completion', a.completion, 'earlyResults', a.early_results) END AS codes,
    to_json(a.settled_at)#>>'{}' AS "settledAt", to_json(c.published_at)#>>'{}' AS "publishedAt",
    (SELECT json_build_object('text', e.text, 'language', e.language, 'post', e.post, 'at', e.at)
      FROM gap_explanation e WHERE e.unit_id = u.id) AS explanation`;
const FROM = `FROM sample_unit u JOIN campaign_sample s ON s.id = u.sample_id JOIN monitoring_campaign c ON c.id = s.campaign_id
    LEFT JOIN assessment a ON a.unit_id = u.id LEFT JOIN organisation o ON o.id = u.body_ids[1]`;

/**
 * One sampled subject with its assessment: everybody reads a published one, its own body of the Front any. Whoever has not
 * read it yet does not see the first reading, so that the second stands alone, and nobody sees another's draft. Null where
 * there is none. One statement.
 */
export async function findAssessment(actor: Actor | null, unitId: string): Promise<FoundAssessment | null> {
  const { rows } = await pool().query<FoundAssessment>(
    `SELECT ${BOTH_VOICES}, a.resolution,
       coalesce((SELECT json_agg(json_build_object('place', r.place, 'verifiable', r.verifiable, 'potential', r.potential,
           'completion', r.completion, 'earlyResults', r.early_results, 'rationale', r.rationale, 'evidence', r.evidence,
           'answers', r.answers, 'language', r.language, 'readAt', r.read_at) ORDER BY r.place)
         FROM assessment_reading r WHERE r.unit_id = u.id), '[]') AS readings,
       (SELECT count(*)::int FROM assessment_reading r WHERE r.unit_id = u.id) AS "readCount",
       EXISTS (SELECT FROM assessment_reading r WHERE r.unit_id = u.id AND r.reader_id = $3) AS "readByYou",
       coalesce(v.content->'questions', '[]') AS questions, coalesce(v.content->>'language', 'vi') AS "questionsLanguage",
       coalesce(v.content->>'guidance', '') AS guidance,
       CASE WHEN s.subject_type = 'OBLIGATION' THEN (SELECT b.id::text FROM obligation b
         WHERE b.subject_code = u.subject_code AND left(b.id::text, 8) = right(u.key, 8) LIMIT 1) END AS "obligationId",
       (SELECT json_build_object('entryNo', e.id, 'hash', e.sha256) FROM record_entry e WHERE e.id = a.entry_id) AS seal,
       (SELECT json_build_object('typed', d.typed, 'savedAt', d.saved_at) FROM reading_draft d
         WHERE d.unit_id = u.id AND d.reader_id = $3) AS draft
     ${FROM} LEFT JOIN template_version v ON v.template_id = c.template_id AND v.number = c.template_number WHERE u.id = $1 AND u.drawn IS NOT NULL
       AND (c.published_at IS NOT NULL OR front_of(c.id) && $2::uuid[])`,
    [unitId, monitoringBodies(actor), actor?.personId ?? null],
  );
  const [found] = rows;
  if (!found) return null;
  return found.readCount === 1 && !found.readByYou ? { ...found, readings: [] } : found;
}

/** The drawn subjects of a campaign for its team, in the order of the draws. One statement. */
export async function listStandings(actor: Actor, code: string): Promise<UnitStanding[]> {
  const { rows } = await pool().query<UnitStanding>(
    `SELECT u.id AS "unitId", u.key, u.subject_code AS "subjectCode", 
       CASE WHEN o.id IS NOT NULL THEN json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr) END AS body, a.settled_at IS NOT NULL AS settled,
       (SELECT count(*)::int FROM assessment_reading r WHERE r.unit_id = u.id) AS readings,
       EXISTS (SELECT FROM assessment_reading r WHERE r.unit_id = u.id AND r.reader_id = $2) AS "readByYou"
     FROM sample_unit u JOIN campaign_sample s ON s.id = u.sample_id JOIN monitoring_campaign c ON c.id = s.campaign_id
       LEFT JOIN assessment a ON a.unit_id = u.id LEFT JOIN organisation o ON o.id = u.body_ids[1]
     WHERE c.code = $1 AND u.drawn IS NOT NULL AND front_of(c.id) && $3::uuid[] ORDER BY s.number, u.drawn`,
    [code, actor.personId, monitoringBodies(actor)],
  );
  return rows;
}

/** The published assessments of a campaign, in the order of the draws. One statement. */
export async function listPublishedAssessments(code: string): Promise<PublishedAssessment[]> {
  const { rows } = await pool().query<PublishedAssessment>(
    `SELECT ${BOTH_VOICES} ${FROM} WHERE c.code = $1 AND c.published_at IS NOT NULL AND a.settled_at IS NOT NULL ORDER BY s.number, u.drawn`,
    [code],
  );
  return rows;
}

/** What was published of a subject (an obligation by its key), and the newest of what people say of it; each the newest first. One statement. */
export async function monitoringOf(type: MonitoredType, subjectCode: string): Promise<SubjectMonitoring> {
  const { rows } = await pool().query<SubjectMonitoring>(
    "SELECT published_assessments($1, $2) AS assessments, published_opinion($2) AS signals",
    [type, subjectCode],
  );
  return rows[0] ?? { assessments: [], signals: [] };
}
