import fc from "fast-check";
import { expect, test } from "vitest";
import { countVotes, outcomeOf } from "#app/domain/initiatives/appeal/appeal.ts";

test("a rejection stands with more than half of the votes alone; a tie is for whoever appealed", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ uphold: fc.boolean() }), { maxLength: 15 }), (votes) => {
      const { uphold, reopen } = countVotes(votes);
      expect(uphold + reopen).toBe(votes.length);
      expect(outcomeOf({ uphold, reopen })).toBe(uphold * 2 > votes.length ? "REJECTION_UPHELD" : "UNDER_EVALUATION");
    }),
  );
});
