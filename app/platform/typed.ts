import { z } from "zod";

/** A sentence of the namespaces `errors` or `refusals` with its values, packed into a zod message. */
export function say(key: string, params: Record<string, string | number> = {}): string {
  return `${key} ${JSON.stringify(params)}`;
}

/** Undoes `say`; null for a message that is not one of ours. */
export function unpack(message: string): { key: string; params: Record<string, string | number> } | null {
  const space = message.indexOf(" {");
  if (space < 0 || !/^(errors|refusals):/.test(message)) return null;
  return { key: message.slice(0, space), params: JSON.parse(message.slice(space + 1)) };
}

// Control characters have no place in what people write; PostgreSQL cannot even store NUL.
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u;

/** Whether a text holds characters that nobody types and PostgreSQL may not even store; half a pair of UTF-16 is one. */
export function hasControlCharacters(text: string): boolean {
  return CONTROL.test(text);
}

type Length = { min?: number; max: number };

function checkText(text: string, { min = 0, max }: Length, ctx: z.RefinementCtx): void {
  const actual = [...text].length;
  if (hasControlCharacters(text)) ctx.addIssue({ code: "custom", message: say("errors:control_characters") });
  else if (actual === 0 && min > 0) ctx.addIssue({ code: "custom", message: say("errors:required") });
  else if (actual < min && actual > 0)
    ctx.addIssue({ code: "custom", message: say("errors:too_short", { actual, min }) });
  else if (actual > max) ctx.addIssue({ code: "custom", message: say("errors:too_long", { actual, max }) });
}

const raw = z
  .union([z.string(), z.array(z.string())], { error: say("errors:required") })
  .optional()
  .transform((value) => (Array.isArray(value) ? (value[0] ?? "") : (value ?? "")));

/** One line of text: trimmed, NFC, inner white space folded. Lengths in characters. */
export function line(length: Length) {
  return raw
    .transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim())
    .superRefine((text, ctx) => checkText(text, length, ctx));
}

/** Text of several lines: line ends become \n, outer white space goes. Lengths in characters. */
export function prose(length: Length) {
  return raw
    .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").trim())
    .superRefine((text, ctx) => checkText(text, length, ctx));
}

/** One of the given values; an empty choice is an error. */
export function oneOf<const Value extends string>(values: readonly Value[]) {
  return raw.transform((text, ctx): Value => {
    const found = values.find((value) => value === text);
    if (found !== undefined) return found;
    ctx.addIssue({ code: "custom", message: say("errors:choose") });
    return z.NEVER;
  });
}

/** One of the given values, or null when nothing was chosen. */
export function maybeOneOf<const Value extends string>(values: readonly Value[]) {
  return raw.transform((text, ctx): Value | null => {
    if (text === "") return null;
    const found = values.find((value) => value === text);
    if (found !== undefined) return found;
    ctx.addIssue({ code: "custom", message: say("errors:choose") });
    return z.NEVER;
  });
}

/** Any number of the given values, each once, in their own order. */
export function manyOf<const Value extends string>(values: readonly Value[], { max = values.length } = {}) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value, ctx): Value[] => {
      const asked = new Set([value ?? []].flat().filter((text) => text !== ""));
      const found = values.filter((candidate) => asked.has(candidate));
      if (found.length !== asked.size) ctx.addIssue({ code: "custom", message: say("errors:choose") });
      if (found.length > max) ctx.addIssue({ code: "custom", message: say("errors:too_many", { max }) });
      return found;
    });
}

/** A ticked box. */
export function ticked() {
  return raw.transform((text) => text === "on" || text === "true" || text === "yes");
}

/** A whole number written in digits, or null when left empty. */
export function maybeWhole({ min, max }: { min: number; max: number }) {
  return raw.transform((text, ctx): number | null => {
    const digits = text.trim();
    if (digits === "") return null;
    const value = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
    if (value >= min && value <= max) return value;
    ctx.addIssue({ code: "custom", message: say("errors:whole_number", { min, max }) });
    return z.NEVER;
  });
}

/** The SHA-256 of a document, in hexadecimal; of several the last, which was chosen last. Null when left empty. */
export function maybeSha256() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value, ctx): string | null => {
      const text = [value ?? ""].flat().at(-1)?.trim().toLowerCase() ?? "";
      if (text === "") return null;
      if (/^[0-9a-f]{64}$/.test(text)) return text;
      ctx.addIssue({ code: "custom", message: say("errors:invalid") });
      return z.NEVER;
    });
}

/** A date typed as 21/11/2026 or 2026-11-21, given back as 2026-11-21; null when left empty. Years 1900 to 2200. */
export function maybeDate() {
  return raw.transform((text, ctx): string | null => {
    const typed = text.trim();
    if (typed === "") return null;
    const date = readDate(typed);
    if (date) return date;
    ctx.addIssue({ code: "custom", message: say("errors:date") });
    return z.NEVER;
  });
}

/** A date that must be given. */
export function date() {
  return maybeDate().transform((value, ctx): string => {
    if (value !== null) return value;
    ctx.addIssue({ code: "custom", message: say("errors:required") });
    return z.NEVER;
  });
}

/** `21/11/2026`, `21-11-2026` or `2026-11-21` to `2026-11-21`; null for anything else and for impossible days. */
export function readDate(typed: string): string | null {
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  const [year, month, day] = slashed
    ? [slashed[3], slashed[2], slashed[1]]
    : iso
      ? [iso[1], iso[2], iso[3]]
      : [undefined, undefined, undefined];
  if (!year || !month || !day || Number(year) < 1900 || Number(year) > 2200) return null;
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.valueOf()) && instant.toISOString().startsWith(text) ? text : null;
}

/** A day as people type it: `2026-11-21` to `21/11/2026`. */
export function typedDay(on: string): string {
  return on.split("-").reverse().join("/");
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text from an address or a form has the form of an id. */
export function isUuid(text: string | undefined): text is string {
  return text !== undefined && UUID.test(text);
}
