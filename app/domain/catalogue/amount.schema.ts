import { z } from "zod";
import { line, say } from "#app/platform/typed.ts";
import { parseAmountVnd } from "./amount.ts";

const LONGEST_TYPED = 80;

/** An amount in đồng as people type it (`parseAmountVnd`), not negative; null when left empty. */
export function maybeAmountVnd() {
  return line({ max: LONGEST_TYPED }).transform((text, ctx): bigint | null => {
    if (text === "") return null;
    const amount = parseAmountVnd(text, { field: "DONG" });
    if (amount.vnd !== null && amount.vnd >= 0n) return amount.vnd;
    const why = amount.vnd === null ? amount.why : "NEGATIVE";
    ctx.addIssue({ code: "custom", message: say(`errors:amount.${why}`) });
    return z.NEVER;
  });
}

/** The same, above nothing; it must be given. */
export function amountVnd() {
  return maybeAmountVnd().transform((vnd, ctx): bigint => {
    if (vnd !== null && vnd > 0n) return vnd;
    ctx.addIssue({ code: "custom", message: say(vnd === null ? "errors:required" : "errors:amount.ZERO") });
    return z.NEVER;
  });
}
