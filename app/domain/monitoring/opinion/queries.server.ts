import type { Actor } from "#app/domain/accounts/actor.ts";
import { pool } from "#prisma/client.server.ts";
import { monitoringBodies } from "../monitoring.policy.ts";
import type { FoundSignal, SignalItem } from "./opinion.ts";

const ITEM = `o.code, o.title, o.language, o.channel, o.question, o.n, o.several, o.figures, o.from_on::text AS "fromOn",
    o.to_on::text AS "toOn", json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr) AS owner, c.code AS campaign,
    o.subject_code AS "subjectCode", o.source, to_json(o.released_at)#>>'{}' AS "releasedAt", to_json(o.published_at)#>>'{}' AS "publishedAt"`;
const FROM = `FROM opinion_signal o JOIN organisation g ON g.id = o.owner_organisation_id
    LEFT JOIN monitoring_campaign c ON c.id = o.campaign_id`;
const SEEN = "(o.published_at IS NOT NULL OR o.owner_organisation_id = ANY ($1::uuid[]))";
/** Signals listed at once. */
const MOST = 200;

/**
 * Signals of public opinion, the newest first: public ones, and those that are not yet of the reader's own body of the Front.
 * `about` narrows them to a campaign or a subject by its code. One statement.
 */
export async function listSignals(actor: Actor | null, about: string | null = null): Promise<SignalItem[]> {
  const { rows } = await pool().query<SignalItem>(
    `SELECT ${ITEM} ${FROM} WHERE ${SEEN} AND ($2::text IS NULL OR o.subject_code = $2 OR c.code = $2)
     ORDER BY o.to_on DESC, o.code DESC LIMIT ${MOST}`,
    [monitoringBodies(actor), about],
  );
  return rows;
}

/** One signal with its errata, where the reader may see it; null otherwise. One statement. */
export async function findSignal(actor: Actor | null, code: string): Promise<FoundSignal | null> {
  const { rows } = await pool().query<FoundSignal>(
    `SELECT ${ITEM}, o.owner_organisation_id AS "ownerOrganisationId", o.method, o.summary,
       coalesce((SELECT json_agg(json_build_object('text', e.text, 'language', e.language, 'post', e.post, 'at', e.at) ORDER BY e.id)
         FROM opinion_erratum e WHERE e.signal_id = o.id), '[]') AS errata
     ${FROM} WHERE o.code = $2 AND ${SEEN}`,
    [monitoringBodies(actor), code],
  );
  return rows[0] ?? null;
}
