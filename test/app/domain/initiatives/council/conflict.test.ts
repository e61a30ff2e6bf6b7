import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONFLICT_GROUNDS, conflictsOf, type TieFacts, yearsBefore } from "#app/domain/initiatives/council/conflict.ts";
import { matchOf } from "#app/domain/initiatives/council/pool/expertise.ts";

const NONE: TieFacts = { hasPart: false, employers: [], worksTogether: [], partnerships: [], declared: [] };
const ON = "2026-11-21";

function grounds(facts: Partial<TieFacts>) {
  return conflictsOf({ ...NONE, ...facts }, ON, 3);
}

describe("a conflict of interest", () => {
  test("exists for nobody without a tie", () => {
    expect(grounds({})).toEqual([]);
  });

  test("is a part in the file", () => {
    expect(grounds({ hasPart: true })).toEqual(["PART"]);
  });

  test("is a body in common, now or until three years after one left it, and not a day longer", () => {
    expect(grounds({ employers: [null] })).toEqual(["EMPLOYER"]);
    expect(grounds({ employers: ["2023-11-22"] })).toEqual(["EMPLOYER"]);
    expect(grounds({ employers: ["2023-11-21"] })).toEqual([]);
  });

  test("is a common work of the last three years", () => {
    expect(grounds({ worksTogether: ["2024-02-01"] })).toEqual(["COAUTHOR"]);
    expect(grounds({ worksTogether: ["2021-02-01"] })).toEqual([]);
  });

  test("is a partnership of the bodies while it lasts", () => {
    expect(grounds({ partnerships: ["2026-11-22"] })).toEqual(["PARTNER"]);
    expect(grounds({ partnerships: ["2026-11-21"] })).toEqual([]);
  });

  test("is a declared tie from its first day until three years after its end", () => {
    const tie = { relation: "FINANCIAL" as const, from: "2020-01-01", to: null };
    expect(grounds({ declared: [tie] })).toEqual(["FINANCIAL"]);
    expect(grounds({ declared: [{ ...tie, from: "2026-11-22" }] })).toEqual([]);
    expect(grounds({ declared: [{ ...tie, relation: "FAMILY", to: "2024-01-01" }] })).toEqual(["FAMILY"]);
    expect(grounds({ declared: [{ ...tie, relation: "SUPERVISOR", to: "2023-11-21" }] })).toEqual([]);
  });

  test("is told with every ground, in one order, and no further tie ever takes one away", () => {
    const day = fc.integer({ min: 2015, max: 2030 }).map((year) => `${year}-06-15`);
    const end = fc.option(day, { nil: null });
    const facts = fc.record({
      hasPart: fc.boolean(),
      employers: fc.array(end, { maxLength: 3 }),
      worksTogether: fc.array(day, { maxLength: 3 }),
      partnerships: fc.array(end, { maxLength: 3 }),
      declared: fc.array(
        fc.record({ relation: fc.constantFrom("FINANCIAL" as const, "SUPERVISOR" as const), from: day, to: end }),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(facts, facts, (some, more) => {
        const both = {
          hasPart: some.hasPart || more.hasPart,
          employers: [...some.employers, ...more.employers],
          worksTogether: [...some.worksTogether, ...more.worksTogether],
          partnerships: [...some.partnerships, ...more.partnerships],
          declared: [...some.declared, ...more.declared],
        };
        const union = new Set([...conflictsOf(some, ON, 3), ...conflictsOf(more, ON, 3)]);
        expect(conflictsOf(both, ON, 3)).toEqual(CONFLICT_GROUNDS.filter((ground) => union.has(ground)));
      }),
    );
  });
});

test("three years before a leap day is the 28th of February", () => {
  expect(yearsBefore("2028-02-29", 3)).toBe("2025-02-28");
  expect(yearsBefore(ON, 3)).toBe("2023-11-21");
});

test("knowledge meets a file in its field, else in the broad field, and in its products", () => {
  const file = { fordCode: "2.7", productCodes: ["SP-01", "SP-02"] };
  expect(matchOf({ fordCodes: ["2.7"], productCodes: ["SP-02"] }, file)).toEqual({
    field: "SAME",
    products: ["SP-02"],
  });
  expect(matchOf({ fordCodes: ["2.11"], productCodes: [] }, file)).toEqual({ field: "BROAD", products: [] });
  expect(matchOf({ fordCodes: ["21.7"], productCodes: [] }, file).field).toBeNull();
  expect(matchOf({ fordCodes: ["2.7"], productCodes: [] }, { fordCode: null, productCodes: [] }).field).toBeNull();
});
