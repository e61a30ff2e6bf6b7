import { z } from "zod";
import { line, oneOf, prose, say } from "#app/platform/typed.ts";
import { chosenId } from "../partnership.schema.ts";
import { APPRAISAL_OUTCOMES } from "./appraisal.ts";

const MOST_ITEMS = 20;

/** To which authority the lead submits the agreed draft. */
export const submitAppraisalSchema = z.object({ authorityId: chosenId() });

/** The outcome with its reason; what to mend, one item a line, where the draft is returned. */
export const decideAppraisalSchema = z
  .object({
    outcome: oneOf(APPRAISAL_OUTCOMES),
    /** the hash of the text that was read */
    textSha256: line({ max: 64 }),
    reason: prose({ min: 20, max: 3_000 }),
    items: prose({ max: 4_000 }),
  })
  .transform(({ items, ...typed }) => ({
    ...typed,
    items: items
      .split("\n")
      .map((item) => item.trim())
      .filter((item) => item !== ""),
  }))
  .superRefine(({ outcome, items }, ctx) => {
    if (outcome === "RETURNED" && items.length === 0)
      ctx.addIssue({ code: "custom", path: ["items"], message: say("errors:required") });
    if (items.length > MOST_ITEMS)
      ctx.addIssue({ code: "custom", path: ["items"], message: say("errors:too_many", { max: MOST_ITEMS }) });
  });
export type DecideAppraisalInput = z.output<typeof decideAppraisalSchema>;
