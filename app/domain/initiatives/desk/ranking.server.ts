import { pool } from "#prisma/client.server.ts";
import type { Track } from "../initiative.ts";
import { type GivenPoints, placesOf, summarise } from "./ranking.ts";

/** What an initiative got in its last closed round, in points, and its place among those of its track; null without. */
export type Standing = { code: string; total: number | null; place: number | null; people: number };

type Row = { code: string; track: Track; people: number; given: GivenPoints[] };

/** How the given initiatives stand against each other, track by track. One statement. */
export async function rank(codes: readonly string[]): Promise<Standing[]> {
  const { rows } = await pool().query<Row>(
    `SELECT i.code, i.track, count(DISTINCT s.id)::int AS people,
      (SELECT json_agg(json_build_object('criterion', t.criterion, 'values', t.given)) FROM (
        SELECT c.criterion, array_agg(c.value) AS given FROM score c JOIN evaluation_seat o ON o.id = c.seat_id
        WHERE o.evaluation_id = e.id AND o.recused_at IS NULL GROUP BY c.criterion) AS t) AS given
    FROM initiative i JOIN evaluation e ON e.initiative_id = i.id AND e.closed_at IS NOT NULL
      JOIN evaluation_seat s ON s.evaluation_id = e.id AND s.recused_at IS NULL AND s.scored_at IS NOT NULL
    WHERE i.code = ANY($1) AND NOT EXISTS (
      SELECT 1 FROM evaluation l WHERE l.initiative_id = i.id AND l.closed_at IS NOT NULL AND l.round > e.round)
    GROUP BY i.code, i.track, e.id`,
    [codes],
  );
  const scored = rows.map((row) => ({ ...row, total: summarise(row.track, row.given).total }));
  return (["ORDINARY", "BREAKTHROUGH"] as const).flatMap((track) => {
    const own = scored.filter((one) => one.track === track);
    const places = placesOf(own.map(({ total }) => total));
    return own.map(({ code, total, people }, index) => ({ code, total, people, place: places[index] ?? null }));
  });
}
