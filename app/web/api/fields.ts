import { z } from "zod";
import { HOUSES } from "#app/domain/accounts/actor.ts";
import { CONFIDENCES } from "#app/domain/catalogue/catalogue.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { type CursorValues, decodeCursor } from "#app/platform/cursor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { readDate } from "#app/platform/typed.ts";

export const vnd = z
  .string()
  .regex(/^-?\d{1,18}$/)
  .meta({ id: "Vnd", description: "đồng, a whole number as a decimal string", example: "43200000000" });

export const ppm = z
  .int()
  .min(0)
  .max(1_000_000)
  .meta({ id: "Ppm", description: "parts per million; 1 000 000 is the whole", example: 350_000 });

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => readDate(text) === text, "is not a day of the calendar")
  .meta({ id: "Day", description: "a day in Vietnam", format: "date", example: "2026-11-21" });

export const instant = z.iso
  .datetime({ offset: true })
  .meta({ id: "Instant", description: "RFC 3339, UTC", example: "2026-11-21T07:05:12.000Z" });

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ id: "Sha256" });

export const house = z.enum(HOUSES).meta({
  id: "House",
  description: "STATE, SCHOOL and ENTERPRISE are the three houses; OTHER belongs to none of them",
});

/** What a person wrote, in at least one of the three languages. */
export const texts = z
  .object({ vi: z.string().nullish(), en: z.string().nullish(), fr: z.string().nullish() })
  .meta({ id: "Texts", description: "one text in up to three languages" });

/** The name by which the API calls an organisation: the Vietnamese, which each has; null where there is none. */
export function vietnameseName(names: Texts | null): string | null {
  return names?.vi ?? null;
}

/** A body as the API gives it: its name in Vietnamese, and the rest as it is. */
export function namedBody<Body extends { names: Texts }>({ names: all, ...body }: Body) {
  return { ...body, name: all.vi ?? "" };
}

/** A name that reference data has in all three languages. */
export const names = z.object({ vi: z.string(), en: z.string(), fr: z.string() }).meta({ id: "Names" });

export const confidence = z.enum(CONFIDENCES).meta({
  id: "Confidence",
  description: "how sure a piece of reference data is; `proposal` is the portal's own",
});

export const trl = z.int().min(1).max(9).meta({ id: "ReadinessLevel", description: "technology readiness, 1 to 9" });

/** A page of a list. `next` is what to send as the cursor for the following one; null at the end. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

const DEFAULT_LIMIT = 20;
const MOST = 100;

/** How many items of a list to answer with, from 1. */
export function limitTo(most: number, unless: number) {
  return z
    .string()
    .regex(/^[1-9]\d{0,3}$/, `is a whole number from 1 to ${most}`)
    .transform(Number)
    .refine((value) => value <= most, `is at most ${most}`)
    .default(unless)
    .meta({ override: { type: "integer", minimum: 1, maximum: most, default: unless } });
}

/** How many items of a list to answer with, 1 to 100. */
export const limit = limitTo(MOST, DEFAULT_LIMIT);

/** A place in a list as the list gave it out in `next`: `values` says what it must hold. */
export function cursor<Values extends z.ZodType>(values: Values) {
  return z
    .string()
    .max(600)
    .transform((text, ctx): z.output<Values> => {
      const given = decodeAny(text);
      const parsed = values.safeParse(given);
      if (given !== null && parsed.success) return parsed.data;
      ctx.addIssue({ code: "custom", message: "is no cursor of this list" });
      return z.NEVER;
    })
    .optional()
    .meta({ override: { type: "string", maxLength: 600, description: "`next` of the page before" } });
}

/** The same, given on as the text that it is, for a list that reads its own cursors. */
export function place<Values extends z.ZodType>(values: Values) {
  return z
    .string()
    .max(600)
    .refine((text) => values.safeParse(decodeAny(text)).success, "is no cursor of this list")
    .optional()
    .meta({ override: { type: "string", maxLength: 600, description: "`next` of the page before" } });
}

/** A filter that may be given several times: its values are OR. Nothing given lets everything through. */
export function several<const Value extends string>(values?: readonly [Value, ...Value[]]) {
  const one = values ? z.enum(values) : z.string().min(1).max(60);
  return z
    .union([one, z.array(one).max(60)])
    .optional()
    .transform((given) => (given === undefined ? [] : [given].flat()))
    .meta({ override: { type: "array", items: { type: "string", ...(values ? { enum: [...values] } : {}) } } });
}

/** The code of a thing in its address. */
export function codeOf(prefix: "SK" | "DA" | "KQ" | "BT" | "HT" | "DG" | "PH" | "KN") {
  return z.object({ code: z.string().regex(new RegExp(`^${prefix}-\\d{4}-\\d{4,9}$`)) });
}

/** RFC 3339 in UTC, whatever zone the database wrote it in. */
export function inUtc(at: string | Date): string {
  return new Date(at).toISOString();
}

/** The day that `asOf` names; today in Vietnam where it names none. */
export const asOf = day.optional().transform((given) => given ?? dayInVietnam(new Date()));

function decodeAny(text: string): CursorValues | null {
  for (let length = 1; length <= 4; length += 1) {
    const values = decodeCursor(text, length);
    if (values) return values;
  }
  return null;
}
