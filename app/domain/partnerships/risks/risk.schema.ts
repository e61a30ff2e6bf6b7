import { z } from "zod";
import { amountVnd } from "#app/domain/catalogue/amount.schema.ts";
import { maybeSharePpm } from "#app/domain/catalogue/share.schema.ts";
import { date, line, oneOf, prose, say, ticked } from "#app/platform/typed.ts";
import { chosenId } from "../partnership.schema.ts";
import { RISK_CATEGORIES, RISK_OUTCOMES } from "./risk.ts";

function share() {
  return maybeSharePpm().transform((ppm) => ppm ?? 0);
}

/** Which risk of the register. */
function number() {
  return line({ max: 9 })
    .refine((text) => /^\d{1,6}$/.test(text), { error: say("errors:choose") })
    .transform(Number);
}

const assessment = {
  title: line({ min: 5, max: 200 }),
  isPublic: ticked(),
  probabilityPpm: maybeSharePpm().transform((ppm, ctx): number => {
    if (ppm !== null) return ppm;
    ctx.addIssue({ code: "custom", message: say("errors:required") });
    return z.NEVER;
  }),
  impactVnd: amountVnd(),
  mitigation: prose({ min: 10, max: 2_000 }),
  ownerMemberId: chosenId(),
  reviewOn: date(),
  reason: prose({ min: 10, max: 1_000 }),
  /** a share for each party, in any order; empty is nothing */
  allocation: z.array(z.object({ id: chosenId(), share: share() })).max(60),
};

/** A risk as the members see it: who bears how much of it, who watches it, and when it is looked at again. */
export const addRiskSchema = z.object({ category: oneOf(RISK_CATEGORIES), ...assessment });
export type AddRiskInput = z.output<typeof addRiskSchema>;

/** The same anew, after a review, with the reason of what changed. */
export const reviewRiskSchema = z.object({ risk: number(), ...assessment });
export type ReviewRiskInput = z.output<typeof reviewRiskSchema>;

export const closeRiskSchema = z.object({
  risk: number(),
  outcome: oneOf(RISK_OUTCOMES),
  note: prose({ min: 10, max: 1_000 }),
});
export type CloseRiskInput = z.output<typeof closeRiskSchema>;
