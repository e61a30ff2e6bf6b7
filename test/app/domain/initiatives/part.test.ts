import fc from "fast-check";
import { expect, test } from "vitest";
import { AN_INITIATIVE } from "#app/demo/initiatives.server.ts";
import { mayReadPart, type Reader } from "#app/domain/initiatives/initiative.policy.ts";
import {
  levelOn,
  maySealUntil,
  PART_LEVELS,
  type PartRule,
  SEALABLE_PARTS,
  withoutParts,
} from "#app/domain/initiatives/part.ts";

const READERS: Reader[] = [
  { kind: "AUTHOR" },
  { kind: "EVALUATOR", role: "EVALUATOR", organisationId: null },
  { kind: "DECIDER", role: "STEERING", organisationId: null },
  { kind: "OFFICER", role: "INTAKE", organisationId: null },
  { kind: "PUBLIC" },
];
const day = fc
  .date({ min: new Date("2025-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const rule = fc
  .record({ level: fc.constantFrom(...PART_LEVELS), untilOn: day })
  .map(({ level, untilOn }): PartRule => ({ level, untilOn: level === "SEALED" ? untilOn : null }));

test.each([
  ["PUBLIC", true, ["AUTHOR", "EVALUATOR", "DECIDER", "OFFICER", "PUBLIC"]],
  ["PUBLIC", false, ["AUTHOR", "EVALUATOR", "DECIDER", "OFFICER"]],
  ["REVIEWERS", true, ["AUTHOR", "EVALUATOR", "DECIDER", "OFFICER"]],
  ["REVIEWERS", false, ["AUTHOR", "EVALUATOR", "DECIDER", "OFFICER"]],
  ["SEALED", true, ["AUTHOR", "EVALUATOR", "DECIDER"]],
  ["SEALED", false, ["AUTHOR", "EVALUATOR", "DECIDER"]],
] as const)("a part that is %s in a file that is public (%s) is read by %j", (level, isPublic, readers) => {
  const part = { level, untilOn: level === "SEALED" ? "2027-01-01" : null };
  const at = { isPublic, today: "2026-12-31" };
  expect(READERS.filter((one) => mayReadPart(one, part, at)).map((one) => one.kind)).toEqual(readers);
});

test("a seal is as public from its day on, the day included", () => {
  const sealed = { level: "SEALED", untilOn: "2027-03-01" } as const;
  expect([levelOn(sealed, "2027-02-28"), levelOn(sealed, "2027-03-01"), levelOn(sealed, "2030-01-01")]).toEqual([
    "SEALED",
    "PUBLIC",
    "PUBLIC",
  ]);
});

test("time and publication only ever open parts, and nobody outside reads more than somebody inside", () => {
  fc.assert(
    fc.property(rule, day, day, fc.boolean(), (part, one, other, isPublic) => {
      const [earlier = "", later = ""] = [one, other].sort();
      for (const reader of READERS) {
        if (mayReadPart(reader, part, { isPublic, today: earlier }))
          expect(mayReadPart(reader, part, { isPublic: true, today: later })).toBe(true);
        if (mayReadPart({ kind: "PUBLIC" }, part, { isPublic, today: one }))
          expect(mayReadPart(reader, part, { isPublic, today: one })).toBe(true);
      }
    }),
  );
});

test("a seal ends after today and within ten years", () => {
  const may = (untilOn: string) => maySealUntil(untilOn, "2026-11-22");
  expect([may("2026-11-22"), may("2026-11-23"), may("2036-11-22"), may("2036-11-23")]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("what is closed is gone from the content, and nothing else is", () => {
  fc.assert(
    fc.property(fc.subarray([...SEALABLE_PARTS]), (closed) => {
      const kept = withoutParts({ ...AN_INITIATIVE, priorRights: "Bằng số 1" }, closed);
      for (const part of SEALABLE_PARTS) {
        const value = part === "funding" ? kept.requestedFundingVnd : kept[part];
        expect(value === null || value === "").toBe(closed.includes(part));
      }
      expect([kept.title, kept.abstract, kept.durationMonths]).toEqual([
        AN_INITIATIVE.title,
        AN_INITIATIVE.abstract,
        AN_INITIATIVE.durationMonths,
      ]);
    }),
  );
});
