import { type Catalogue, withCounterparts } from "#app/domain/catalogue/catalogue.ts";
import { allOf } from "#prisma/conditions.ts";
import type { ResultFilter } from "../filter.ts";

// Everybody reads what is published, and what is published and under review; nothing else, ever.
export const PUBLIC = "r.state IN ('PUBLISHED', 'UNDER_REVIEW')";
export const LEVEL = `(SELECT o.level FROM readiness_observation o WHERE o.result_id = r.id ORDER BY o.on_date DESC LIMIT 1)`;
// As `isCommercialised` in stage.ts derives it.
export const COMMERCIALISED = `EXISTS (SELECT 1 FROM exploitation_act e WHERE e.result_id = r.id AND e.verified_at IS NOT NULL
    AND (e.revenue_vnd > 0 OR e.kind IN ('DEPLOYMENT', 'CAPITAL_CONTRIBUTION')))`;
// The stage that was told last is the one that the facts make it: the database holds the two together.
export const STAGE = `(SELECT s.to_stage FROM result_stage_step s WHERE s.result_id = r.id ORDER BY s.id DESC LIMIT 1)`;
// The sum itself may be its host's own.
export const BAND = `(SELECT revenue_band(sum(p.gross_vnd)) FROM result_report p
    WHERE p.result_id = r.id AND p.kind = 'REVENUE' AND p.verdict = 'VERIFIED')`;

/** What lets a result through each filter; groups are asked by their products. */
export const CONDITIONS = {
  type: "$1::text[] IS NULL OR r.result_type::text = ANY ($1)",
  product: "$2::text[] IS NULL OR r.product_codes && $2",
  level: `$3::text[] IS NULL OR ${LEVEL}::text = ANY ($3)`,
  province: "$4::text[] IS NULL OR r.province_code = ANY ($4)",
  house: "$5::text[] IS NULL OR g.house::text = ANY ($5)",
  commercialised: `$6::text[] IS NULL OR (${COMMERCIALISED})::text = ANY ($6)`,
  stage: `$7::text[] IS NULL OR ${STAGE}::text = ANY ($7)`,
  revenueBand: `$8::text[] IS NULL OR ${BAND} = ANY ($8)`,
};

export const FILTERED = `FROM result r JOIN organisation g ON g.id = r.host_organisation_id
  WHERE ${allOf([PUBLIC, ...Object.values(CONDITIONS)])}`;

/** The values of CONDITIONS, in their order. */
export function filterValues(catalogue: Catalogue, filter: ResultFilter): (readonly string[] | null)[] {
  const some = (values: readonly string[] | undefined) => (values && values.length > 0 ? values : null);
  const grouped = catalogue.products.filter((it) => filter.group?.includes(it.groupCode)).map((it) => it.code);
  const asked = [...(filter.product ?? []), ...grouped];
  const products = asked.length > 0 ? withCounterparts(catalogue, asked) : some(filter.group) && ["none"];
  return [
    some(filter.type),
    products,
    some(filter.level),
    some(filter.province),
    some(filter.house),
    some(filter.commercialised),
    some(filter.stage),
    some(filter.revenueBand),
  ];
}
