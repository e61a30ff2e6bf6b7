import { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { isUuid } from "#app/platform/typed.ts";
import { pool } from "#prisma/client.server.ts";
import { textsSchema } from "../internal/content.server.ts";
import { thresholdsSchema } from "../internal/reports/progress.server.ts";
import { mayRead, type ResultFacts } from "../result.policy.ts";
import type { Thresholds } from "./localisation.ts";
import { mayReadSums } from "./report.policy.ts";
import type { Localisation, ReportableRight, ReportFile, WaitingReport } from "./report.ts";

const MOST_WAITING = 200;

/**
 * The reports on public results that an officer may answer: never of what they recorded or what a body of theirs hosts. The
 * most urgent first, at most 200. One statement.
 */
export async function listWaitingReports(actor: Actor): Promise<WaitingReport[]> {
  const own = [
    ...actor.affiliations.map((it) => it.organisationId),
    ...actor.roles.flatMap((it) => it.organisationId ?? []),
  ];
  const acting = actor.roles.flatMap((it) =>
    it.role === "RESULT_OFFICER" && it.organisationId ? it.organisationId : [],
  );
  const { rows } = await pool().query<WaitingReport>(
    `SELECT r.code, p.number, p.kind, r.title, to_json(p.reported_at) AS "reportedAt", o.due_on AS "dueOn",
       json_build_object('house', g.house, 'names', json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr)) AS host,
       coalesce(o.debtor_organisation_id = ANY ($3::uuid[]), false) AS mine
     FROM result_report p JOIN result r ON r.id = p.result_id JOIN organisation g ON g.id = r.host_organisation_id
       LEFT JOIN obligation o ON o.subject_id = p.id AND o.done_at IS NULL AND o.voided_at IS NULL
     WHERE p.verdict IS NULL AND r.state IN ('PUBLISHED', 'UNDER_REVIEW') AND r.created_by_id <> $1
       AND NOT (r.host_organisation_id = ANY ($2::uuid[]))
     ORDER BY o.due_on NULLS LAST, p.reported_at, p.id LIMIT ${MOST_WAITING}`,
    [actor.personId, own, acting],
  );
  return rows;
}

/** The rights of a result in the order of its page. One statement. */
export async function listRights(code: string): Promise<ReportableRight[]> {
  const { rows } = await pool().query<ReportableRight>(
    `SELECT p.id, p.kind, p.office, p.application_no AS "applicationNo"
     FROM ip_right p JOIN result r ON r.id = p.result_id WHERE r.code = $1
     ORDER BY p.filed_on NULLS LAST, p.kind, p.application_no`,
    [code],
  );
  return rows;
}

type ReadableReportFile = Pick<ReportFile, "sha256" | "name" | "sizeBytes" | "mediaType">;

/** A document of a report, for somebody who may read it now; null for everybody else and where there is none. One statement. */
export async function findReportFile(actor: Actor | null, id: string | undefined): Promise<ReadableReportFile | null> {
  if (!isUuid(id)) return null;
  const { rows } = await pool().query<ReportFile & ResultFacts>(
    `SELECT d.sha256, d.name, s.size_bytes AS "sizeBytes", s.media_type AS "mediaType", d.is_public AS "isPublic",
       r.state, r.created_by_id AS "createdById", r.host_organisation_id AS "hostOrganisationId"
     FROM result_report_file d JOIN stored_file s ON s.sha256 = d.sha256 JOIN result_report p ON p.id = d.report_id
       JOIN result r ON r.id = p.result_id
     WHERE d.id = $1`,
    [id],
  );
  const [found] = rows;
  return found && mayRead(actor, found) && (found.isPublic || mayReadSums(actor, found)) ? found : null;
}

/** The files of this person that wait for the form of a report to be sent again. One statement. */
export async function heldFiles(actor: Actor, code: string): Promise<{ sha256: string; name: string }[]> {
  const { rows } = await pool().query<{ sha256: string; name: string }>(
    `SELECT h.sha256, h.name FROM result_report_hold h JOIN result r ON r.id = h.result_id
     WHERE r.code = $1 AND h.person_id = $2 ORDER BY h.held_at, h.name`,
    [code, actor.personId],
  );
  return rows;
}

/** The newest verified observation of a public result, and how many there are of it. */
export type LocalisedResult = { code: string; title: Texts; host: Texts; observations: number; newest: Localisation };

const vnd = z.string().transform(BigInt).nullable();
const localised = z.object({
  code: z.string(),
  title: textsSchema,
  host: textsSchema,
  observations: z.number(),
  newest: z.object({
    from: z.string(),
    to: z.string(),
    priceVnd: vnd,
    domesticValueAddedVnd: vnd,
    costVnd: vnd,
    domesticCostVnd: vnd,
    coreTechPpm: z.number().nullable(),
    domesticDemandPpm: z.number().nullable(),
  }),
});
const answer = z.object({ results: z.array(localised), total: z.number(), thresholds: thresholdsSchema });

/**
 * The public results for any of these products of which localisation was observed and verified, each with its newest period:
 * by that period, then by code, which ranks nothing; at most 20 of `total`, with the thresholds in force. One statement.
 */
export async function listLocalisation(
  productCodes: readonly string[],
): Promise<{ results: LocalisedResult[]; total: number; thresholds: Thresholds }> {
  const { rows } = await pool().query<Record<string, unknown>>(
    `WITH newest AS (
       SELECT DISTINCT ON (p.result_id) r.code, r.title, p.*, count(*) OVER (PARTITION BY p.result_id)::int AS observations,
         jsonb_strip_nulls(jsonb_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr)) AS host
       FROM result_report p JOIN result r ON r.id = p.result_id JOIN organisation g ON g.id = r.host_organisation_id
       WHERE p.kind = 'LOCALISATION' AND p.verdict = 'VERIFIED' AND r.state IN ('PUBLISHED', 'UNDER_REVIEW')
         AND r.product_codes && $1::text[]
       ORDER BY p.result_id, p.period_from DESC)
     SELECT localisation_thresholds() AS thresholds, (SELECT count(*)::int FROM newest) AS total,
       (SELECT coalesce(json_agg(json_build_object('code', n.code, 'title', n.title, 'host', n.host,
           'observations', n.observations, 'newest', json_build_object('from', n.period_from, 'to', n.period_to,
             'priceVnd', n.price_vnd::text, 'domesticValueAddedVnd', n.domestic_value_added_vnd::text,
             'costVnd', n.cost_vnd::text, 'domesticCostVnd', n.domestic_cost_vnd::text,
             'coreTechPpm', n.core_tech_ppm, 'domesticDemandPpm', n.domestic_demand_ppm))
           ORDER BY n.period_from DESC, n.code), '[]')
         FROM (SELECT * FROM newest ORDER BY period_from DESC, code LIMIT 20) AS n) AS results`,
    [productCodes],
  );
  return answer.parse(rows[0]);
}
