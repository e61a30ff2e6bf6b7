import { describe, expect, test } from "vitest";
import { findStep, offeredSteps, type Step } from "#app/domain/obligations/step.ts";

type Door = "OPEN" | "SHUT" | "LOCKED";
const steps: Step<Door, "GUEST" | "KEEPER" | "CLOCK">[] = [
  { from: "SHUT", to: "OPEN", by: ["GUEST", "KEEPER"], offered: true },
  { from: "OPEN", to: "SHUT", by: ["KEEPER"], offered: true },
  { from: "OPEN", to: "SHUT", by: ["CLOCK"], offered: false },
  { from: "SHUT", to: "LOCKED", by: ["KEEPER"], offered: false },
];

describe("a step", () => {
  test("is found for a hand that may take it", () => {
    expect(findStep(steps, "SHUT", "OPEN", ["GUEST"])).toEqual({ ok: true, value: steps[0] });
  });

  test("that is in no table is refused", () => {
    expect(findStep(steps, "LOCKED", "OPEN", ["KEEPER"])).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
  });

  test("that is not offered yet is refused, whoever asks", () => {
    expect(findStep(steps, "SHUT", "LOCKED", ["KEEPER"])).toMatchObject({ code: "NOT_OFFERED_YET" });
    expect(findStep(steps, "SHUT", "LOCKED", ["GUEST"])).toMatchObject({ code: "NOT_OFFERED_YET" });
    expect(findStep(steps, "OPEN", "SHUT", ["CLOCK"])).toMatchObject({ code: "NOT_OFFERED_YET" });
  });

  test("of other hands is refused", () => {
    expect(findStep(steps, "OPEN", "SHUT", ["GUEST"])).toMatchObject({ code: "NOT_ALLOWED_FOR_ROLE" });
    expect(findStep(steps, "OPEN", "SHUT", [])).toMatchObject({ code: "NOT_ALLOWED_FOR_ROLE" });
  });

  test("is offered on a page only where it can be taken now", () => {
    expect(offeredSteps(steps, "SHUT", ["KEEPER"])).toEqual([steps[0]]);
    expect(offeredSteps(steps, "OPEN", ["GUEST", "CLOCK"])).toEqual([]);
  });
});
