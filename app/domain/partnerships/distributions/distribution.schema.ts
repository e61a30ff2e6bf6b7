import { z } from "zod";
import { maybeAmountVnd } from "#app/domain/catalogue/amount.schema.ts";
import { maybeSharePpm } from "#app/domain/catalogue/share.schema.ts";
import { addDays } from "#app/domain/obligations/calendar.ts";
import { date, line, maybeWhole, oneOf, prose, say } from "#app/platform/typed.ts";
import { signSchema } from "../agreements/agreement.schema.ts";
import { MOST_AUTHORS, readAuthors } from "./authors.ts";

function amount() {
  return maybeAmountVnd().transform((vnd) => vnd ?? 0n);
}

function share() {
  return maybeSharePpm().transform((ppm) => ppm ?? 0);
}

/** One period and what it brought (or the loss that the parties bear), up to its last day. */
export const runSchema = z
  .object({
    intent: oneOf(["preview", "propose"]),
    kind: oneOf(["DISTRIBUTION", "LOSS"]),
    from: date(),
    lastOn: date(),
    revenue: amount(),
    opex: amount(),
    depreciation: amount(),
    ipRemuneration: share(),
    ipFactor: share(),
    /** a line for each author: a name; a share in per cent */
    authors: prose({ max: 4_000 }).transform((text, ctx) => {
      const authors = readAuthors(text);
      if (authors.ok) return authors.value;
      ctx.addIssue({
        code: "custom",
        message: say(`errors:authors.${authors.code}`, { max: MOST_AUTHORS, ...authors.params }),
      });
      return z.NEVER;
    }),
    loss: amount(),
    unallocatedTo: line({ max: 300 }),
    /** the number of the locked run that is set right; empty for a period of its own */
    compensates: maybeWhole({ min: 1, max: 10_000 }),
  })
  .superRefine((typed, ctx) => {
    if (typed.lastOn < typed.from)
      ctx.addIssue({ code: "custom", path: ["lastOn"], message: say("errors:end_before_start") });
    if (typed.kind === "LOSS" && typed.loss === 0n)
      ctx.addIssue({ code: "custom", path: ["loss"], message: say("errors:required") });
  })
  // kept half-open: the first day outside
  .transform(({ lastOn, ...typed }) => ({ ...typed, to: addDays(lastOn, 1) }));
export type RunForm = z.output<typeof runSchema>;

/** An approval is confirmed like a signature: for which party, of the run with which inputs, by the password. */
export const approvalSchema = signSchema;

export const withdrawRunSchema = z.object({ reason: prose({ min: 10, max: 1_000 }) });
