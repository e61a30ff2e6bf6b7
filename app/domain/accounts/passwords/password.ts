import { z } from "zod";
import { COMMON_WORDS, PORTAL_NAMES, WALKS } from "#app/domain/accounts/passwords/guessable-words.ts";
import { say } from "#app/platform/typed.ts";

/** Lengths in characters. Source: OWASP ASVS 5.0, 6.2.1 and 6.2.9; the portal asks for more than the least. */
export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;

/** The password of the demonstration's accounts: printed at the start, so nobody may choose it for themselves. */
export const DEMO_PASSWORD = "gian-nha-mai-do-57";

/** A password as it was typed, of at most 128 characters; the same letters give the same text on every keyboard (NFC). */
export function typedPassword() {
  return z
    .union([z.string(), z.array(z.string())], { error: say("errors:required") })
    .optional()
    .transform((value) => (Array.isArray(value) ? (value[0] ?? "") : (value ?? "")).normalize("NFC"))
    .superRefine((text, ctx) => {
      const actual = [...text].length;
      if (actual === 0) ctx.addIssue({ code: "custom", message: say("errors:required") });
      if (actual > MAX_PASSWORD) {
        ctx.addIssue({ code: "custom", message: say("errors:too_long", { actual, max: MAX_PASSWORD }) });
      }
    });
}

export type PasswordFault = "PASSWORD_TOO_SHORT" | "PASSWORD_COMMON" | "PASSWORD_ABOUT_YOU";

/**
 * What is wrong with a new password, or null. Refuses fewer than 12 characters; common words, keyboard walks and
 * repetitions with nothing of substance beside them; and what is little more than the person's address or name, or
 * the portal's own words. Any character may be used and none must. Source: OWASP ASVS 5.0, 6.2.4, 6.2.5 and 6.2.11.
 */
export function passwordFault(password: string, about: { email: string; name?: string | null }): PasswordFault | null {
  if ([...password].length < MIN_PASSWORD) return "PASSWORD_TOO_SHORT";
  if (password === DEMO_PASSWORD) return "PASSWORD_COMMON";
  const plain = plainLetters(password);
  if (isMonotonous(plain) || isCommon(plain)) return "PASSWORD_COMMON";
  const own = [...about.email.split(/[@.+_-]/), ...(about.name ?? "").split(/\s+/)].map(plainLetters);
  const known = [...own.filter((part) => part.length >= 4), ...PORTAL_NAMES].sort((a, b) => b.length - a.length);
  const rest = known.reduce((left, part) => left.replaceAll(part, ""), plain.replaceAll(/[^a-z]/g, ""));
  return rest.length < 4 && /[a-z]/.test(plain) ? "PASSWORD_ABOUT_YOU" : null;
}

/** Small letters without tones; digits and signs that stand for letters are read as these. */
function plainLetters(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
}

const MASKS: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "@": "a", $: "s" };

function isCommon(plain: string): boolean {
  const unmask = (text: string) => text.replaceAll(/[01345@$]/g, (sign) => MASKS[sign] ?? sign);
  const bare = (text: string) => text.replaceAll(/[^a-z]/g, "");
  // What stands around a word is taken off before and after the signs within it are read: "P@ssw0rd2026!" is "password".
  const middle = plain.replaceAll(/^[^a-z]+|[^a-z]+$/g, "");
  return [plain, middle, unmask(plain), unmask(middle)].some((text) => COMMON_WORDS.has(bare(text)));
}

/** Fewer than five different characters, one piece over and over, or a walk along a keyboard. */
function isMonotonous(plain: string): boolean {
  if (new Set(plain).size < 5) return true;
  if (/^(.{1,6})\1+.{0,5}$/su.test(plain)) return true;
  const bare = plain.replaceAll(/[\s._-]/g, "");
  return WALKS.some((walk) => walk.includes(bare) || walk.includes(bare.slice(0, -2)));
}
