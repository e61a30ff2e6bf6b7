import { type Catalogue, countByProduct } from "#app/domain/catalogue/catalogue.ts";
import { pool } from "#prisma/client.server.ts";
import { heldBackBy } from "#prisma/conditions.ts";
import type { ResultFilter, ResultFilterName } from "./filter.ts";
import {
  BAND,
  COMMERCIALISED,
  CONDITIONS,
  FILTERED,
  filterValues,
  LEVEL,
  PUBLIC,
  STAGE,
} from "./internal/filter-sql.server.ts";

/** How many published results a filter lets through. One statement. */
export async function countResults(catalogue: Catalogue, filter: ResultFilter): Promise<number> {
  const { rows } = await pool().query<{ total: number }>(
    `SELECT count(*)::int AS total ${FILTERED}`,
    filterValues(catalogue, filter),
  );
  return rows[0]?.total ?? 0;
}

/** A result with the filters that do not let it through: what only its own filter holds back is counted. */
const OPEN = `
  WITH open AS (
    SELECT r.result_type::text AS type, r.province_code AS province, r.product_codes AS products, g.house::text AS house,
      ${LEVEL}::text AS level, (${COMMERCIALISED})::text AS commercialised, ${STAGE}::text AS stage, ${BAND} AS "revenueBand",
      ${heldBackBy(CONDITIONS)} AS held
    FROM result r JOIN organisation g ON g.id = r.host_organisation_id WHERE ${PUBLIC}
  )`;

const COUNTED = ["type", "level", "province", "house", "commercialised", "stage", "revenueBand"] as const;

/**
 * How many published results each value of each filter has under all other filters, products and groups (one filter)
 * across both editions. One statement.
 */
export async function countByFilter(
  catalogue: Catalogue,
  filter: ResultFilter = {},
): Promise<Record<ResultFilterName, Record<string, number>>> {
  type Counted = Record<(typeof COUNTED)[number], Record<string, number> | null>;
  const counts = COUNTED.map(
    (name) => `(SELECT json_object_agg(k, n) FROM (SELECT "${name}" AS k, count(*) AS n FROM open
      WHERE held <@ ARRAY['${name}'] AND "${name}" IS NOT NULL GROUP BY 1) AS t) AS "${name}"`,
  );
  const { rows } = await pool().query<Counted & { products: { codes: string[]; count: number }[] | null }>(
    `${OPEN} SELECT ${counts.join(", ")},
      (SELECT json_agg(t) FROM (SELECT products AS codes, count(*) AS count FROM open
        WHERE held <@ ARRAY['product'] GROUP BY 1) AS t) AS products`,
    filterValues(catalogue, filter),
  );
  const row = rows[0];
  return {
    type: row?.type ?? {},
    ...countByProduct(catalogue, row?.products ?? []),
    level: row?.level ?? {},
    province: row?.province ?? {},
    house: row?.house ?? {},
    commercialised: row?.commercialised ?? {},
    stage: row?.stage ?? {},
    revenueBand: row?.revenueBand ?? {},
  };
}
