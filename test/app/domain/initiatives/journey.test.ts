import { expect, test } from "vitest";
import { closedBy, stepsAhead, timeByHolder, usedDays } from "#app/domain/initiatives/journey.ts";
import type { PublicPause } from "#app/domain/obligations/board.ts";
import { workingCalendar } from "#app/domain/obligations/calendar.ts";

const CALENDAR = workingCalendar([
  { year: 2026, provisional: false, daysOff: [{ on: "2026-03-18" }], workedWeekendDays: [] },
]);

function clock(
  kind: string,
  role: string,
  openedOn: string,
  originalDueOn: string,
  endedOn: string | null,
  pauses: PublicPause[] = [],
) {
  return {
    ...{ kind, openedOn, originalDueOn, endedOn, pauses },
    debtor: { role, house: "STATE" as const, names: null, organisationId: null },
  };
}

test("days used are working days, without holidays and without the days the clock stood", () => {
  expect(usedDays(clock("INTAKE_CHECK", "INTAKE", "2026-03-16", "2026-03-31", "2026-03-20"), CALENDAR)).toEqual({
    days: 3,
    allowed: 10,
  });
  const paused = clock("INTAKE_CHECK", "INTAKE", "2026-03-16", "2026-03-31", "2026-04-01", [
    { from: "2026-03-20", to: "2026-03-27", reason: "NEEDS_COMPLETION", by: null },
  ]);
  expect(usedDays(paused, CALENDAR)).toEqual({ days: 6, allowed: 10 });
  expect(usedDays(clock("INTAKE_CHECK", "INTAKE", "2026-03-16", "2026-03-31", null), CALENDAR)).toBeNull();
});

test("a step closes the newest clock of its kind that ended that day", () => {
  const first = clock("EVALUATION", "CHAIR", "2026-03-16", "2026-04-20", "2026-04-01");
  const second = clock("EVALUATION", "CHAIR", "2026-04-10", "2026-05-20", "2026-05-01");
  const step = { fromState: "UNDER_EVALUATION", toState: "EVALUATED", on: "2026-05-01" } as const;
  expect(closedBy(step, "ORDINARY", [first, second])).toBe(second);
  expect(closedBy({ ...step, on: "2026-06-01" }, "ORDINARY", [first, second])).toBeNull();
  expect(closedBy({ fromState: null, toState: "DRAFT", on: "2026-05-01" }, "ORDINARY", [first])).toBeNull();
});

test("the time of each holder is the sum of the clocks that they closed", () => {
  const clocks = [
    clock("INTAKE_CHECK", "INTAKE", "2026-03-16", "2026-03-31", "2026-03-20"),
    clock("STEERING_SUBMISSION", "INTAKE", "2026-04-06", "2026-04-13", "2026-04-08"),
    clock("COMPLETION", "PROPOSER", "2026-03-20", "2026-04-20", "2026-03-27"),
    clock("DECISION", "STEERING", "2026-04-08", "2026-04-22", "2026-04-09"),
  ];
  expect(timeByHolder(clocks, CALENDAR)).toEqual([
    { holder: "INTAKE", days: 5 },
    { holder: "PROPOSER", days: 5 },
    { holder: "CHAIR", days: 0 },
    { holder: "DECIDER", days: 1 },
  ]);
});

test("what is to come ends with the decision, after an acceptance with the work, and is nothing once it is over", () => {
  expect(stepsAhead("BREAKTHROUGH", "SCREENED")).toEqual([
    "UNDER_EVALUATION",
    "EVALUATED",
    "SUBMITTED_TO_STEERING",
    "ACCEPTED",
  ]);
  expect(stepsAhead("ORDINARY", "RETURNED")).toEqual(["UNDER_EVALUATION", "EVALUATED", "ACCEPTED"]);
  expect(stepsAhead("ORDINARY", "NEEDS_COMPLETION")[0]).toBe("SUBMITTED");
  expect(stepsAhead("ORDINARY", "ACCEPTED")).toEqual(["ASSIGNED", "IN_IMPLEMENTATION", "CLOSED_APPLIED"]);
  for (const over of ["CLOSED_APPLIED", "REJECTED", "WITHDRAWN", "LAPSED", "REJECTED_FORM"] as const)
    expect(stepsAhead("ORDINARY", over)).toEqual([]);
});
