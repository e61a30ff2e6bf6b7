import { z } from "zod";
import { maybeAmountVnd } from "#app/domain/catalogue/amount.schema.ts";
import { FUNDING_SOURCES } from "#app/domain/catalogue/funding-source.ts";
import { maybeSharePpm } from "#app/domain/catalogue/share.schema.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { line, maybeDate, maybeOneOf, maybeWhole, oneOf, prose, say } from "#app/platform/typed.ts";
import { EXPLOITATION_KINDS, RESULT_TYPES } from "./exploitation.ts";
import { required, rows } from "./internal/typed-rows.ts";
import { audienceShape, filesShape, recognitionShape, rightsShape } from "./profile/profile.schema.ts";
import { MOST_RIGHTS } from "./profile/right.ts";

// What people may type about a result, part by part. A draft may lack everything, but what stands in it is well-formed;
// what a submission needs on top is the business of completeness.ts.

export const RESULT_PARTS = [
  "summary",
  "classification",
  "audience",
  "readiness",
  "authors",
  "rights",
  "exploitation",
  "funding",
  "recognition",
  "files",
  "publication",
] as const;
export type ResultPart = (typeof RESULT_PARTS)[number];

/** Lengths in characters: `least` for a submission, `most` at any time. Source: docs/domain.md, "Results". */
export const LENGTHS = {
  title: { least: 10, most: 200 },
  teaser: { least: 20, most: 300 },
  description: { least: 100, most: 10_000 },
  benefits: { least: 0, most: 4_000 },
  evidence: { least: 10, most: 600 },
  note: { least: 20, most: 4_000 },
} as const;

/** The most rows of a list. */
export const MOST = {
  readiness: 20,
  authors: 20,
  rights: MOST_RIGHTS,
  exploitation: 20,
  funding: 10,
  products: 3,
  keywords: 10,
  /** of each kind */
  origins: 5,
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A code of a list, whose existence the command checks; null when left empty. */
function code(pattern: RegExp) {
  return line({ max: 40 }).transform((text, ctx): string | null => {
    if (text === "") return null;
    if (pattern.test(text)) return text;
    ctx.addIssue({ code: "custom", message: say("errors:choose") });
    return z.NEVER;
  });
}

function codes(max: number) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [...new Set([value ?? []].flat())].filter((one) => one !== ""))
    .refine((list) => list.length <= max, { error: say("errors:too_many", { max }) })
    .refine((list) => list.every((one) => /^[\w.-]{1,40}$/.test(one)), { error: say("errors:choose") });
}

/** Codes between commas or spaces, whose existence the command checks. */
function originCodes(pattern: RegExp) {
  return line({ max: 200 })
    .transform((text) => [...new Set(text.split(/[\s,;]+/))].filter((one) => one !== ""))
    .refine((list) => list.length <= MOST.origins, { error: say("errors:too_many", { max: MOST.origins }) })
    .refine((list) => list.every((one) => pattern.test(one)), { error: say("errors:choose") });
}

/** Comma-separated words. */
function keywords() {
  return line({ max: 400 })
    .transform((text) => [...new Set(text.split(/[,;]/).map((word) => word.trim()))].filter((word) => word !== ""))
    .refine((words) => words.length <= MOST.keywords, { error: say("errors:too_many", { max: MOST.keywords }) });
}

function part<const Part extends ResultPart, Shape extends z.ZodRawShape>(name: Part, shape: Shape) {
  return z.object(shape).transform((values) => ({ part: name, values }));
}

function evidence() {
  return line({ min: LENGTHS.evidence.least, max: LENGTHS.evidence.most });
}

const readinessRow = z.object({
  level: required(maybeWhole({ min: 1, max: 9 })),
  onDate: required(maybeDate()),
  evidence: evidence(),
});

const authorRow = z.object({
  name: line({ min: 2, max: 120 }),
  affiliation: line({ max: 200 }),
  contribution: required(maybeSharePpm()),
});

const actRow = z.object({
  kind: oneOf(EXPLOITATION_KINDS),
  onDate: required(maybeDate()),
  counterparty: line({ max: 200 }),
  territory: line({ max: 120 }),
  revenue: maybeAmountVnd(),
  evidence: evidence(),
});

const fundingRow = z.object({ source: oneOf(FUNDING_SOURCES), amount: required(maybeAmountVnd()) });

/** The schema of each part; names are those of the form's fields. */
export const PART_SCHEMAS = {
  summary: part("summary", {
    language: oneOf(LANGUAGES),
    resultType: oneOf(RESULT_TYPES),
    title_vi: line({ max: LENGTHS.title.most }),
    title_en: line({ max: LENGTHS.title.most }),
    title_fr: line({ max: LENGTHS.title.most }),
    teaser_vi: line({ max: LENGTHS.teaser.most }),
    teaser_en: line({ max: LENGTHS.teaser.most }),
    teaser_fr: line({ max: LENGTHS.teaser.most }),
    description: prose({ max: LENGTHS.description.most }),
    benefits: prose({ max: LENGTHS.benefits.most }),
  }),
  classification: part("classification", {
    productCodes: codes(MOST.products),
    fordCode: code(/^[\d.]{1,5}$/),
    provinceCode: code(/^\d{2}$/),
    keywords: keywords(),
    originInitiative: originCodes(/^SK-\d{4}-\d{4,9}$/),
    originPartnership: originCodes(/^DA-\d{4}-\d{4,9}$/),
  }),
  readiness: part("readiness", {
    readiness: rows(readinessRow, MOST.readiness, { field: "onDate", message: say("errors:same_day_twice") }),
  }),
  authors: part("authors", { authors: rows(authorRow, MOST.authors) }),
  rights: part("rights", rightsShape),
  audience: part("audience", audienceShape),
  recognition: part("recognition", recognitionShape),
  exploitation: part("exploitation", { acts: rows(actRow, MOST.exploitation) }),
  funding: part("funding", { funding: rows(fundingRow, MOST.funding) }),
  files: part("files", filesShape),
  publication: part("publication", {
    embargoUntil: maybeDate(),
    embargoReason: prose({ max: 1_000 }),
  }),
} satisfies Record<ResultPart, z.ZodType>;

/** What one part of the form holds. */
export type PartInput = z.output<(typeof PART_SCHEMAS)[ResultPart]>;

/** What starts a draft. */
export const startSchema = z.object({
  organisationId: line({ max: 36 }).refine((value) => uuid.test(value), { error: say("errors:choose") }),
  resultType: oneOf(RESULT_TYPES),
  title: line({ min: LENGTHS.title.least, max: LENGTHS.title.most }),
  language: oneOf(LANGUAGES),
});

/** What goes along with every form on a result: the revision that it was made from. */
export const revisionSchema = z.object({ revision: maybeWhole({ min: 0, max: 100_000_000 }) });

/** What an officer writes to verify: a note, and which acts of exploitation the evidence bears out. */
export const verifySchema = z.object({
  note: prose({ min: LENGTHS.note.least, max: LENGTHS.note.most }),
  actIds: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [value ?? []].flat())
    .refine((ids) => ids.every((id) => uuid.test(id)), { error: say("errors:choose") }),
});

/** What an officer asks to be completed: all of it at once, part by part. */
export const returnSchema = z.object({
  missing: rows(
    z.object({ part: maybeOneOf(RESULT_PARTS), message: line({ max: 1_000 }) }).transform(({ part: at, message }) => ({
      part: at ?? ("summary" as const),
      message,
    })),
    RESULT_PARTS.length,
  ).transform((list) => list.filter((item) => item.message !== "")),
});

export const withdrawSchema = z.object({ reason: prose({ max: 2_000 }) });
