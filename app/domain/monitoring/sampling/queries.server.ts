import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import type { CampaignSampleItem } from "../campaigns/campaign.ts";

/** One subject of a population as everybody reads it; `drawn` is its place in the sample. */
export type PopulationUnit = {
  id: string;
  key: string;
  subjectCode: string;
  province: string;
  house: string;
  body: Texts | null;
  drawn: number | null;
};

export type FoundSample = CampaignSampleItem & { units: PopulationUnit[] };

/** Columns of the sample `s` as a campaign shows it. */
const SAMPLE = `s.number, s.subject_type AS "subjectType", s.filter, s.population_size AS "populationSize",
  s.population_sha256 AS "populationSha256", to_json(s.frozen_at)#>>'{}' AS "frozenAt", s.method, s.stratum_by AS "stratumBy",
  s.size, s.seed, to_json(s.drawn_at)#>>'{}' AS "drawnAt"`;

/**
 * A population with its sample: those drawn in the order of the draw, then the rest by key; null where there is none.
 * `onlyDrawn` leaves the rest out. One statement.
 */
export async function findSample(
  code: string,
  number: number,
  { onlyDrawn = false } = {},
): Promise<FoundSample | null> {
  const { rows } = await pool().query<FoundSample>(
    `SELECT ${SAMPLE}, coalesce((
       SELECT json_agg(json_build_object('id', u.id, 'key', u.key, 'subjectCode', u.subject_code, 'province', u.province_code,
         'house', u.house, 'drawn', u.drawn,
         'body', CASE WHEN o.id IS NOT NULL THEN json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr) END)
         ORDER BY u.drawn NULLS LAST, u.key COLLATE "C")
       FROM sample_unit u LEFT JOIN organisation o ON o.id = u.body_ids[1]
       WHERE u.sample_id = s.id AND (NOT $3 OR u.drawn IS NOT NULL)), '[]') AS units
     FROM campaign_sample s JOIN monitoring_campaign c ON c.id = s.campaign_id WHERE c.code = $1 AND s.number = $2`,
    [code, number, onlyDrawn],
  );
  return rows[0] ?? null;
}
