import { z } from "zod";
import { maybeAmountVnd } from "#app/domain/catalogue/amount.schema.ts";
import { maybeSharePpm } from "#app/domain/catalogue/share.schema.ts";
import { oneOf, prose, say, ticked } from "#app/platform/typed.ts";
import { AUTHOR_REWARD_POINTS } from "../calculations/profit/author-tiers.ts";
import { chosenId } from "../partnership.schema.ts";
import { EXIT_RULES, IP_MODELS } from "./terms.ts";

function share() {
  return maybeSharePpm().transform((ppm) => ppm ?? 0);
}

/** The terms as a form sends them: a cap for each member (empty: without), rates in per cent, and the authors' part. */
export const termsSchema = z
  .object({
    caps: z.array(z.object({ id: chosenId(), cap: maybeAmountVnd() })).max(60),
    reserve: share(),
    preferred: share(),
    hasAuthors: ticked(),
    rewardPoint: oneOf(AUTHOR_REWARD_POINTS),
    hostId: chosenId(),
    budgetFunded: share(),
    budgetMethod: prose({ max: 1_000 }),
    authorReward: share(),
    intermediary: share(),
    ipModel: oneOf(IP_MODELS),
    exitRule: oneOf(EXIT_RULES),
    publicAsset: ticked(),
  })
  .superRefine((typed, ctx) => {
    const actual = typed.budgetMethod.length;
    if (typed.hasAuthors && actual < 20)
      ctx.addIssue({ code: "custom", path: ["budgetMethod"], message: say("errors:too_short", { actual, min: 20 }) });
    if (typed.hasAuthors && typed.authorReward + typed.intermediary > 1_000_000)
      ctx.addIssue({ code: "custom", path: ["intermediary"], message: say("errors:rates_above_whole") });
  });
export type TermsInput = z.output<typeof termsSchema>;
