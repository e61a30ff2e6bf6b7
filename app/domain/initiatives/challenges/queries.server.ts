import { type Actor, type House, representedBy } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import type { InitiativeState } from "../initiative.ts";
import { mayRun, maySeeChallenge } from "./challenge.policy.ts";
import {
  type ChallengeItem,
  type ChallengeState,
  type ChallengeView,
  CLOSING_SOON_DAYS,
  isAnswerable,
  LONG_OPEN_DAYS,
} from "./challenge.ts";

export type ChallengeFilter = {
  views: readonly ChallengeView[];
  products: readonly string[];
  provinces: readonly string[];
  houses: readonly House[];
  text: string;
  /** any where it is not given */
  states?: readonly string[];
  /** owners by their code */
  bodies?: readonly string[];
};

const ANSWERS = `(SELECT count(*) FROM initiative i WHERE i.challenge_id = c.id AND i.submitted_at IS NOT NULL
  AND i.state NOT IN ('WITHDRAWN', 'LAPSED'))`;
const UNANSWERED = `(c.state = 'CLOSED' OR (c.state = 'OPEN' AND c.opens_on <= $1::date - ${LONG_OPEN_DAYS} AND ${ANSWERS} = 0))`;
const OWNER = `json_build_object('names', json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr),
  'house', g.house, 'code', g.scheme || '-' || g.identifier)`;

const LIST = `
  SELECT c.code, c.state, c.language, c.title, left(c.problem, 400) AS problem, c.product_codes AS "productCodes",
    c.budget_ceiling_vnd::text AS "budgetCeilingVnd", c.opens_on::text AS "opensOn", c.closes_on::text AS "closesOn",
    to_json(c.published_at)#>>'{}' AS "publishedAt", ${OWNER} AS owner, ${ANSWERS}::int AS answers,
    (SELECT i.code FROM initiative i WHERE i.id = c.answered_by_id) AS "answeredBy"
  FROM challenge c JOIN organisation g ON g.id = c.owner_id
  WHERE c.published_at IS NOT NULL AND c.state <> 'WITHDRAWN'
    AND (cardinality($2::text[]) = 0 OR ('open' = ANY($2) AND c.state = 'OPEN')
      OR ('soon' = ANY($2) AND c.state = 'OPEN' AND c.closes_on <= $1::date + ${CLOSING_SOON_DAYS})
      OR ('unanswered' = ANY($2) AND ${UNANSWERED}) OR ('answered' = ANY($2) AND c.state = 'ANSWERED'))
    AND (cardinality($3::text[]) = 0 OR c.product_codes && $3)
    AND (cardinality($4::text[]) = 0 OR g.province_code = ANY($4))
    AND (cardinality($5::text[]) = 0 OR g.house::text = ANY($5))
    AND ($6 = '' OR unaccent(c.title::text || ' ' || c.problem || ' ' || c.criteria) ILIKE unaccent($6))
    AND (cardinality($7::text[]) = 0 OR c.state::text = ANY($7))
    AND (cardinality($8::text[]) = 0 OR g.scheme || '-' || g.identifier = ANY($8))
    AND ($9::timestamptz IS NULL OR (c.published_at, c.code) < ($9, $10::text))
  ORDER BY c.published_at DESC, c.code DESC LIMIT $11`;

/** One page of the published challenges, the newest first; `next` is where the following page starts. One statement. */
export async function listChallenges(
  filter: ChallengeFilter,
  options: { limit: number; after?: string | null; at?: Date },
): Promise<{ items: ChallengeItem[]; next: string | null }> {
  const { limit, after = null, at = new Date() } = options;
  const { views, products, provinces, houses, states = [], bodies = [] } = filter;
  const text = filter.text === "" ? "" : `%${filter.text.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const narrow = [views, products, provinces, houses, text, states, bodies];
  const values = [dayInVietnam(at), ...narrow, ...placeOf(after), limit + 1];
  const { rows } = await pool().query<ChallengeItem>(LIST, values);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? encodeCursor([last.publishedAt, last.code]) : null };
}

export type ChallengeCounts = Record<"view" | "product" | "province" | "house", Record<string, number>>;

/** How many published challenges each value of the filters has. One statement. */
export async function countChallenges(at = new Date()): Promise<ChallengeCounts> {
  const { rows } = await pool().query<{ facet: keyof ChallengeCounts; value: string; count: number }>(
    `WITH shown AS (SELECT c.*, g.province_code, g.house, ${UNANSWERED} AS unanswered FROM challenge c
       JOIN organisation g ON g.id = c.owner_id WHERE c.published_at IS NOT NULL AND c.state <> 'WITHDRAWN')
     SELECT 'view' AS facet, v.value, count(*)::int AS count FROM shown CROSS JOIN LATERAL unnest(array_remove(ARRAY[
       CASE WHEN state = 'OPEN' THEN 'open' END, CASE WHEN unanswered THEN 'unanswered' END,
       CASE WHEN state = 'OPEN' AND closes_on <= $1::date + ${CLOSING_SOON_DAYS} THEN 'soon' END,
       CASE WHEN state = 'ANSWERED' THEN 'answered' END], NULL)) AS v (value) GROUP BY 2
     UNION ALL SELECT 'product', p.code, count(*)::int FROM shown, unnest(product_codes) AS p (code) GROUP BY 2
     UNION ALL SELECT 'province', province_code, count(*)::int FROM shown GROUP BY 2
     UNION ALL SELECT 'house', house::text, count(*)::int FROM shown GROUP BY 2`,
    [dayInVietnam(at)],
  );
  const counts: ChallengeCounts = { view: {}, product: {}, province: {}, house: {} };
  for (const { facet, value, count } of rows) counts[facet][value] = count;
  return counts;
}

type Whole = Omit<ChallengeItem, "state" | "opensOn" | "closesOn" | "publishedAt" | "answers"> & {
  id: string;
  state: ChallengeState;
  ownerId: string;
  criteria: string;
  opensOn: string | null;
  closesOn: string | null;
  publishedAt: string | null;
  endedAt: string | null;
  endReason: string | null;
  statement: string | null;
  statementLanguage: Language | null;
  statedAt: string | null;
  /** those that everybody reads with their title, the others by their code alone */
  answers: { code: string; state: InitiativeState; title: Texts | null; submittedAt: string }[];
};

/**
 * One challenge as this reader may see it, with the initiatives that answer it; of a withdrawn one the reason stays. Null
 * where it does not exist for them. One statement.
 */
export async function findChallenge(actor: Actor | null, code: string, at = new Date()) {
  const { rows } = await pool().query<Whole>(
    `SELECT c.id, c.code, c.state, c.owner_id AS "ownerId", c.language, c.title, c.problem, c.criteria,
       c.product_codes AS "productCodes", c.budget_ceiling_vnd::text AS "budgetCeilingVnd",
       c.opens_on::text AS "opensOn", c.closes_on::text AS "closesOn", to_json(c.published_at)#>>'{}' AS "publishedAt",
       to_json(c.ended_at)#>>'{}' AS "endedAt", c.end_reason AS "endReason", c.statement,
       c.statement_language AS "statementLanguage", to_json(c.stated_at)#>>'{}' AS "statedAt", ${OWNER} AS owner,
       (SELECT i.code FROM initiative i WHERE i.id = c.answered_by_id) AS "answeredBy",
       coalesce((SELECT json_agg(json_build_object('code', i.code, 'state', i.state, 'submittedAt', i.submitted_at,
           'title', CASE WHEN i.public_at IS NOT NULL THEN i.title END) ORDER BY i.submitted_at)
         FROM initiative i WHERE i.challenge_id = c.id AND i.submitted_at IS NOT NULL
           AND i.state NOT IN ('WITHDRAWN', 'LAPSED')), '[]') AS answers
     FROM challenge c JOIN organisation g ON g.id = c.owner_id WHERE c.code = $1`,
    [code],
  );
  const row = rows[0];
  if (!row || !maySeeChallenge(actor, row)) return null;
  const { id: _, ownerId: __, ...challenge } = row;
  return { ...challenge, mayRun: mayRun(actor, row), isAnswerable: isAnswerable(row, dayInVietnam(at)) };
}

/** The drafts of challenges of the actor's bodies, the newest first; 50 at most. One statement. */
export async function listOwnDrafts(actor: Actor | null): Promise<{ code: string; title: Texts }[]> {
  const bodies = representedBy(actor);
  if (bodies.length === 0) return [];
  const { rows } = await pool().query<{ code: string; title: Texts }>(
    "SELECT code, title FROM challenge WHERE state = 'DRAFT' AND owner_id = ANY($1) ORDER BY code DESC LIMIT 50",
    [bodies],
  );
  return rows;
}

/** The actor's own drafts of initiatives, and which challenge each is meant for; 50 at most. One statement. */
export async function listOwnAnswers(
  actor: Actor | null,
  code: string,
): Promise<{ code: string; title: Texts; isTied: boolean }[]> {
  if (!actor) return [];
  const { rows } = await pool().query<{ code: string; title: Texts; isTied: boolean }>(
    `SELECT i.code, i.title, coalesce(c.code = $2, false) AS "isTied" FROM initiative i LEFT JOIN challenge c ON c.id = i.challenge_id
     WHERE i.proposer_id = $1 AND i.state = 'DRAFT' ORDER BY i.updated_at DESC LIMIT 50`,
    [actor.personId, code],
  );
  return rows;
}

function placeOf(after: string | null): [string, string] | [null, null] {
  const [publishedAt, code] = (after && decodeCursor(after, 2)) || [];
  if (typeof publishedAt !== "string" || !/^2\d{3}-\d\d-\d\dT[\d:.]+([+-]\d\d:\d\d|Z)$/.test(publishedAt))
    return [null, null];
  const isPlace = !Number.isNaN(Date.parse(publishedAt)) && typeof code === "string" && isCode("BT", code);
  return isPlace ? [publishedAt, code] : [null, null];
}
