import type { SubjectType } from "#app/domain/obligations/board.ts";
import { DEFAULT_LANGUAGE } from "#app/platform/languages/languages.ts";
import { log } from "#app/platform/log.server.ts";
import { done } from "#app/platform/outcome.ts";
import { pool } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import type { SearchType } from "#search/document.ts";
import { type Engines, engines } from "#search/engine.server.ts";
import { find, type Hit } from "#search/find.server.ts";
import { tell } from "../tell.server.ts";
import { askedSchema } from "./saved-search.ts";

const BATCH = 50;
const MINUTES_APART = 10;
/** What became public is told within these days, also when a search was not looked at for a while. */
const DAYS_BACK = 14;
/** Told of one search at one look; what is beyond comes with the next. */
const MOST_TOLD = 50;

const SUBJECTS: Record<SearchType, SubjectType> = {
  result: "RESULT",
  initiative: "INITIATIVE",
  partnership: "PARTNERSHIP",
  challenge: "CHALLENGE",
  need: "CALL",
  finding: "FINDING",
};

type Due = { id: string; person_id: string; name: string; asked: unknown; since: Date };

/**
 * Tells the owners of saved searches what these find newly: each thing once a search, on the page of notices and in the
 * digest. New is what became public after the search was saved. Looks at those that were not looked at for ten minutes,
 * a batch at a time; true where more may be due. Source: docs/domain.md, "Notices".
 */
export async function lookForNews(at = new Date(), within: Engines = engines()): Promise<boolean> {
  const { rows } = await pool().query<Due>(
    `SELECT id, person_id, name, asked, since FROM saved_search
     WHERE looked_at <= $1::timestamptz - make_interval(mins => ${MINUTES_APART}) ORDER BY looked_at, id LIMIT ${BATCH}`,
    [at],
  );
  for (const due of rows) {
    // one that cannot be looked at holds up none behind it
    const hits = await newHits(due, at, within).catch((err: unknown) => {
      log.error({ err, search: due.id }, "a saved search was not looked at");
      return [];
    });
    await tellOf(due, hits, at);
  }
  return rows.length === BATCH;
}

/** The newest first, as long as they are new. What only nearly fits is no news. */
async function newHits({ id, since, ...due }: Due, at: Date, within: Engines): Promise<Hit[]> {
  const { text, literal, filters, published } = askedSchema.parse(due.asked);
  const from = new Date(Math.max(since.getTime(), at.getTime() - DAYS_BACK * 86_400_000));
  const told = await toldOf(id);
  const fresh: Hit[] = [];
  for (let offset = 0; fresh.length < MOST_TOLD; offset += MOST_TOLD) {
    const request = {
      text,
      literal,
      filters,
      ...(published ? { published } : {}),
      sort: "newest",
      limit: MOST_TOLD,
      offset,
      lang: DEFAULT_LANGUAGE,
    } as const;
    const { hits, corrected, relaxed, guessed } = await find(request, within);
    const fits = corrected === null && !relaxed && !guessed;
    const recent = fits ? hits.filter((hit) => new Date(hit.publishedAt) > from) : [];
    fresh.push(...recent.filter((hit) => !told.has(hit.id)));
    if (recent.length < MOST_TOLD) break;
  }
  return fresh.slice(0, MOST_TOLD);
}

async function toldOf(id: string): Promise<ReadonlySet<string>> {
  const { rows } = await pool().query<{ document_id: string }>(
    "SELECT document_id FROM saved_search_told WHERE search_id = $1",
    [id],
  );
  return new Set(rows.map((row) => row.document_id));
}

/** In one transaction per search: what another worker has told meanwhile is not told again. */
async function tellOf({ id, person_id, name }: Due, hits: readonly Hit[], at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const kept = await tx.savedSearch.updateMany({ where: { id }, data: { lookedAt: at } });
    if (kept.count === 0 || hits.length === 0) return done(null);
    const mine = await tx.$queryRaw<{ document_id: string }[]>`
      INSERT INTO saved_search_told (search_id, document_id)
      SELECT ${id}::uuid, unnest(${hits.map((hit) => hit.id)}::uuid[])
      ON CONFLICT DO NOTHING RETURNING document_id::text`;
    const claimed = new Set(mine.map((row) => row.document_id));
    for (const hit of hits.filter((one) => claimed.has(one.id)).toReversed()) {
      const subject = { type: SUBJECTS[hit.type], code: hit.code };
      await tell(
        tx,
        { event: "search.found", subject, params: { search: name }, to: [person_id], followers: false },
        at,
      );
    }
    return done(null);
  });
}
