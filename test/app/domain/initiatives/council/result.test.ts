import fc from "fast-check";
import { expect, test } from "vitest";
import {
  divergentCriteria,
  type ScoredSeat,
  scoresThatCount,
  valuesByCriterion,
} from "#app/domain/initiatives/council/result.ts";

const CLOSED = { roundClosedAt: "2026-11-20T00:00:00Z", recusedAt: null };

function seat(round: number, kind: ScoredSeat["kind"], scores: Record<string, number>, rest = {}): ScoredSeat {
  const given = Object.entries(scores).map(([criterion, value]) => ({ criterion, value, comment: "" }));
  return { round, kind, ...CLOSED, scores: given, ...rest };
}

test("criteria diverge from the parameter's distance on, and one opinion alone never does", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 9 }),
      fc.integer({ min: 1, max: 100 }),
      (values, points) => {
        const sorted = [...values].sort((a, b) => a - b);
        const far = values.length > 1 && (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) >= points;
        expect(divergentCriteria([{ criterion: "NOVELTY", values }], points)).toEqual(far ? ["NOVELTY"] : []);
      },
    ),
  );
  expect(
    divergentCriteria(
      [
        { criterion: "A", values: [40, 70] },
        { criterion: "B", values: [41, 70] },
      ],
      30,
    ),
  ).toEqual(["A"]);
});

test("a second round takes the place of the first on its criteria alone", () => {
  const seats = [
    seat(1, "FULL", { A: 10, B: 50 }),
    seat(1, "FULL", { A: 90, B: 60 }),
    seat(2, "DIVERGENCE", { A: 60 }),
    seat(2, "DIVERGENCE", { A: 70 }),
  ];
  expect(valuesByCriterion(scoresThatCount(seats))).toEqual([
    { criterion: "B", values: [50, 60] },
    { criterion: "A", values: [60, 70] },
  ]);
});

test("whoever stepped aside counts nowhere, and a later whole round takes the place of everything before", () => {
  const seats = [
    seat(1, "FULL", { A: 10, B: 10 }),
    seat(2, "DIVERGENCE", { A: 20 }),
    seat(3, "FULL", { A: 80, B: 80 }),
    seat(3, "FULL", { A: 1, B: 1 }, { recusedAt: "2026-11-21T00:00:00Z" }),
    seat(4, "APPEAL", {}, { roundClosedAt: null }),
  ];
  expect(valuesByCriterion(scoresThatCount(seats))).toEqual([
    { criterion: "A", values: [80] },
    { criterion: "B", values: [80] },
  ]);
});

test("no score counts, and none is shown, while a round is open", () => {
  const open = seat(2, "DIVERGENCE", { A: 60 }, { roundClosedAt: null });
  expect(scoresThatCount([seat(1, "FULL", { A: 10 }), open])).toEqual([]);
});
