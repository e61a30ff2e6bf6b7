import { describe, expect, test } from "vitest";
import {
  checkSchedules,
  checkShareLines,
  type Membership,
  remainingPpm,
} from "#app/domain/partnerships/share-schedule.ts";
import cases from "#test/cases/acceptance-cases.json";
import { SCHEDULE_PROPERTIES } from "#test/support/partnerships/schedule-properties.ts";
import { FEW_RUNS, testProperties } from "#test/support/properties.ts";

const members: Membership = { STATE: { from: "2026-01-01" }, SCHOOL: { from: "2026-01-01" } };
const halves = [
  { party: "STATE", ppm: 500_000 },
  { party: "SCHOOL", ppm: 500_000 },
];

describe("share schedules of one dimension", () => {
  test.each(cases.cases.Q_schedule_validation)("case $name", (example) => {
    const membership: Membership = example.membership;
    expect(checkSchedules({ ...example, membership })).toEqual(example.expectedErrors);
  });

  test("a new schedule may start on the first day after the last locked distribution", () => {
    const schedules = [
      { from: "2026-01-01", to: "2027-01-01", lines: halves },
      { from: "2027-01-01", to: null, lines: halves, isNew: true },
    ];
    const question = { agreement: { from: "2026-01-01" }, membership: members, schedules };
    expect(checkSchedules({ ...question, lastDistributionEnd: "2027-01-01" })).toEqual([]);
    expect(checkSchedules({ ...question, lastDistributionEnd: "2027-01-02" })).toEqual([
      "RETROACTIVE_AFTER_DISTRIBUTION",
    ]);
  });

  test("an agreement without any schedule has a gap", () => {
    expect(checkSchedules({ agreement: { from: "2026-01-01" }, membership: members, schedules: [] })).toEqual(["GAP"]);
  });

  test("an agreement that ends before it starts is empty", () => {
    const schedules = [{ from: "2026-01-01", lines: halves }];
    const agreement = { from: "2026-01-01", to: "2025-01-01" };
    expect(checkSchedules({ agreement, membership: members, schedules })).toEqual(["EMPTY_PERIOD"]);
  });

  test("a party that left and came back may hold a share while it is a member, not in between", () => {
    const stays = [{ from: "2026-01-01", to: "2026-06-01" }, { from: "2026-09-01" }];
    const membership = { ...members, SCHOOL: stays };
    const held = (from: string, to: string | null) =>
      checkSchedules({ agreement: { from, to }, membership, schedules: [{ from, to, lines: halves }] });
    expect(held("2026-02-01", "2026-06-01")).toEqual([]);
    expect(held("2026-09-01", null)).toEqual([]);
    expect(held("2026-05-01", "2026-10-01")).toEqual(["PARTY_NOT_ACTIVE"]);
  });

  test("a party whose name every object knows is still no member", () => {
    const lines = [{ party: "constructor", ppm: 1_000_000 }];
    const schedules = [{ from: "2026-01-01", lines }];
    expect(checkSchedules({ agreement: { from: "2026-01-01" }, membership: members, schedules })).toEqual([
      "PARTY_NOT_ACTIVE",
    ]);
  });

  test("a table off by one ppm is refused, and the page knows what is left to give", () => {
    const short = [
      { party: "STATE", ppm: 500_000 },
      { party: "SCHOOL", ppm: 499_999 },
    ];
    expect(checkShareLines(short)).toEqual(["SUM_NOT_100"]);
    expect(remainingPpm(short)).toBe(1);
    expect(checkShareLines(halves)).toEqual([]);
  });

  test("a share in fractions of a ppm is refused", () => {
    const lines = [
      { party: "STATE", ppm: 499_999.5 },
      { party: "SCHOOL", ppm: 500_000.5 },
    ];
    expect(checkShareLines(lines)).toEqual(["SHARE_NOT_WHOLE"]);
  });
});

testProperties("share schedules", SCHEDULE_PROPERTIES, FEW_RUNS);
