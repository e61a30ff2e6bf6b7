import type { House } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import type { LevelFigures } from "./level-figures.ts";

export type FreshResult = {
  code: string;
  title: Texts;
  teaser: Texts;
  /** RFC 3339 */
  publishedAt: string;
  /** the host, then members of the partnership it came from; at most three */
  parties: { house: House; names: Texts }[];
  /** readiness on the last day it was observed; null where it never was */
  trl: number | null;
};

export type MarketFigures = {
  /** results that the public can read */
  published: number;
  /** of these, with at least one verified act that shows them in use (`isCommercialised`) */
  commercialised: number;
  newest: FreshResult[];
};

const PUBLIC = "r.state IN ('PUBLISHED', 'UNDER_REVIEW')";

/** How many published results are on the market, and the newest ones. One statement. Source: docs/domain.md, "Results". */
export async function readMarketFigures(newest: number): Promise<MarketFigures> {
  const { rows } = await pool().query<MarketFigures>(
    `SELECT count(*)::int AS published,
       count(*) FILTER (WHERE EXISTS (
         SELECT 1 FROM exploitation_act a WHERE a.result_id = r.id AND a.verified_at IS NOT NULL
           AND (a.revenue_vnd > 0 OR a.kind IN ('DEPLOYMENT', 'CAPITAL_CONTRIBUTION'))
       ))::int AS commercialised,
       coalesce((SELECT json_agg(fresh ORDER BY fresh."publishedAt" DESC, fresh.code DESC) FROM (${FRESH}) AS fresh), '[]') AS newest
     FROM result r WHERE ${PUBLIC}`,
    [newest],
  );
  return rows[0] ?? { published: 0, commercialised: 0, newest: [] };
}

/**
 * The public results for any of these products by readiness, 1 to 9 in order, each level with those on the market
 * (`isCommercialised`) apart. One statement. Source: docs/domain.md, "Results".
 */
export async function readLevels(productCodes: readonly string[]): Promise<LevelFigures[]> {
  const { rows } = await pool().query<LevelFigures>(
    `WITH found AS (
       SELECT (SELECT level FROM readiness_observation o WHERE o.result_id = r.id ORDER BY o.on_date DESC LIMIT 1) AS level,
         EXISTS (SELECT 1 FROM exploitation_act a WHERE a.result_id = r.id AND a.verified_at IS NOT NULL
           AND (a.revenue_vnd > 0 OR a.kind IN ('DEPLOYMENT', 'CAPITAL_CONTRIBUTION'))) AS sold
       FROM result r WHERE ${PUBLIC} AND r.product_codes && $1::text[]
     )
     SELECT l.level, count(found.level) FILTER (WHERE sold)::int AS "onMarket", count(found.level) FILTER (WHERE NOT sold)::int AS "notYet"
     FROM generate_series(1, 9) AS l (level) LEFT JOIN found ON found.level = l.level GROUP BY 1 ORDER BY 1`,
    [productCodes],
  );
  return rows;
}

const FRESH = `
  SELECT r.code, r.title, r.teaser, r.published_at AS "publishedAt",
    (SELECT level FROM readiness_observation o WHERE o.result_id = r.id ORDER BY o.on_date DESC LIMIT 1) AS trl,
    (SELECT json_agg(json_build_object('house', party.house,
        'names', json_build_object('vi', party.name_vi, 'en', party.name_en, 'fr', party.name_fr)) ORDER BY party.place)
      FROM (
        SELECT g.house, g.name_vi, g.name_en, g.name_fr, 0 AS place FROM organisation g WHERE g.id = r.host_organisation_id
        UNION ALL
        (SELECT g.house, g.name_vi, g.name_en, g.name_fr, m.position FROM partnership_member m
          JOIN partnership p ON p.id = m.partnership_id AND p.published_at IS NOT NULL
          JOIN organisation g ON g.id = m.organisation_id
          WHERE p.id = ANY (r.origin_partnership_ids) AND m.joined_at IS NOT NULL AND g.id <> r.host_organisation_id
          ORDER BY m.position LIMIT 2)
      ) AS party) AS parties
  FROM result r WHERE ${PUBLIC} ORDER BY r.published_at DESC, r.code DESC LIMIT $1`;
