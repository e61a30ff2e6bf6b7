import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROLES } from "#app/domain/accounts/actor.ts";
import { CRITERIA, weightedScore } from "#app/domain/initiatives/criteria.ts";
import {
  INITIATIVE_STATES,
  INITIATIVE_STEPS,
  type InitiativeHand,
  nextSteps,
  stepsOf,
  TRACKS,
  transition,
} from "#app/domain/initiatives/initiative.ts";
import { InitiativeState } from "#prisma/generated/enums.ts";
import { databasePairs, tablePairs } from "#test/support/state-table.ts";

const HANDS: readonly InitiativeHand[] = [...ROLES, "PROPOSER", "CLOCK"];

/** The table of docs/domain.md, written a second time: from > to, hand, and the track where it is one alone. */
const OFFERED = `
  - > DRAFT PROPOSER
  DRAFT > SUBMITTED PROPOSER
  DRAFT > WITHDRAWN PROPOSER
  SUBMITTED > WITHDRAWN PROPOSER
  NEEDS_COMPLETION > WITHDRAWN PROPOSER
  SCREENED > WITHDRAWN PROPOSER
  UNDER_EVALUATION > WITHDRAWN PROPOSER
  EVALUATED > WITHDRAWN PROPOSER
  SUBMITTED_TO_STEERING > WITHDRAWN PROPOSER
  RETURNED > WITHDRAWN PROPOSER
  SUBMITTED > NEEDS_COMPLETION INTAKE
  NEEDS_COMPLETION > SUBMITTED PROPOSER
  NEEDS_COMPLETION > LAPSED CLOCK
  SUBMITTED > REJECTED_FORM INTAKE
  SUBMITTED > SCREENED INTAKE
  SUBMITTED > SCREENED CLOCK
  SCREENED > UNDER_EVALUATION CHAIR
  UNDER_EVALUATION > EVALUATED CHAIR
  EVALUATED > SUBMITTED_TO_STEERING INTAKE BREAKTHROUGH
  SUBMITTED_TO_STEERING > ACCEPTED STEERING BREAKTHROUGH
  SUBMITTED_TO_STEERING > REJECTED STEERING BREAKTHROUGH
  SUBMITTED_TO_STEERING > RETURNED STEERING BREAKTHROUGH
  EVALUATED > ACCEPTED INTAKE_HEAD ORDINARY
  EVALUATED > REJECTED INTAKE_HEAD ORDINARY
  EVALUATED > RETURNED INTAKE_HEAD ORDINARY
  RETURNED > UNDER_EVALUATION CHAIR
  ACCEPTED > ASSIGNED STEERING
  ASSIGNED > IN_IMPLEMENTATION TASK_OWNER
  ASSIGNED > IN_IMPLEMENTATION PARTY_REP
  IN_IMPLEMENTATION > CLOSED_APPLIED VERIFIER
  IN_IMPLEMENTATION > CLOSED_NOT_APPLIED VERIFIER
  IN_IMPLEMENTATION > CLOSED_STOPPED VERIFIER
  REJECTED > APPEALED PROPOSER
  REJECTED_FORM > APPEALED PROPOSER
  APPEALED > REJECTION_UPHELD CHAIR
  APPEALED > UNDER_EVALUATION CHAIR
`;
const LATER = `
`;

function rows(table: string) {
  return table
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [from = "", , to = "", hand = "", track] = line.trim().split(" ");
      return { pair: `${from}>${to}`, hand, track };
    });
}

/** What the table says of one step by one hand. */
function expected(pair: string, hand: string, track: string): string {
  const onTrack = (row: { pair: string; track: string | undefined }) =>
    row.pair === pair && (row.track === undefined || row.track === track);
  const now = rows(OFFERED).filter(onTrack);
  const later = rows(LATER).filter(onTrack);
  if (now.some((row) => row.hand === hand)) return "done";
  if (now.length === 0 && later.length === 0) return "NOT_ALLOWED_FROM_STATE";
  if (now.length === 0 || later.some((row) => row.hand === hand)) return "NOT_OFFERED_YET";
  return "NOT_ALLOWED_FOR_ROLE";
}

describe("the way of an initiative", () => {
  test.each(TRACKS)("%s: every step from every state by every hand is as the table says", (track) => {
    for (const from of [null, ...INITIATIVE_STATES])
      for (const to of INITIATIVE_STATES)
        for (const hand of HANDS) {
          const outcome = transition(from, to, { track, hands: [hand] });
          const said = outcome.ok ? "done" : outcome.code;
          expect(`${from ?? "-"}>${to} ${hand}: ${said}`).toBe(
            `${from ?? "-"}>${to} ${hand}: ${expected(`${from ?? "-"}>${to}`, hand, track)}`,
          );
        }
  });

  test("has the states and the steps of the database, no more and no fewer", () => {
    expect([...INITIATIVE_STATES].sort()).toEqual(Object.values(InitiativeState).sort());
    expect(tablePairs(INITIATIVE_STEPS)).toEqual(databasePairs("initiative"));
  });

  test("goes back to evaluation once, not twice", () => {
    const head = { track: "ORDINARY", hands: ["INTAKE_HEAD"] } as const;
    expect(transition("EVALUATED", "RETURNED", head).ok).toBe(true);
    expect(transition("EVALUATED", "RETURNED", { ...head, returnedBefore: true })).toMatchObject({
      code: "ALREADY_RETURNED",
    });
    const offered = nextSteps("EVALUATED", { ...head, returnedBefore: true }).map((step) => step.to);
    expect(offered).toEqual(["ACCEPTED", "REJECTED"]);
  });

  test("offers an administrator nothing at all", () => {
    for (const track of TRACKS)
      for (const state of INITIATIVE_STATES) expect(nextSteps(state, { track, hands: ["ADMIN"] })).toEqual([]);
  });

  test.each(TRACKS)("%s: every refusal and every decision needs a written reason", (track) => {
    const reasoned = ["NEEDS_COMPLETION", "REJECTED_FORM", "ACCEPTED", "REJECTED", "RETURNED", "REJECTION_UPHELD"];
    for (const step of stepsOf(track)) if (reasoned.includes(step.to)) expect(step.reason).toBe(true);
  });

  test.each(TRACKS)("%s: while it is undecided exactly one clock runs, on any way through the steps", (track) => {
    // After the assignment the clock is an agreed day, which is no row of the table.
    const agreed = ["ASSIGNED", "IN_IMPLEMENTATION", "CLOSED_APPLIED", "CLOSED_NOT_APPLIED", "CLOSED_STOPPED"];
    const clockless = ["DRAFT", "WITHDRAWN", "LAPSED", "REJECTED_FORM", "REJECTED", "REJECTION_UPHELD", ...agreed];
    const offered = stepsOf(track).filter((step) => step.offered);
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), (choices) => {
        let state: (typeof INITIATIVE_STATES)[number] = "DRAFT";
        let running = new Set<string>();
        let standing = new Set<string>();
        for (const choice of choices) {
          const next = offered.filter((step) => step.from === state);
          const step = next[choice % Math.max(1, next.length)];
          if (!step) break;
          if (step.voidsAll) [running, standing] = [new Set(), new Set()];
          if (step.closes) expect(running.delete(step.closes)).toBe(true);
          if (step.pauses) {
            expect(running.delete(step.pauses)).toBe(true);
            standing.add(step.pauses);
          }
          if (step.resumes) {
            expect(standing.delete(step.resumes)).toBe(true);
            running.add(step.resumes);
          }
          if (step.opens) running.add(step.opens.kind);
          state = step.to;
          expect(`${state}: ${[...running].join()}`).toMatch(clockless.includes(state) ? /: $/ : /: [A-Z_]+$/);
        }
      }),
    );
  });
});

describe("the criteria of an evaluation", () => {
  test.each(TRACKS)("%s: the weights make one whole", (track) => {
    expect(CRITERIA[track].reduce((sum, criterion) => sum + criterion.weightPpm, 0)).toBe(1_000_000);
  });

  test("full marks are 100 points, and a missing score is no score", () => {
    const full = { NOVELTY: 100, CREATIVITY: 100, APPLICABILITY: 100, SOCIO_ECONOMIC_EFFECT: 100 };
    expect(weightedScore("ORDINARY", full)).toBe(1_000_000);
    expect(weightedScore("ORDINARY", { ...full, NOVELTY: 0 })).toBe(750_000);
    expect(weightedScore("BREAKTHROUGH", full)).toBeNull();
  });
});
