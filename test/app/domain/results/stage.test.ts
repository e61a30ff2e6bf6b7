import { describe, expect, test } from "vitest";
import {
  commercialStage,
  isCommercialised,
  moveStage,
  RESULT_STAGES,
  stageOfReadiness,
} from "#app/domain/results/stage.ts";
import { ResultStage } from "#prisma/generated/enums.ts";

const sale = { kind: "SALE", revenueVnd: 1n, verified: true };
const shown = { evidence: "report", reason: "" };

describe("a commercial stage", () => {
  test("has the names of the database", () => {
    expect([...RESULT_STAGES].sort()).toEqual(Object.values(ResultStage).sort());
  });

  test("follows the readiness level until something is exploited", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map(stageOfReadiness)).toEqual([
      "RESEARCH",
      "RESEARCH",
      "RESEARCH",
      "LAB_VALIDATED",
      "LAB_VALIDATED",
      "DEMONSTRATED",
      "PILOT",
      "MARKET_READY",
      "MARKET_READY",
    ]);
    expect(() => stageOfReadiness(0)).toThrow(RangeError);
    expect(() => stageOfReadiness(5.5)).toThrow(RangeError);
  });

  test("is on the market with the first verified act, and scaling after two growing periods", () => {
    expect(commercialStage({ level: 9, acts: [{ ...sale, verified: false }] })).toBe("MARKET_READY");
    expect(commercialStage({ level: 9, acts: [sale] })).toBe("ON_MARKET");
    expect(commercialStage({ level: 9, acts: [sale], growingPeriods: 2 })).toBe("SCALING");
    expect(commercialStage({ level: 9, acts: [], growingPeriods: 2 })).toBe("MARKET_READY");
    expect(commercialStage({ level: 9, acts: [sale], discontinued: true })).toBe("DISCONTINUED");
  });

  test.each([
    [[sale], true],
    [[{ ...sale, revenueVnd: 0n }], false],
    [[{ ...sale, revenueVnd: null }], false],
    [[{ kind: "DEPLOYMENT", revenueVnd: null, verified: true }], true],
    [[{ kind: "CAPITAL_CONTRIBUTION", revenueVnd: null, verified: true }], true],
    [[{ kind: "DEPLOYMENT", revenueVnd: null, verified: false }], false],
    [[], false],
  ])("acts %# make it commercialised or not", (acts, commercialised) => {
    expect(isCommercialised(acts)).toBe(commercialised);
  });
});

describe("a statement of a new stage", () => {
  test("goes forward with evidence, also over several stages that one fact shows", () => {
    expect(moveStage("PILOT", "MARKET_READY", shown)).toEqual({ ok: true, value: { direction: "forward" } });
    expect(moveStage("LAB_VALIDATED", "ON_MARKET", shown)).toEqual({ ok: true, value: { direction: "forward" } });
    expect(moveStage(null, "RESEARCH", shown)).toEqual({ ok: true, value: { direction: "forward" } });
    expect(moveStage(null, "RESEARCH", { evidence: "", reason: "" })).toMatchObject({ code: "EVIDENCE_MISSING" });
    expect(moveStage("PILOT", "MARKET_READY", { evidence: " ", reason: "" })).toMatchObject({
      code: "EVIDENCE_MISSING",
    });
    expect(moveStage("PILOT", "PILOT", shown)).toMatchObject({ code: "SAME_STAGE" });
  });

  test("goes backward, or to an end, with a reason", () => {
    const because = { evidence: "", reason: "the test bench failed" };
    for (const from of RESULT_STAGES.slice(1, -1)) {
      expect(moveStage(from, "RESEARCH", because)).toEqual({ ok: true, value: { direction: "backward" } });
      expect(moveStage(from, "RESEARCH", shown)).toMatchObject({ code: "REASON_MISSING" });
      expect(moveStage(from, "DISCONTINUED", because)).toEqual({ ok: true, value: { direction: "end" } });
      expect(moveStage("DISCONTINUED", from, because)).toMatchObject({ code: "STAGE_IS_FINAL" });
    }
  });
});
