import { z } from "zod";
import { amountVnd } from "#app/domain/catalogue/amount.schema.ts";
import { FUNDING_SOURCES } from "#app/domain/catalogue/funding-source.ts";
import { date, line, maybeOneOf, maybeSha256, oneOf, prose, say } from "#app/platform/typed.ts";
import { chosenId } from "../partnership.schema.ts";
import { PAYMENT_DIRECTIONS, REFUND_GROUNDS } from "./funding.ts";

/** Which document shows it: its number and date, in words. */
function reference() {
  return line({ min: 3, max: 300 });
}

/** The number of a budget line or of a tranche within it. */
function number() {
  return line({ min: 1, max: 6 })
    .refine((text) => /^\d{1,6}$/.test(text), { error: say("errors:choose") })
    .transform(Number);
}

function maybeNumber() {
  return line({ max: 6 })
    .refine((text) => /^\d{0,6}$/.test(text), { error: say("errors:choose") })
    .transform((text) => (text === "" ? null : Number(text)));
}

/** An allocation under one budget line, and the decision that makes it. */
export const allocateSchema = z.object({
  organisationId: chosenId(),
  source: oneOf(FUNDING_SOURCES),
  budgetLine: line({ min: 2, max: 200 }),
  allocatedVnd: amountVnd(),
  reference: reference(),
});
export type AllocateInput = z.output<typeof allocateSchema>;

export const trancheSchema = z.object({
  line: number(),
  dueOn: date(),
  amountVnd: amountVnd(),
  condition: prose({ min: 5, max: 500 }),
});
export type TrancheInput = z.output<typeof trancheSchema>;

/** That the condition of a tranche is met, and what shows it. */
export const conditionSchema = z.object({ line: number(), tranche: number(), reference: reference() });
export type ConditionInput = z.output<typeof conditionSchema>;

/** A payment, or a refund with its ground, on a tranche or on none. */
export const paymentSchema = z
  .object({
    line: number(),
    tranche: maybeNumber(),
    direction: oneOf(PAYMENT_DIRECTIONS),
    ground: maybeOneOf(REFUND_GROUNDS),
    memberId: chosenId(),
    amountVnd: amountVnd(),
    onDay: date(),
    reference: reference(),
    evidenceSha256: maybeSha256(),
  })
  .superRefine(({ direction, ground }, ctx) => {
    if (direction === "REFUNDED" && ground === null)
      ctx.addIssue({ code: "custom", path: ["ground"], message: say("errors:required") });
  })
  .transform(({ ground, ...typed }) => ({ ...typed, ground: typed.direction === "REFUNDED" ? ground : null }));
export type PaymentInput = z.output<typeof paymentSchema>;
