import { describe, expect, test } from "vitest";
import { nextSteps, RESULT_STATES, RESULT_STEPS, transition } from "#app/domain/results/result.ts";
import { ResultState } from "#prisma/generated/enums.ts";
import { databasePairs, tablePairs } from "#test/support/state-table.ts";

const HANDS = ["AUTHOR", "HOST", "RESULT_OFFICER", "ANYONE", "CLOCK"] as const;

/** The table of docs/domain.md, written a second time. */
const OFFERED: Record<string, string[]> = {
  "->DRAFT": ["AUTHOR", "HOST"],
  "DRAFT>SUBMITTED": ["AUTHOR", "HOST"],
  "DRAFT>WITHDRAWN": ["AUTHOR", "HOST"],
  "SUBMITTED>VERIFIED": ["RESULT_OFFICER"],
  "SUBMITTED>RETURNED": ["RESULT_OFFICER"],
  "SUBMITTED>WITHDRAWN": ["AUTHOR", "HOST"],
  "RETURNED>SUBMITTED": ["AUTHOR", "HOST"],
  "RETURNED>WITHDRAWN": ["AUTHOR", "HOST"],
  "VERIFIED>PUBLISHED": ["RESULT_OFFICER", "CLOCK"],
  "VERIFIED>WITHDRAWN": ["AUTHOR", "HOST"],
  "PUBLISHED>WITHDRAWN": ["HOST"],
  "PUBLISHED>UNDER_REVIEW": ["ANYONE"],
  "UNDER_REVIEW>PUBLISHED": ["RESULT_OFFICER"],
  "UNDER_REVIEW>WITHDRAWN": ["RESULT_OFFICER"],
};

function expected(pair: string, hand: string): string {
  if (OFFERED[pair]) return OFFERED[pair].includes(hand) ? "done" : "NOT_ALLOWED_FOR_ROLE";
  return "NOT_ALLOWED_FROM_STATE";
}

describe("the publication of a result", () => {
  test("every step from every state by every hand is as the table says", () => {
    for (const from of [null, ...RESULT_STATES])
      for (const to of RESULT_STATES)
        for (const hand of HANDS) {
          const outcome = transition(from, to, [hand]);
          const pair = `${from ?? "-"}>${to}`;
          expect(`${pair} ${hand} ${outcome.ok ? "done" : outcome.code}`).toBe(
            `${pair} ${hand} ${expected(pair, hand)}`,
          );
        }
  });

  test("has the states and the steps of the database", () => {
    expect([...RESULT_STATES].sort()).toEqual(Object.values(ResultState).sort());
    expect(tablePairs(RESULT_STEPS)).toEqual(databasePairs("result"));
  });

  test("a published result leaves with a reason only", () => {
    expect(nextSteps("PUBLISHED", ["HOST"])).toMatchObject([{ to: "WITHDRAWN", reason: true }]);
  });
});
