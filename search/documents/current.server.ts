import { SEARCH_TYPES, type SearchDocument, type SearchType } from "#search/document.ts";
import { callDocuments } from "#search/documents/call.server.ts";
import { challengeDocuments } from "#search/documents/challenge.server.ts";
import { findingDocuments } from "#search/documents/finding.server.ts";
import { initiativeDocuments } from "#search/documents/initiative.server.ts";
import { partnershipDocuments } from "#search/documents/partnership.server.ts";
import { resultDocuments } from "#search/documents/result.server.ts";
import type { Queryable } from "#search/documents/row.ts";

/** A record that the index may hold. */
export type Subject = { type: SearchType; id: string };

// Every kind that can be found, with what makes its documents: a new kind is a line here and a file beside this one.
const DOCUMENTS: Record<SearchType, (database: Queryable, ids: readonly string[]) => Promise<SearchDocument[]>> = {
  challenge: challengeDocuments,
  finding: findingDocuments,
  initiative: initiativeDocuments,
  need: callDocuments,
  partnership: partnershipDocuments,
  result: resultDocuments,
};

/** The documents of those of the subjects that are public now; all others must not be in any index. One statement a kind. */
export async function currentDocuments(database: Queryable, subjects: readonly Subject[]): Promise<SearchDocument[]> {
  const documents: SearchDocument[] = [];
  for (const type of SEARCH_TYPES) {
    const ids = new Set(subjects.filter((subject) => subject.type === type).map(({ id }) => id));
    if (ids.size > 0) documents.push(...(await DOCUMENTS[type](database, [...ids])));
  }
  return documents;
}

// Candidates are taken widely; what is public is said in one place, by the statement of the kind.
const ALL = `
  SELECT 'initiative' AS type, id FROM initiative WHERE public_at IS NOT NULL
  UNION ALL SELECT 'challenge', id FROM challenge WHERE published_at IS NOT NULL
  UNION ALL SELECT 'need', id FROM partnership_call WHERE published_at IS NOT NULL
  UNION ALL SELECT 'finding', id FROM finding WHERE published_at IS NOT NULL
  UNION ALL SELECT 'partnership', id FROM partnership WHERE published_at IS NOT NULL
  UNION ALL SELECT 'result', id FROM result WHERE published_at IS NOT NULL
  UNION SELECT type, id FROM search_document`;

const PAGE = `SELECT type, id FROM (${ALL}) AS s WHERE (type, id) > ($1::text, $2::uuid) ORDER BY type, id LIMIT 5000`;

/** Every record that may be public, and whatever the index holds now; page by page, so that memory stays flat. */
export async function* allSubjects(database: Queryable) {
  let after = ["", "00000000-0000-0000-0000-000000000000"];
  for (;;) {
    const { rows } = await database.query<Subject>(PAGE, after);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = [last.type, last.id];
  }
}

// What changes by the calendar alone: an embargo that ended, a profile that became stale, or a sealed part that opened,
// within the last days. A document that says the same already is not written again.
const BY_CLOCK = `
  SELECT 'result' AS type, r.id FROM result r
  WHERE r.embargo_until BETWEEN (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - 7 AND (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    AND r.state IN ('PUBLISHED', 'UNDER_REVIEW') AND NOT EXISTS (SELECT FROM search_document d WHERE d.id = r.id)
  UNION SELECT 'result', r.id FROM result r JOIN search_document d ON d.id = r.id
  WHERE r.state = 'PUBLISHED' AND coalesce(r.confirmed_at, r.published_at) > now() - (interval '1 day' * (7
      + (result_stale_from(now()) - (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)))
    AND result_stale_from(coalesce(r.confirmed_at, r.published_at)) <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    AND NOT (d.document ->> 'stale')::boolean
  UNION SELECT 'initiative', p.initiative_id FROM part_visibility p
  WHERE p.level = 'SEALED' AND p.until_on BETWEEN (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - 3 AND (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    AND EXISTS (SELECT FROM search_document d WHERE d.id = p.initiative_id)`;

/** Records that the calendar changed and no outbox row told of. */
export async function subjectsByClock(database: Queryable): Promise<Subject[]> {
  const { rows } = await database.query<Subject>(BY_CLOCK);
  return rows;
}
