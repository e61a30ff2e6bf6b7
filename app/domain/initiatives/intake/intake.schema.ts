import { z } from "zod";
import { line, oneOf, prose, say } from "#app/platform/typed.ts";
import { needsProduct } from "../completeness.ts";
import type { FORM_STEPS } from "../initiative.schema.ts";
import { TRACKS } from "../initiative.ts";

/** What intake can ask for: the fields of the form, and its files. */
export const RETURNABLE_FIELDS = [
  "team",
  "title",
  "abstract",
  "problem",
  "publicBenefit",
  "solution",
  "novelty",
  "maturityTrl",
  "fordCode",
  "provinceCode",
  "productCodes",
  "requestedFunding",
  "coFunding",
  "durationMonths",
  "ipOwnership",
  "filedBeforePublication",
  "files",
] as const;
export type ReturnableField = (typeof RETURNABLE_FIELDS)[number];

/** Why an initiative is refused on its form, before anybody weighs its content. */
export const FORM_REASONS = ["NOT_AN_INITIATIVE", "OUT_OF_SCOPE", "DUPLICATE", "STATE_SECRET"] as const;

const codes = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [...new Set([value ?? []].flat())].filter((code) => code !== ""))
  .refine((all) => all.length <= 3, { error: say("errors:too_many", { max: 3 }) })
  .refine((all) => all.every((code) => /^[\w.-]{1,40}$/.test(code)), { error: say("errors:choose") });

export const screenSchema = z
  .object({ track: oneOf(TRACKS), fordCode: line({ min: 1, max: 20 }), productCodes: codes })
  .refine((screened) => !needsProduct(screened), { path: ["productCodes"], error: say("errors:choose_product") });

const item = z
  .object({ field: line({ max: 40 }), message: prose({ max: 500 }) })
  .superRefine(({ field, message }, ctx) => {
    if (field === "" && message === "") return;
    if (!RETURNABLE_FIELDS.some((known) => known === field))
      ctx.addIssue({ code: "custom", path: ["field"], message: say("errors:choose") });
    if ([...message].length < 10)
      ctx.addIssue({
        code: "custom",
        path: ["message"],
        message: say("errors:too_short", { actual: [...message].length, min: 10 }),
      });
  });

/** Every item that is missing, at once: a field and what to do about it; empty rows do not count. */
export const returnSchema = z.object({
  items: z
    .array(item, { error: say("errors:invalid") })
    .max(30, { error: say("errors:too_many", { max: 30 }) })
    .default([])
    .transform((rows) => rows.filter((row) => row.field !== "" || row.message !== ""))
    .refine((rows) => rows.length > 0, { error: say("errors:required") }),
});

export const rejectFormSchema = z.object({
  reasonCode: oneOf(FORM_REASONS),
  reason: prose({ min: 30, max: 2_000 }),
});

/** The step of the form on which a returned field stands. */
export function stepOfField(field: string): (typeof FORM_STEPS)[number] {
  if (field === "team") return "authors";
  if (field === "title" || field === "abstract") return "summary";
  if (field === "problem" || field === "publicBenefit") return "problem";
  if (field === "solution" || field === "novelty") return "solution";
  if (["maturityTrl", "fordCode", "provinceCode", "productCodes"].includes(field)) return "field";
  if (["requestedFunding", "coFunding", "durationMonths"].includes(field)) return "funding";
  return field === "files" ? "files" : "declarations";
}
