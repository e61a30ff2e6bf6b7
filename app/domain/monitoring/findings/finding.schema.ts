import { z } from "zod";
import { line, oneOf, prose } from "#app/platform/typed.ts";
import { evidence } from "../assessments/assessment.schema.ts";
import { SEVERITIES } from "./finding.ts";

function element() {
  return prose({ min: 20, max: 4_000 });
}

/** The four elements of an audit finding, its severity and its evidence; `unitId` is the sampled subject, empty for the whole. */
export const findingSchema = z.object({
  title: line({ min: 10, max: 200 }),
  unitId: line({ max: 36 }),
  criteria: element(),
  condition: element(),
  cause: element(),
  effect: element(),
  severity: oneOf(SEVERITIES),
  evidence: evidence(),
});
export type FindingInput = z.output<typeof findingSchema>;

export const secondReadSchema = z.object({ secondNote: prose({ min: 20, max: 2_000 }) });

export const erratumSchema = z.object({ erratum: prose({ min: 10, max: 2_000 }) });
