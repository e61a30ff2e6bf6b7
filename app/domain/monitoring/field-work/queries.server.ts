import type { Actor } from "#app/domain/accounts/actor.ts";
import { isUuid } from "#app/platform/typed.ts";
import { pool } from "#prisma/client.server.ts";
import { monitoringBodies } from "../monitoring.policy.ts";
import type { FieldWork, FoundInterview, FoundVisit, InterviewItem } from "./field-work.ts";

const OWN = "front_of(c.id) && $2::uuid[]";
const SIGNED = "NOT EXISTS (SELECT FROM field_presence p WHERE p.visit_id = v.id AND p.signed_at IS NULL)";
const VISIT = `v.code, v.on_day::text AS "onDay", v.place, v.language, u.key AS "subjectKey", v.is_public AS "isPublic",
    ${SIGNED} AS "isSigned"`;
const VISIT_FROM = `FROM field_visit v JOIN monitoring_campaign c ON c.id = v.campaign_id JOIN sample_unit u ON u.id = v.unit_id`;
/** Everybody reads what the team chose once the campaign is published; the bodies of the Front that work in it everything, at once. */
const VISIT_SEEN = `(${OWN} OR (c.published_at IS NOT NULL AND v.is_public))`;
const INTERVIEW = `i.code, i.on_day::text AS "onDay", i.with_post AS "withPost", u.key AS "subjectKey", i.language,
    i.consent_recorded AS "consentRecorded", i.consent_quoted AS "consentQuoted", i.consent_named AS "consentNamed", i.summary, i.name,
    to_json(i.name_withdrawn_at)#>>'{}' AS "nameWithdrawnAt", to_json(i.words_withdrawn_at)#>>'{}' AS "wordsWithdrawnAt"`;
const INTERVIEW_FROM = `FROM interview i JOIN monitoring_campaign c ON c.id = i.campaign_id JOIN sample_unit u ON u.id = i.unit_id`;
const INTERVIEW_SEEN = `(${OWN} OR (c.published_at IS NOT NULL AND i.consent_quoted))`;

/** What the public reads of an interview whose words were taken back: that there was one, and the day. */
function shown<Item extends InterviewItem>(item: Item): Item {
  return item.wordsWithdrawnAt === null ? item : { ...item, withPost: "" };
}

/**
 * The field work of a campaign (by its code) or of one sampled subject (by its id), as the reader may see it: the bodies of
 * the Front that work in it everything, others from the publication on what the team chose and what people consented to. One statement.
 */
export async function findFieldWork(
  actor: Actor | null,
  of: { campaign: string } | { unitId: string },
): Promise<FieldWork> {
  const where = "campaign" in of ? "c.code = $1" : "u.id = $1::uuid";
  const { rows } = await pool().query<FieldWork>(
    `SELECT coalesce((SELECT json_agg(x ORDER BY x."onDay", x.code) FROM (SELECT ${VISIT},
         (SELECT count(*)::int FROM photograph h WHERE h.visit_id = v.id AND (${OWN} OR h.is_public)) AS photographs
       ${VISIT_FROM} WHERE ${where} AND ${VISIT_SEEN}) x), '[]') AS visits,
     coalesce((SELECT json_agg(x ORDER BY x."onDay", x.code) FROM (SELECT ${INTERVIEW}
       ${INTERVIEW_FROM} WHERE ${where} AND ${INTERVIEW_SEEN}) x), '[]') AS interviews,
     (SELECT count(*)::int ${INTERVIEW_FROM} WHERE ${where} AND c.published_at IS NOT NULL AND NOT ${INTERVIEW_SEEN}) AS silent`,
    ["campaign" in of ? of.campaign : of.unitId, monitoringBodies(actor)],
  );
  const [found = { visits: [], interviews: [], silent: 0 }] = rows;
  return { ...found, interviews: found.interviews.map(shown) };
}

/** The minutes of one visit with their photographs, where the reader may see them; null otherwise. Names of the team are their body's alone. One statement. */
export async function findVisit(actor: Actor | null, code: string): Promise<FoundVisit | null> {
  const { rows } = await pool().query<FoundVisit>(
    `SELECT ${VISIT}, c.code AS campaign, c.owner_organisation_id AS "ownerOrganisationId", front_of(c.id)::text[] AS "partnerIds", v.unit_id AS "unitId",
       c.state AS "campaignState", to_json(c.published_at)#>>'{}' AS "publishedAt", v.met, v.seen, v.agreed,
       coalesce((SELECT json_agg(json_build_object('personId', CASE WHEN ${OWN} THEN p.person_id END,
           'name', CASE WHEN ${OWN} THEN e.name END, 'post', p.post, 'signedAt', p.signed_at) ORDER BY p.post, p.person_id)
         FROM field_presence p JOIN person e ON e.id = p.person_id WHERE p.visit_id = v.id), '[]') AS presences,
       coalesce((SELECT json_agg(json_build_object('id', h.id, 'number', h.number, 'takenOn', h.taken_on, 'caption', h.caption,
           'alt', h.alt, 'language', h.language, 'isPublic', h.is_public, 'originalSha256', h.original_sha256,
           'copySha256', h.copy_sha256, 'width', h.width, 'height', h.height) ORDER BY h.number)
         FROM photograph h WHERE h.visit_id = v.id AND (${OWN} OR h.is_public)), '[]') AS photographs
     ${VISIT_FROM} WHERE v.code = $1 AND ${VISIT_SEEN}`,
    [code, monitoringBodies(actor)],
  );
  return rows[0] ?? null;
}

/** One interview, where the reader may see it; null otherwise. One statement. */
export async function findInterview(actor: Actor | null, code: string): Promise<FoundInterview | null> {
  const { rows } = await pool().query<FoundInterview>(
    `SELECT ${INTERVIEW}, c.code AS campaign, c.owner_organisation_id AS "ownerOrganisationId", front_of(c.id)::text[] AS "partnerIds", i.unit_id AS "unitId",
       to_json(c.published_at)#>>'{}' AS "publishedAt"
     ${INTERVIEW_FROM} WHERE i.code = $1 AND ${INTERVIEW_SEEN}`,
    [code, monitoringBodies(actor)],
  );
  return rows[0] ? shown(rows[0]) : null;
}

/** A file of a photograph as it lies in the store. */
export type PhotographFile = { sha256: string; name: string; sizeBytes: number; mediaType: string; isPublic: boolean };

/** The copy of a photograph, or its original; the original is its own body's alone. Null where the reader may not. One statement. */
export async function findPhotographFile(
  actor: Actor | null,
  id: string,
  which: "copy" | "original",
): Promise<PhotographFile | null> {
  if (!isUuid(id)) return null;
  const { rows } = await pool().query<PhotographFile>(
    `SELECT f.sha256, f.size_bytes AS "sizeBytes", f.media_type AS "mediaType", c.published_at IS NOT NULL AS "isPublic",
       CASE $3 WHEN 'original' THEN h.original_name ELSE v.code || '-' || h.number || '.webp' END AS name
     FROM photograph h JOIN field_visit v ON v.id = h.visit_id JOIN monitoring_campaign c ON c.id = v.campaign_id
       JOIN stored_file f ON f.sha256 = CASE $3 WHEN 'original' THEN h.original_sha256 ELSE h.copy_sha256 END
     WHERE h.id = $1::uuid AND (${OWN} OR ($3 = 'copy' AND c.published_at IS NOT NULL AND v.is_public AND h.is_public))`,
    [id, monitoringBodies(actor), which],
  );
  return rows[0] ?? null;
}
