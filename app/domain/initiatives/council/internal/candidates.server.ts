import type { Texts } from "#app/platform/languages/texts.ts";
import type { Tx } from "#prisma/client.server.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { TieFacts } from "../conflict.ts";

/** Somebody who holds the role of an evaluator, what they know, how much they carry, and what ties them to the file. */
export type CandidateRow = {
  id: string;
  name: string | null;
  organisationId: string | null;
  bodyNames: Texts | null;
  fordCodes: string[];
  productCodes: string[];
  /** how well they match the file: 2 for its field or 1 for its broad field, 2 more for one of its products */
  rank: number;
  /** seats that wait for their score now, and seats of the last twelve months */
  openSeats: number;
  seatsInYear: number;
  facts: TieFacts;
};

/** Where the list goes on, in its own order. */
export type Place = { rank: number; openSeats: number; id: string };

export type CandidateQuery = {
  code: string;
  /** these people alone; null for whoever holds the role */
  ids: readonly string[] | null;
  /** those who match field or product alone */
  matchingOnly?: boolean;
  /** part of a name, tones or not */
  name?: string;
  after?: Place | null;
  limit: number;
};

/**
 * Candidates for a file, the best match first and the least laden first among equals. Ties are read for the people of
 * the page alone, so that a pool of ten thousand costs what a page costs. One statement.
 */
export async function readCandidates(tx: Tx, query: CandidateQuery): Promise<CandidateRow[]> {
  const { matchingOnly = false, after = null, limit } = query;
  return tx.$queryRaw<CandidateRow[]>`
    ${behindFile(query.code)}, ${poolFor(query)}, page AS MATERIALIZED (
      SELECT * FROM pool
      WHERE (NOT ${matchingOnly} OR rank > 0) AND (${after === null} OR (-rank, open_seats, id)
        > (${-(after?.rank ?? 0)}::int, ${after?.openSeats ?? 0}::int, ${after?.id ?? null}::uuid))
      ORDER BY -rank, open_seats, id LIMIT ${limit}
    )
    SELECT c.id::text AS id, c.name, c.organisation_id::text AS "organisationId", 
      CASE WHEN g.id IS NOT NULL THEN json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr) END AS "bodyNames",
      c.ford_codes AS "fordCodes", c.product_codes AS "productCodes", c.rank::int AS rank,
      c.open_seats AS "openSeats", c.year_seats AS "seatsInYear",
      ${TIES}
    FROM page c LEFT JOIN organisation g ON g.id = c.organisation_id
    ORDER BY -c.rank, c.open_seats, c.id`;
}

/** The file, its authors and their bodies, what they do together with others, and who had a part in it. */
function behindFile(code: string): Prisma.Sql {
  return Prisma.sql`
    WITH file AS (
      SELECT i.id, i.state, i.proposer_id, i.organisation_id, i.ford_code, i.product_codes, i.screened_by_id,
        EXISTS (SELECT 1 FROM appeal a WHERE a.initiative_id = i.id) AS appealed,
        (SELECT max(e.round) FROM evaluation e WHERE e.initiative_id = i.id AND e.kind = 'APPEAL') AS panel
      FROM initiative i WHERE i.code = ${code}
    ), authors AS (
      SELECT proposer_id AS person_id FROM file
      UNION SELECT a.person_id FROM initiative_author a JOIN file ON file.id = a.initiative_id
      WHERE a.confirmed_at IS NOT NULL AND a.person_id IS NOT NULL
    ), bodies AS (
      SELECT f.organisation_id, f.to_on FROM affiliation f JOIN authors USING (person_id)
      UNION ALL SELECT organisation_id, NULL FROM file WHERE organisation_id IS NOT NULL
    ), partners AS (
      SELECT other.organisation_id, least(own.valid_to, other.valid_to) AS until
      FROM bodies b JOIN partnership_member own ON own.organisation_id = b.organisation_id AND own.joined_at IS NOT NULL
        JOIN partnership_member other ON other.partnership_id = own.partnership_id AND other.joined_at IS NOT NULL
          AND other.organisation_id <> own.organisation_id
        JOIN partnership s ON s.id = own.partnership_id AND s.state NOT IN ('FAILED', 'TERMINATED', 'CLOSED')
      WHERE b.to_on IS NULL OR b.to_on > CURRENT_DATE
    ), works AS (
      SELECT w.id, coalesce(w.submitted_at, w.created_at)::date AS on_day FROM initiative w JOIN file ON w.id <> file.id
      WHERE w.state <> 'DRAFT' AND (w.proposer_id IN (SELECT person_id FROM authors) OR EXISTS (
        SELECT 1 FROM initiative_author a JOIN authors USING (person_id)
        WHERE a.initiative_id = w.id AND a.confirmed_at IS NOT NULL))
    ), parts AS (
      SELECT person_id FROM authors
      UNION SELECT screened_by_id FROM file WHERE screened_by_id IS NOT NULL
      UNION SELECT d.decided_by_id FROM decision d JOIN file ON file.id = d.initiative_id
      UNION SELECT unnest(ARRAY[e.chair_id, s.person_id]) FROM evaluation e JOIN file ON file.id = e.initiative_id
        LEFT JOIN evaluation_seat s ON s.evaluation_id = e.id
      WHERE file.appealed AND CASE WHEN file.state = 'APPEALED' THEN e.kind <> 'APPEAL' ELSE e.round <= file.panel END
    )`;
}

/** Whoever holds the role, with what they carry and how well they match. */
function poolFor({ ids, name = "" }: CandidateQuery): Prisma.Sql {
  const like = name === "" ? null : `%${name.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return Prisma.sql`
    load AS (
      SELECT s.person_id, count(*) FILTER (WHERE e.closed_at IS NULL AND s.scored_at IS NULL)::int AS open_seats,
        count(*) FILTER (WHERE e.opened_at > now() - interval '1 year')::int AS year_seats
      FROM evaluation_seat s JOIN evaluation e ON e.id = s.evaluation_id
      WHERE s.recused_at IS NULL GROUP BY s.person_id
    ), pool AS (
      SELECT p.id, p.name, p.ford_codes, p.product_codes, r.organisation_id,
        coalesce(l.open_seats, 0) AS open_seats, coalesce(l.year_seats, 0) AS year_seats,
        CASE WHEN file.ford_code = ANY(p.ford_codes) THEN 2
          WHEN EXISTS (SELECT 1 FROM unnest(p.ford_codes) AS c
            WHERE split_part(c, '.', 1) = split_part(file.ford_code, '.', 1)) THEN 1 ELSE 0 END
        + CASE WHEN p.product_codes && file.product_codes THEN 2 ELSE 0 END AS rank
      FROM (
        SELECT g.person_id, (min(g.organisation_id::text))::uuid AS organisation_id FROM role_grant g
        WHERE g.role = 'EVALUATOR' AND g.revoked_at IS NULL
          AND (${ids === null} OR g.person_id = ANY(${[...(ids ?? [])]}::uuid[])) GROUP BY g.person_id
      ) AS r JOIN person p ON p.id = r.person_id AND p.disabled_at IS NULL
        CROSS JOIN file LEFT JOIN load l ON l.person_id = p.id
      WHERE ${like}::text IS NULL OR unaccent(lower(p.name)) LIKE unaccent(lower(${like}::text))
    )`;
}

/** What ties a candidate `c` to those behind the file: the facts that `conflictsOf` judges. */
const TIES = Prisma.sql`
      jsonb_build_object(
        'hasPart', c.id IN (SELECT person_id FROM parts WHERE person_id IS NOT NULL),
        'employers', (SELECT coalesce(jsonb_agg(DISTINCT least(f.to_on, b.to_on)), '[]')
          FROM affiliation f JOIN bodies b ON b.organisation_id = f.organisation_id WHERE f.person_id = c.id),
        'worksTogether', (SELECT coalesce(jsonb_agg(DISTINCT w.on_day), '[]') FROM works w
          JOIN initiative i ON i.id = w.id WHERE i.proposer_id = c.id OR EXISTS (
            SELECT 1 FROM initiative_author a
            WHERE a.initiative_id = w.id AND a.person_id = c.id AND a.confirmed_at IS NOT NULL)),
        'partnerships', (SELECT coalesce(jsonb_agg(DISTINCT n.until), '[]')
          FROM affiliation f JOIN partners n ON n.organisation_id = f.organisation_id
          WHERE f.person_id = c.id AND (f.to_on IS NULL OR f.to_on > CURRENT_DATE)),
        'declared', (SELECT coalesce(jsonb_agg(jsonb_build_object('relation', t.relation, 'from', t.from_on, 'to', t.to_on)), '[]')
          FROM interest_tie t WHERE
            (t.person_id = c.id AND (t.other_person_id IN (SELECT person_id FROM authors)
              OR t.organisation_id IN (SELECT organisation_id FROM bodies WHERE to_on IS NULL OR to_on > CURRENT_DATE)))
            OR (t.other_person_id = c.id AND t.person_id IN (SELECT person_id FROM authors)))
      ) AS facts`;
