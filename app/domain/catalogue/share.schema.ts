import { z } from "zod";
import { line, say } from "#app/platform/typed.ts";
import { parseSharePercent } from "./share-text.ts";

const LONGEST_TYPED = 40;

/** A share as people type it, in per cent with up to four decimals, given back in ppm; null when left empty. */
export function maybeSharePpm() {
  return line({ max: LONGEST_TYPED }).transform((text, ctx): number | null => {
    if (text === "") return null;
    const share = parseSharePercent(text);
    if (share.ok) return share.value;
    ctx.addIssue({ code: "custom", message: say(`errors:share.${share.code.slice("SHARE_".length)}`) });
    return z.NEVER;
  });
}
