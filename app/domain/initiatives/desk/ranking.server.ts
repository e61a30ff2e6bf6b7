import { pool } from "#prisma/client.server.ts";
import { type ScoredSeat, scoresThatCount, valuesByCriterion } from "../council/result.ts";
import type { Track } from "../initiative.ts";
import { placesOf, summarise } from "./ranking.ts";

/** What an initiative got from its council, in points, and its place among those of its track; null without. */
export type Standing = { code: string; total: number | null; place: number | null; people: number };

type Row = { code: string; track: Track; seats: ScoredSeat[] };

/** How the given initiatives stand against each other, track by track; equal totals share a place. One statement. */
export async function rank(codes: readonly string[]): Promise<Standing[]> {
  const { rows } = await pool().query<Row>(
    `SELECT i.code, i.track, json_agg(json_build_object('round', e.round, 'kind', e.kind, 'roundClosedAt', e.closed_at,
      'recusedAt', s.recused_at, 'scores', coalesce((
        SELECT json_agg(json_build_object('criterion', c.criterion, 'value', c.value, 'comment', ''))
        FROM score c WHERE c.seat_id = s.id), '[]'))) AS seats
    FROM initiative i JOIN evaluation e ON e.initiative_id = i.id JOIN evaluation_seat s ON s.evaluation_id = e.id
    WHERE i.code = ANY($1) GROUP BY i.id`,
    [codes],
  );
  const scored = rows.map(({ code, track, seats }) => {
    const given = valuesByCriterion(scoresThatCount(seats));
    const people = Math.max(0, ...given.map(({ values }) => values.length));
    return { code, track, people, total: summarise(track, given).total };
  });
  return (["ORDINARY", "BREAKTHROUGH"] as const).flatMap((track) => {
    const own = scored.filter((one) => one.track === track && one.people > 0);
    const places = placesOf(own.map(({ total }) => total));
    return own.map(({ code, total, people }, index) => ({ code, total, people, place: places[index] ?? null }));
  });
}
