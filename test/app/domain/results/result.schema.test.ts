import { describe, expect, test } from "vitest";
import { PART_SCHEMAS } from "#app/domain/results/result.schema.ts";

function faults(part: keyof typeof PART_SCHEMAS, typed: unknown): string[] {
  const parsed = PART_SCHEMAS[part].safeParse(typed);
  return parsed.success ? [] : parsed.error.issues.map((it) => `${it.path.join(".")} ${it.message.split(" ")[0]}`);
}

describe("what people type about a result", () => {
  test("contributions are read in per cent with four decimals, comma or point", () => {
    const authors = [
      { name: "Người Một", affiliation: "", contribution: "33,3334" },
      { name: "", affiliation: "", contribution: "" },
      { name: "Người Hai", affiliation: "", contribution: "66.6666 %" },
    ];
    const parsed = PART_SCHEMAS.authors.safeParse({ authors });
    expect(parsed.success && parsed.data.values.authors.map((it) => it.contribution)).toEqual([333_334, 666_666]);
  });

  test("an error in a row stands at its own field, blank rows before it or not", () => {
    const blank = { level: "", onDate: "", evidence: "" };
    const readiness = [blank, { level: "10", onDate: "31/02/2026", evidence: "Biên bản thử nghiệm" }];
    expect(faults("readiness", { readiness })).toEqual([
      "readiness.1.level errors:whole_number",
      "readiness.1.onDate errors:date",
    ]);
  });

  test("one readiness level a day", () => {
    const row = { level: "5", onDate: "01/09/2026", evidence: "Biên bản thử nghiệm" };
    expect(faults("readiness", { readiness: [row, { ...row, level: "6" }] })).toEqual([
      "readiness.1.onDate errors:same_day_twice",
    ]);
  });

  test("a grant is not older than its filing", () => {
    const right = {
      kind: "PATENT",
      event1: "FILED",
      eventOn1: "2026-05-01",
      event2: "GRANTED",
      eventOn2: "2026-04-01",
    };
    expect(faults("rights", { rights: [right] })).toEqual(["rights.0.eventOn2 errors:event_before_filed"]);
  });

  test("hostile input ends as an error, never as an exception", () => {
    const hostile = [undefined, null, "x", ["a"], { __proto__: { kind: "SALE" } }, { kind: ["SALE", "x"] }, 7];
    for (const value of hostile) {
      for (const part of ["authors", "readiness", "rights", "exploitation", "funding"] as const) {
        const name = part === "exploitation" ? "acts" : part;
        expect(() => PART_SCHEMAS[part].safeParse({ [name]: value })).not.toThrow();
        expect(() => PART_SCHEMAS[part].safeParse({ [name]: [value] })).not.toThrow();
      }
    }
    expect(faults("summary", { title_vi: "a\u0000b" })).toContain("title_vi errors:control_characters");
    expect(faults("classification", { productCodes: ["../x", "21-S01"] })).toEqual(["productCodes errors:choose"]);
    expect(faults("exploitation", { acts: Array.from({ length: 30 }, () => ({ kind: "SALE" })) })).not.toEqual([]);
  });
});
