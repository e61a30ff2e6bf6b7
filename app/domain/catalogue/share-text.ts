import { formatter } from "#app/platform/languages/format.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";

export type ShareTextFault =
  | "SHARE_MISSING"
  | "SHARE_UNREADABLE"
  | "SHARE_TOO_PRECISE"
  | "SHARE_NEGATIVE"
  | "SHARE_ABOVE_100";

const WHOLE_PPM = 1_000_000;
/** 1 % is 10 000 ppm, so four decimals of a per cent are exact. */
const PPM_PER_PERCENT = 10_000;
const DECIMALS = 4;
const LONGEST_TEXT = 40;

/**
 * Reads a share as people type it, "33,3333", "33.3333 %", ".5", into whole ppm.
 * Comma and point both are the decimal mark, never a thousands mark; at most four decimals; a per cent sign and spaces
 * (no-break ones too) around the number are welcome.
 * Refuses: nothing typed, anything but ASCII digits with one mark, more than four decimals, less than 0, more than 100.
 * Source: docs/domain.md, "Shares and rounding".
 */
export function parseSharePercent(text: string): Outcome<number, ShareTextFault> {
  if (text.length > LONGEST_TEXT) return refuse("SHARE_UNREADABLE");
  const typed = text.trim();
  if (typed === "") return refuse("SHARE_MISSING");

  const parts = /^([-\u2212]?)(\d*)(?:[.,](\d+))?\s*%?$/.exec(typed);
  const [, sign = "", whole = "", decimals = ""] = parts ?? [];
  if (!parts || (whole === "" && decimals === "")) return refuse("SHARE_UNREADABLE");
  if (sign !== "") return refuse("SHARE_NEGATIVE");
  if (decimals.length > DECIMALS) return refuse("SHARE_TOO_PRECISE");

  const ppm = Number(whole) * PPM_PER_PERCENT + Number(decimals.padEnd(DECIMALS, "0"));
  return ppm > WHOLE_PPM ? refuse("SHARE_ABOVE_100") : done(ppm);
}

/**
 * Prints ppm as per cent in a language, exactly and without idle zeros: 333 333 → "33,3333 %" (vi, fr), "33.3333%" (en).
 * The space before the sign does not break. `parseSharePercent` reads it back.
 */
export function formatSharePercent(ppm: number, lang: Language): string {
  return formatter(lang).percent(ppm);
}
