import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import { isUuid } from "#app/platform/typed.ts";
import { db } from "#prisma/client.server.ts";
import { conflictsOf } from "../conflict.ts";
import { type CandidateRow, type Place, readCandidates } from "../internal/candidates.server.ts";
import { matchOf } from "./expertise.ts";
import type { PoolCandidate } from "./pool.ts";

const PER_PAGE = 40;

export type PoolAsk = {
  code: string;
  fordCode: string | null;
  productCodes: readonly string[];
  /** the chair who asks: never a member of the own council */
  chairId: string;
  /** those who sit in the open round already */
  seatedIds: readonly string[];
  name: string;
  matchingOnly: boolean;
  after: string | null;
  /** chosen on another page of the list: they stand above it */
  picked: readonly string[];
};

/**
 * Who can be named for a file: 40 a page, the best match first and then the least laden, each with what they know, what
 * they carry and why they may not. Those picked before stand above. `next` is where the list goes on. Two statements.
 */
export async function listPool(
  ask: PoolAsk,
  at = new Date(),
): Promise<{ picked: PoolCandidate[]; items: PoolCandidate[]; next: string | null }> {
  const { code, name, matchingOnly } = ask;
  const on = dayInVietnam(at);
  const [rows, chosen, years] = await Promise.all([
    readCandidates(db(), { code, ids: null, name, matchingOnly, after: placeOf(ask.after), limit: PER_PAGE + 1 }),
    ask.picked.length > 0 ? readCandidates(db(), { code, ids: ask.picked, limit: ask.picked.length }) : [],
    parameterOn("initiative.conflict.years", on),
  ]);
  const seen = (row: CandidateRow) => candidateOf(row, ask, on, Number(years));
  const shown = rows.slice(0, PER_PAGE);
  const last = shown.at(-1);
  return {
    picked: chosen.map(seen),
    items: shown.filter(({ id }) => !ask.seatedIds.includes(id) && !ask.picked.includes(id)).map(seen),
    next: rows.length > PER_PAGE && last ? encodeCursor([last.rank, last.openSeats, last.id]) : null,
  };
}

function candidateOf(row: CandidateRow, ask: PoolAsk, on: string, years: number): PoolCandidate {
  const { id, name, bodyNames, openSeats, seatsInYear } = row;
  const hasPart = row.facts.hasPart || id === ask.chairId || ask.seatedIds.includes(id);
  return {
    ...{ id, name, bodyNames, openSeats, seatsInYear },
    match: matchOf(row, ask),
    conflicts: conflictsOf({ ...row.facts, hasPart }, on, years),
  };
}

// What a cursor says is anybody's word.
function placeOf(cursor: string | null): Place | null {
  const [rank, openSeats, id] = (cursor && decodeCursor(cursor, 3)) || [];
  if (!isSmall(rank) || !isSmall(openSeats) || typeof id !== "string" || !isUuid(id)) return null;
  return { rank, openSeats, id };
}

function isSmall(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 1_000_000;
}
