import fc from "fast-check";
import { allocate } from "#app/domain/partnerships/allocation.ts";
import { checkSchedules, type Membership, type Schedule } from "#app/domain/partnerships/share-schedule.ts";
import { type Property, property } from "#test/support/properties.ts";

const membership: Membership = { STATE: { from: "2026-01-01" }, SCHOOL: { from: "2026-01-01" } };

/** Cuts the years from 2026 on into consecutive schedules, each with its own whole. */
const consecutive: fc.Arbitrary<Schedule[]> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 999_999 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((cuts) => {
    let start = Date.UTC(2026, 0, 1);
    return cuts.map(([days, weight], place) => {
      const from = iso(start);
      start += days * 86_400_000;
      const [state = 0n, school = 0n] = allocate(1_000_000n, [weight, 1_000_000 - weight]);
      const lines = [
        { party: "STATE", ppm: Number(state) },
        { party: "SCHOOL", ppm: Number(school) },
      ];
      return place === cuts.length - 1 ? { from, to: null, lines } : { from, to: iso(start), lines };
    });
  });

function iso(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function faultsOf(schedules: Schedule[]): string {
  return checkSchedules({ agreement: { from: "2026-01-01" }, membership, schedules }).join();
}

export const SCHEDULE_PROPERTIES: readonly Property[] = [
  property(
    "consecutive whole schedules are right in whatever order they are given",
    fc.property(
      consecutive,
      fc.boolean(),
      (schedules, turned) => faultsOf(turned ? [...schedules].reverse() : schedules) === "",
    ),
  ),
  property(
    "taking one schedule away always leaves a gap; repeating one always overlaps",
    fc.property(consecutive, fc.nat(), (schedules, seed) => {
      const place = seed % schedules.length;
      const repeated = [...schedules, ...schedules.slice(place, place + 1)];
      return faultsOf(schedules.toSpliced(place, 1)) === "GAP" && faultsOf(repeated) === "OVERLAP";
    }),
  ),
];
