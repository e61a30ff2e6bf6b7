import { z } from "zod";
import { maybeAmountVnd } from "#app/domain/catalogue/amount.schema.ts";
import { maybeSharePpm } from "#app/domain/catalogue/share.schema.ts";
import { date, line, prose, say } from "#app/platform/typed.ts";
import { chosenId } from "../partnership.schema.ts";

const password = z.string().min(1, say("errors:required")).max(200, say("errors:required"));
const number = z.coerce.number().int().min(1).max(100_000);

/** A party says that it leaves: from which day on it is no member, and why. */
export const noticeSchema = z.object({
  memberId: chosenId(),
  effectiveOn: date(),
  reason: prose({ min: 20, max: 2_000 }),
  password,
});
export type NoticeInput = z.output<typeof noticeSchema>;

/** Who leads after a lead that leaves, and for each agreement: who takes the shares over ('' for all who stay, pro rata), a penalty in per cent, a price to agree. */
export const settleSchema = z.object({
  number,
  successor: z.union([z.literal(""), chosenId()]).default(""),
  terms: z
    .array(
      z.object({
        productCode: line({ min: 1, max: 40 }),
        takeover: z.union([z.literal(""), chosenId()]),
        penalty: maybeSharePpm().transform((ppm) => ppm ?? 0),
        agreed: maybeAmountVnd(),
      }),
    )
    .max(100)
    .default([]),
});
export type SettleInput = z.output<typeof settleSchema>;

export const endExitSchema = z.object({ number, reason: prose({ min: 10, max: 1_000 }) });

/** A transfer that hands a leaver's capital over, as `product.number`; why, where it is declined. */
export const answerTransferSchema = z.object({
  transfer: line({ min: 1, max: 60 }).transform((typed, ctx) => {
    const [, productCode = "", number] = /^(.+)\.(\d{1,6})$/.exec(typed) ?? [];
    if (number !== undefined) return { productCode, event: Number(number) };
    ctx.addIssue({ code: "custom", message: say("errors:choose") });
    return z.NEVER;
  }),
  why: prose({ max: 1_000 }),
});
export type AnswerTransferInput = z.output<typeof answerTransferSchema>;

/** The leaver says that a part was paid and handed over. */
export const handOverSchema = z.object({ handoverId: chosenId(), reference: line({ min: 3, max: 300 }) });
