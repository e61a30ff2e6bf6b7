import { z } from "zod";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { line, oneOf, prose } from "#app/platform/typed.ts";

export const DECISION_KINDS = ["ACCEPTED", "REJECTED", "RETURNED"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export const decisionSchema = z.object({
  kind: oneOf(DECISION_KINDS),
  reason: prose({ min: 50, max: 6_000 }),
  language: oneOf(LANGUAGES),
  legalRef: line({ max: 200 }),
});
