import { z } from "zod";
import { addDays } from "#app/domain/obligations/calendar.ts";
import { date, line, maybeDate, maybeOneOf, prose, say, ticked } from "#app/platform/typed.ts";
import { chosenCode, chosenId } from "../partnership.schema.ts";
import { MOST_PERIODS } from "./share-cells.ts";

/** An agreement on one product, from a day until the last day that belongs to it; without one it has no end. */
export const openAgreementSchema = z
  .object({
    productCode: chosenCode(),
    validFrom: date(),
    lastOn: maybeDate(),
    hasStateMoney: ticked(),
    profitConfidential: ticked(),
  })
  .superRefine(({ validFrom, lastOn }, ctx) => {
    if (lastOn !== null && lastOn < validFrom)
      ctx.addIssue({ code: "custom", path: ["lastOn"], message: say("errors:end_before_start") });
  })
  // kept half-open: the first day outside
  .transform(({ lastOn, ...typed }) => ({ ...typed, validTo: lastOn && addDays(lastOn, 1) }));
export type OpenAgreementInput = z.output<typeof openAgreementSchema>;

/** The share form: what to do, and its periods with their cells as they were typed (share-table.ts reads them). */
export const shareFormSchema = z.object({
  intent: maybeOneOf(["save", "add-period", "remove-period"]),
  /** gives what is left of a column to a party: `{dimension}.{period}.{member}` */
  give: line({ max: 80 }),
  periods: z
    .array(z.record(z.string(), z.unknown()), { error: say("errors:invalid") })
    .max(MOST_PERIODS, { error: say("errors:too_many", { max: MOST_PERIODS }) }),
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
