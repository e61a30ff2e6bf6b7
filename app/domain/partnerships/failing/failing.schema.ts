import { z } from "zod";
import { maybeSha256, prose, say } from "#app/platform/typed.ts";

/** What was tried and why it failed, and what others learn from it; confirmed with the password. */
export const failingSchema = z.object({
  report: prose({ min: 50, max: 5_000 }),
  lessons: prose({ min: 50, max: 5_000 }),
  evidenceSha256: maybeSha256(),
  password: z.string().min(1, say("errors:required")).max(200, say("errors:required")),
});
export type FailingInput = z.output<typeof failingSchema>;
