import { z } from "zod";
import { date, line, prose, say } from "#app/platform/typed.ts";

/** How many subjects are given at once. */
const MOST_ASSIGNED = 300;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who reads which sampled subjects, first and second, until which day; and why, where somebody had them before. */
export const assignmentSchema = z.object({
  unitIds: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value, ctx) => {
      const chosen = [...new Set([value ?? []].flat().filter((id) => UUID.test(id)))];
      if (chosen.length === 0) ctx.addIssue({ code: "custom", message: say("errors:choose") });
      if (chosen.length > MOST_ASSIGNED)
        ctx.addIssue({ code: "custom", message: say("errors:too_many", { max: MOST_ASSIGNED }) });
      return chosen;
    }),
  firstId: line({ min: 1, max: 36 }),
  secondId: line({ min: 1, max: 36 }),
  readOn: date(),
  assignmentReason: prose({ max: 500 }),
});
export type AssignmentInput = z.output<typeof assignmentSchema>;
