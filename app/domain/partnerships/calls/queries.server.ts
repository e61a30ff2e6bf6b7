import { type Actor, type House, representedBy } from "#app/domain/accounts/actor.ts";
import { type Catalogue, countByProduct } from "#app/domain/catalogue/catalogue.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import { allOf, heldBackBy } from "#prisma/conditions.ts";
import { BODY, INTERESTS } from "../internal/calls/call-sql.ts";
import { mayRunCall, maySeeCall } from "./call.policy.ts";
import {
  type CallItem,
  type CallKind,
  type CallNeed,
  type CallView,
  ENDING_SOON_DAYS,
  type FoundCall,
  type OwnCall,
  standingOf,
} from "./call.ts";

export type CallFilter = {
  views: readonly CallView[];
  kinds: readonly CallKind[];
  needs: readonly CallNeed[];
  products: readonly string[];
  provinces: readonly string[];
  houses: readonly House[];
  /** readiness levels from 1 to 9; a call without any fits all */
  levels: readonly number[];
  text: string;
  /** any where it is not given */
  states?: readonly string[];
  /** organisations by their code */
  bodies?: readonly string[];
  /** the partnership behind it, by its code */
  partnership?: string;
  /** the result that it offers, by its code */
  result?: string;
};

export const EVERY_CALL: CallFilter = {
  ...{ views: [], kinds: [], needs: [], products: [], provinces: [], houses: [], levels: [], text: "" },
};

const IS_OPEN = "(c.state = 'OPEN' AND c.closes_on > $1::date)";
const IS_SOON = `(${IS_OPEN} AND c.closes_on <= $1::date + ${ENDING_SOON_DAYS})`;
const PROVINCES = "CASE WHEN cardinality(c.province_codes) > 0 THEN c.province_codes ELSE ARRAY[g.province_code] END";

/** What lets a call through each filter; the values are those of `narrow`. */
const CONDITIONS = {
  view: `cardinality($2::text[]) = 0 OR ('open' = ANY($2) AND ${IS_OPEN}) OR ('soon' = ANY($2) AND ${IS_SOON})
    OR ('ended' = ANY($2) AND NOT ${IS_OPEN})`,
  kind: "cardinality($3::text[]) = 0 OR c.kind::text = ANY($3)",
  need: "cardinality($4::text[]) = 0 OR c.needs && $4",
  product: "cardinality($5::text[]) = 0 OR c.product_codes && $5",
  province: `cardinality($6::text[]) = 0 OR ${PROVINCES} && $6`,
  house: "cardinality($7::text[]) = 0 OR g.house::text = ANY($7)",
  level: `cardinality($8::int[]) = 0 OR EXISTS (
    SELECT 1 FROM unnest($8::int[]) AS l WHERE l BETWEEN coalesce(c.trl_from, 1) AND coalesce(c.trl_to, 9))`,
  text: "$9 = '' OR unaccent(c.title::text || ' ' || c.text::text || ' ' || c.words) ILIKE unaccent($9)",
};
const IS_LISTED = "c.published_at IS NOT NULL AND c.state <> 'WITHDRAWN'";

const LIST = `
  SELECT c.code, c.kind, c.state, c.title,
    (SELECT jsonb_object_agg(t.key, left(t.value, 400)) FROM jsonb_each_text(c.text) AS t) AS text, c.needs,
    c.product_codes AS "productCodes", c.trl_from AS "trlFrom", c.trl_to AS "trlTo", c.province_codes AS "provinceCodes",
    c.ford_code AS "fordCode",
    c.amount_vnd::text AS "amountVnd", c.opens_on::text AS "opensOn", c.closes_on::text AS "closesOn",
    to_json(c.published_at)#>>'{}' AS "publishedAt", ${BODY} AS body, ${INTERESTS} AS interests,
    coalesce(to_json(missing_houses(c.partnership_id)), '[]') AS missing, ${IS_OPEN} AS open
  FROM partnership_call c JOIN organisation g ON g.id = c.organisation_id
  WHERE ${allOf([IS_LISTED, ...Object.values(CONDITIONS)])}
    AND (cardinality($10::text[]) = 0 OR c.state::text = ANY($10))
    AND (cardinality($11::text[]) = 0 OR g.scheme || '-' || g.identifier = ANY($11))
    AND ($12 = '' OR c.partnership_id = (SELECT id FROM partnership WHERE code = $12))
    AND ($13 = '' OR c.kind = 'RESULT_OFFER' AND c.origin_result_id = (SELECT id FROM result WHERE code = $13))
    AND ($14::boolean IS NULL OR (${IS_OPEN}, c.published_at, c.code) < ($14, $15::timestamptz, $16::text))
  ORDER BY open DESC, c.published_at DESC, c.code DESC LIMIT $17`;

/**
 * One page of the published calls and offers, those that take interests first, then the newest; `next` is where the
 * following page starts. One statement.
 */
export async function listCalls(
  filter: CallFilter,
  options: { limit: number; after?: string | null; at?: Date },
): Promise<{ items: CallItem[]; next: string | null }> {
  const { limit, after = null, at = new Date() } = options;
  const { states = [], bodies = [], partnership = "", result = "" } = filter;
  const about = [states, bodies, partnership, result];
  const values = [dayInVietnam(at), ...narrow(filter), ...about, ...placeOf(after), limit + 1];
  const { rows } = await pool().query<CallItem & { open: boolean }>(LIST, values);
  const items = rows.slice(0, limit).map(({ open: _, ...item }) => item);
  const last = rows.slice(0, limit).at(-1);
  const isMore = rows.length > limit && last;
  return { items, next: isMore ? encodeCursor([last.open ? 1 : 0, last.publishedAt, last.code]) : null };
}

function narrow({ views, kinds, needs, products, provinces, houses, levels, text }: CallFilter) {
  const like = text === "" ? "" : `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return [views, kinds, needs, products, provinces, houses, levels, like];
}

export type CallCounts = Record<
  "view" | "kind" | "need" | "product" | "house" | "level" | "province",
  Record<string, number>
>;

/** What the filters tell apart. */
const VALUES = {
  view: `unnest(array_remove(ARRAY[CASE WHEN ${IS_OPEN} THEN 'open' ELSE 'ended' END, CASE WHEN ${IS_SOON} THEN 'soon' END], NULL))`,
  kind: "unnest(ARRAY[c.kind::text])",
  need: "unnest(c.needs)",
  product: "unnest(ARRAY[array_to_string(c.product_codes, ' ')])",
  province: `unnest(${PROVINCES})`,
  house: "unnest(ARRAY[g.house::text])",
  level: `unnest(ARRAY(SELECT b.name FROM (VALUES ('1-3', 1, 3), ('4-6', 4, 6), ('7-9', 7, 9)) AS b (name, low, high)
    WHERE coalesce(c.trl_from, 1) <= b.high AND coalesce(c.trl_to, 9) >= b.low))`,
};

const COUNTS = `
  WITH shown AS (
    SELECT c.id, ${heldBackBy(CONDITIONS)} AS held
    FROM partnership_call c JOIN organisation g ON g.id = c.organisation_id WHERE ${IS_LISTED} AND c.kind::text = ANY ($10::text[])
  )
  ${Object.entries(VALUES)
    .map(
      ([name, values]) => `SELECT '${name}' AS facet, v.value, count(*)::int AS count
    FROM shown s JOIN partnership_call c USING (id) JOIN organisation g ON g.id = c.organisation_id, ${values} AS v (value)
    WHERE s.held <@ ARRAY['${name}'] GROUP BY 2`,
    )
    .join(" UNION ALL ")}`;

/**
 * How many published calls of these kinds each value of the filters has under all other filters, products across both
 * editions. One statement.
 */
export async function countCalls(
  catalogue: Catalogue,
  kinds: readonly CallKind[],
  filter: CallFilter = EVERY_CALL,
  at = new Date(),
): Promise<CallCounts> {
  const { rows } = await pool().query<{ facet: keyof CallCounts; value: string; count: number }>(COUNTS, [
    dayInVietnam(at),
    ...narrow(filter),
    kinds,
  ]);
  const things = rows.flatMap(({ facet, value, count }) =>
    facet === "product" ? [{ codes: value.split(" ").filter(Boolean), count }] : [],
  );
  const { product } = countByProduct(catalogue, things);
  const counts: CallCounts = { view: {}, kind: {}, need: {}, product, house: {}, level: {}, province: {} };
  for (const { facet, value, count } of rows) if (facet !== "product") counts[facet][value] = count;
  return counts;
}

const WHOLE = `
  SELECT c.code, c.kind, c.state, c.organisation_id AS "organisationId", c.title, c.text, c.needs, c.words,
    c.product_codes AS "productCodes", c.trl_from AS "trlFrom", c.trl_to AS "trlTo", c.province_codes AS "provinceCodes",
    c.ford_code AS "fordCode",
    c.amount_vnd::text AS "amountVnd", c.opens_on::text AS "opensOn", c.closes_on::text AS "closesOn",
    to_json(c.published_at)#>>'{}' AS "publishedAt", to_json(c.ended_at)#>>'{}' AS "endedAt", c.end_reason AS "endReason",
    ${BODY} AS body, ${INTERESTS} AS interests, coalesce(to_json(missing_houses(c.partnership_id)), '[]') AS missing,
    (SELECT p.code FROM partnership p WHERE p.id = c.partnership_id) AS partnership,
    coalesce((SELECT json_build_object('type', 'INITIATIVE', 'code', i.code, 'title', CASE WHEN i.public_at <= now()
          AND i.state <> 'WITHDRAWN' THEN i.title END) FROM initiative i WHERE i.id = c.origin_initiative_id),
      (SELECT json_build_object('type', 'RESULT', 'code', r.code, 'title', CASE WHEN r.state IN ('PUBLISHED', 'UNDER_REVIEW')
          THEN r.title END) FROM result r WHERE r.id = c.origin_result_id)) AS origin,
    coalesce((SELECT json_agg(json_build_object('id', n.id, 'state', n.state, 'sentAt', n.sent_at, 'organisationId', b.id,
          'body', json_build_object('name', json_build_object('vi', b.name_vi, 'en', b.name_en, 'fr', b.name_fr),
            'house', b.house, 'code', b.scheme || '-' || b.identifier)) ORDER BY n.sent_at DESC)
      FROM call_interest n JOIN organisation b ON b.id = n.organisation_id
      WHERE n.call_id = c.id AND (c.organisation_id = ANY ($2::uuid[]) OR n.organisation_id = ANY ($2::uuid[]))), '[]') AS concerned
  FROM partnership_call c JOIN organisation g ON g.id = c.organisation_id WHERE c.code = $1`;

/**
 * One call or offer as this reader may see it, with the interests of which they are one of the two sides; of a withdrawn
 * one the reason stays. Null where it does not exist for them. One statement.
 */
export async function findCall(actor: Actor | null, code: string, at = new Date()): Promise<FoundCall | null> {
  const { rows } = await pool().query<Omit<FoundCall, "standing" | "mayRun">>(WHOLE, [code, representedBy(actor)]);
  const row = rows[0];
  if (!row || !maySeeCall(actor, row)) return null;
  return { ...row, mayRun: mayRunCall(actor, row), standing: standingOf(row, dayInVietnam(at)) };
}

/** The calls and offers of the actor's organisations, drafts first, then the newest; 100 at most. One statement. */
export async function listOwnCalls(actor: Actor): Promise<OwnCall[]> {
  const { rows } = await pool().query<OwnCall>(
    `SELECT c.code, c.kind, c.state, c.title, c.opens_on::text AS "opensOn", c.closes_on::text AS "closesOn", ${BODY} AS body,
       ${INTERESTS} AS interests,
       (SELECT count(*)::int FROM call_interest n WHERE n.call_id = c.id AND n.state = 'SENT') AS waiting
     FROM partnership_call c JOIN organisation g ON g.id = c.organisation_id
     WHERE c.organisation_id = ANY ($1::uuid[]) AND (c.state <> 'WITHDRAWN' OR c.published_at IS NOT NULL)
     ORDER BY c.state <> 'DRAFT', c.code DESC LIMIT 100`,
    [representedBy(actor)],
  );
  return rows;
}

export type OfferableResult = { code: string; title: Texts; organisationId: string };

/** The public results that the actor's organisations host, the newest first; 200 at most. One statement. */
export async function listOfferableResults(actor: Actor): Promise<OfferableResult[]> {
  const { rows } = await pool().query<OfferableResult>(
    `SELECT r.code, r.title, r.host_organisation_id AS "organisationId" FROM result r
     WHERE r.host_organisation_id = ANY ($1::uuid[]) AND r.state IN ('PUBLISHED', 'UNDER_REVIEW')
     ORDER BY r.published_at DESC, r.code LIMIT 200`,
    [representedBy(actor)],
  );
  return rows;
}

export type SeekingPartnership = { code: string; title: Texts; missing: House[] };

/** The partnerships that the actor's organisations lead and that still look for a house. One statement. */
export async function listSeekingPartnerships(actor: Actor): Promise<SeekingPartnership[]> {
  const { rows } = await pool().query<SeekingPartnership>(
    `SELECT p.code, p.title, to_json(missing_houses(p.id)) AS missing
     FROM partnership p JOIN partnership_member m ON m.partnership_id = p.id AND m.role = 'LEAD'
     WHERE m.organisation_id = ANY ($1::uuid[]) AND p.state IN ('IDEA', 'CALL_OPEN', 'FORMING')
       AND missing_houses(p.id) IS NOT NULL
     ORDER BY p.code DESC LIMIT 100`,
    [representedBy(actor)],
  );
  return rows;
}

function placeOf(after: string | null): [boolean, string, string] | [null, null, null] {
  const [open, publishedAt, code] = (after && decodeCursor(after, 3)) || [];
  if (typeof publishedAt !== "string" || !/^2\d{3}-\d\d-\d\dT[\d:.]+([+-]\d\d:\d\d|Z)$/.test(publishedAt))
    return [null, null, null];
  const isPlace = !Number.isNaN(Date.parse(publishedAt)) && typeof code === "string" && isCode("HT", code);
  return isPlace ? [open === 1, publishedAt, code] : [null, null, null];
}
