import { z } from "zod";
import { date, prose } from "#app/platform/typed.ts";
import { shareFormSchema } from "../agreements/agreement.schema.ts";

/** The amendment form: from which day, why, and the shares from that day on as they were typed. */
export const amendFormSchema = shareFormSchema.extend({
  effectiveFrom: date(),
  rationale: prose({ min: 20, max: 2_000 }),
});

/** Taking an amendment back, or declining somebody else's. */
export const endAmendmentSchema = z.object({ reason: prose({ min: 10, max: 1_000 }) });
