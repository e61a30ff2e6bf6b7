import { z } from "zod";
import { line, prose, say } from "#app/platform/typed.ts";
import { LONGEST_COMMENT, MOST_VARIANTS } from "./variant.ts";

/** The workbench: what to do (`weigh`, `add`, `remove-0`, `save-0`, `load-{id}`), and its variants with their cells as typed. */
export const workbenchSchema = z.object({
  intent: line({ max: 60 }),
  variants: z
    .array(z.record(z.string(), z.unknown()), { error: say("errors:invalid") })
    .max(MOST_VARIANTS, { error: say("errors:too_many", { max: MOST_VARIANTS }) })
    .optional()
    .transform((typed) => typed ?? []),
});

/** What a member says of a shared variant. */
export const variantCommentSchema = z.object({ text: prose({ min: 2, max: LONGEST_COMMENT }) });
