import { z } from "zod";
import { prose } from "#app/platform/typed.ts";
import { revisionSchema, STEP_SCHEMAS } from "../initiative.schema.ts";

/** The public text as it shall stand, and why it changes; parts that are closed are not asked for and not taken. */
export const editSchema = z.object({
  ...STEP_SCHEMAS.summary.shape,
  problem: STEP_SCHEMAS.problem.shape.problem,
  publicBenefit: STEP_SCHEMAS.problem.shape.publicBenefit,
  solution: STEP_SCHEMAS.solution.shape.solution,
  novelty: STEP_SCHEMAS.solution.shape.novelty,
  note: prose({ min: 10, max: 500 }),
  revision: revisionSchema.shape.revision,
});

export type EditInput = z.output<typeof editSchema>;
