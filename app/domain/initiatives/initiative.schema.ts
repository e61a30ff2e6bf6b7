import { z } from "zod";
import { maybeAmountVnd } from "#app/domain/catalogue/amount.schema.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { line, maybeDate, maybeOneOf, maybeWhole, oneOf, prose, say, ticked } from "#app/platform/typed.ts";
import { TRACKS } from "./initiative.ts";
import { PART_LEVELS, type PartRule, SEALABLE_PARTS, type SealablePart } from "./part.ts";

// What a proposer may type, step by step. A draft may lack everything, but what stands in it is well-formed; what a
// submission needs on top is the business of completeness.ts.

export const FORM_STEPS = [
  "applicant",
  "authors",
  "summary",
  "problem",
  "solution",
  "field",
  "funding",
  "declarations",
  "files",
] as const;
export type FormStep = (typeof FORM_STEPS)[number];
/** The steps whose fields are text; authors and files are added and taken away one by one. */
export type TypedStep = Exclude<FormStep, "authors" | "files">;

export const APPLICANT_TYPES = ["PERSON", "ORG"] as const;
export const FILED_BEFORE_PUBLICATION = ["YES", "NO", "NOT_APPLICABLE"] as const;

/** Lengths in characters: `least` for a submission, `most` at any time. Source: docs/domain.md, "Proposal". */
export const LENGTHS = {
  title: { least: 10, most: 200 },
  abstract: { least: 100, most: 2_000 },
  problem: { least: 100, most: 6_000 },
  solution: { least: 100, most: 10_000 },
  novelty: { least: 100, most: 4_000 },
  publicBenefit: { least: 50, most: 4_000 },
  ipOwnership: { least: 10, most: 1_000 },
  priorRights: { least: 0, most: 1_000 },
} as const;

export const MOST_CO_FUNDING = 10;
export const MOST_PRODUCTS = 3;
export const LONGEST_MONTHS = 120;

function text(name: keyof typeof LENGTHS) {
  return prose({ max: LENGTHS[name].most });
}

/** A code of a list, whose existence the command checks. */
function code() {
  return line({ max: 40 }).transform((value) => (value === "" ? null : value));
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const coFunder = z
  .object({ source: line({ max: 200 }), amount: maybeAmountVnd() })
  .superRefine(({ source, amount }, ctx) => {
    if (source !== "" && amount === null)
      ctx.addIssue({ code: "custom", path: ["amount"], message: say("errors:required") });
    if (source === "" && amount !== null)
      ctx.addIssue({ code: "custom", path: ["source"], message: say("errors:required") });
  });

function list<Row extends z.ZodType>(row: Row, max: number) {
  return z.array(row, { error: say("errors:invalid") }).max(max, { error: say("errors:too_many", { max }) });
}

/** Who reads something: a level, and for a seal the day on which it opens. */
export const ruleSchema = z
  .object({ level: maybeOneOf(PART_LEVELS), until: maybeDate() })
  .superRefine(({ level, until }, ctx) => {
    if (level === "SEALED" && until === null)
      ctx.addIssue({ code: "custom", path: ["until"], message: say("errors:required") });
  })
  .transform(({ level, until }): PartRule => {
    return level === "SEALED" ? { level, untilOn: until } : { level: level ?? "PUBLIC", untilOn: null };
  });

/** One row for each part that can be closed, at its place in SEALABLE_PARTS; other rows are empty. Without any, rules stay as they are. */
function partRules() {
  return list(z.intersection(z.object({ part: maybeOneOf(SEALABLE_PARTS) }), ruleSchema), SEALABLE_PARTS.length)
    .transform((rows): (PartRule & { part: SealablePart })[] =>
      rows.flatMap(({ part, level, untilOn }) => (part === null ? [] : [{ part, level, untilOn }])),
    )
    .optional();
}

/** The schema of each step; names are those of the form's fields. */
export const STEP_SCHEMAS = {
  applicant: z.object({
    language: oneOf(LANGUAGES),
    applicantType: oneOf(APPLICANT_TYPES),
    organisationId: line({ max: 36 }).transform((value, ctx): string | null => {
      if (value === "") return null;
      if (uuid.test(value)) return value;
      ctx.addIssue({ code: "custom", message: say("errors:choose") });
      return z.NEVER;
    }),
  }),
  summary: z.object({
    title_vi: line({ max: LENGTHS.title.most }),
    title_en: line({ max: LENGTHS.title.most }),
    title_fr: line({ max: LENGTHS.title.most }),
    abstract_vi: text("abstract"),
    abstract_en: text("abstract"),
    abstract_fr: text("abstract"),
  }),
  problem: z.object({ problem: text("problem"), publicBenefit: text("publicBenefit"), parts: partRules() }),
  solution: z.object({ solution: text("solution"), novelty: text("novelty"), parts: partRules() }),
  field: z.object({
    maturityTrl: maybeWhole({ min: 1, max: 9 }),
    fordCode: code(),
    provinceCode: code(),
    productCodes: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .transform((value) => [...new Set([value ?? []].flat())].filter((one) => one !== ""))
      .refine((codes) => codes.length <= MOST_PRODUCTS, { error: say("errors:too_many", { max: MOST_PRODUCTS }) })
      .refine((codes) => codes.every((one) => /^[\w.-]{1,40}$/.test(one)), { error: say("errors:choose") }),
  }),
  funding: z.object({
    requestedFunding: maybeAmountVnd(),
    durationMonths: maybeWhole({ min: 1, max: LONGEST_MONTHS }),
    coFunding: list(coFunder, MOST_CO_FUNDING)
      .default([])
      .transform((rows) => rows.flatMap(({ source, amount }) => (amount === null ? [] : [{ source, vnd: amount }]))),
    parts: partRules(),
  }),
  declarations: z.object({
    ipOwnership: text("ipOwnership"),
    filedBeforePublication: maybeOneOf(FILED_BEFORE_PUBLICATION),
    priorRights: text("priorRights"),
    parts: partRules(),
    secrecyDeclared: ticked(),
    consentPublish: ticked(),
    opensEarly: ticked(),
  }),
} satisfies Record<TypedStep, z.ZodType>;

export type StepValues = { [Step in TypedStep]: z.output<(typeof STEP_SCHEMAS)[Step]> };

/** The part that an author opens: a field, or `attachment:` and its id; opening cannot be undone, so it is agreed to. */
export const openPartSchema = z.object({
  part: line({ min: 1, max: 60 }),
  sure: ticked().refine((is) => is, { error: say("errors:declare") }),
});

/** What a proposer says to items that intake returned. */
export const answersSchema = z.object({
  answers: list(z.object({ id: line({ max: 36 }), text: prose({ max: 2_000 }) }), 60)
    .default([])
    .transform((rows) => rows.filter(({ id }) => id !== "")),
});

/** What starts a draft. */
export const startSchema = z.object({ track: oneOf(TRACKS), challenge: line({ max: 20 }) });

/** What goes along with every form on a draft: the revision that it was made from. */
export const revisionSchema = z.object({ revision: maybeWhole({ min: 0, max: 100_000_000 }) });
