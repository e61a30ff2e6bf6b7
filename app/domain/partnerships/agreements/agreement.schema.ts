import { z } from "zod";
import { date, line, maybeDate, maybeOneOf, prose, say, ticked } from "#app/platform/typed.ts";
import { chosenCode, chosenId } from "../partnership.schema.ts";

/** An agreement on one product, over the half-open days from `validFrom` to `validTo` (open where empty). */
export const openAgreementSchema = z
  .object({
    productCode: chosenCode(),
    validFrom: date(),
    validTo: maybeDate(),
    hasStateMoney: ticked(),
    profitConfidential: ticked(),
  })
  .superRefine(({ validFrom, validTo }, ctx) => {
    if (validTo !== null && validTo <= validFrom)
      ctx.addIssue({ code: "custom", path: ["validTo"], message: say("errors:end_before_start") });
  });
export type OpenAgreementInput = z.output<typeof openAgreementSchema>;

/** More than this makes one table of shares longer than a form may be. */
export const MOST_PERIODS = 12;

/** What the share form sends besides its cells: what to do, and the version that it was drawn from. */
export const shareFormSchema = z.object({
  intent: maybeOneOf(["save", "add-period", "remove-period"]),
  give: line({ max: 80 }),
});

export const reopenSchema = z.object({ reason: prose({ min: 10, max: 1_000 }) });

/** A signature: for which party, on the text of which hash, confirmed by the signer's password. */
export const signSchema = z.object({
  memberId: chosenId(),
  textSha256: line({ max: 64 }).refine((text) => /^[0-9a-f]{64}$/.test(text), { error: say("errors:invalid") }),
  password: z
    .string({ error: say("errors:required") })
    .min(1, say("errors:required"))
    .max(1_000, say("errors:invalid")),
  agreed: ticked().refine((agreed) => agreed, { error: say("errors:required") }),
});
