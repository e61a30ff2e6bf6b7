import { z } from "zod";

// The shape of every file of reference data. Each says where it comes from and how sure it is; pages show both.

const text = z.string().min(1);
const code = z.string().regex(/^[A-Z0-9][A-Za-z0-9._-]*$/);
const day = z.iso.date();
const confidence = z.enum(["high", "medium", "low"]);
const named = { nameVi: text, nameEn: text, nameFr: text };
/** Half-open: `validTo` is the first day on which it no longer holds. */
const valid = { validFrom: day, validTo: day.nullable() };

const sourced = {
  source: text,
  confidence,
  confidenceNote: text,
  /** Which languages are translations, by whom, how sure. */
  translations: z.array(z.strictObject({ lang: z.enum(["vi", "en", "fr"]), origin: text, confidence })).default([]),
};

export const catalogueSchema = z.strictObject({
  ...sourced,
  ...valid,
  code: text,
  instrument: text,
  issuedOn: day,
  supersedes: text.nullable(),
  groups: z.array(z.strictObject({ code, ...named, confidence, examplesVi: z.array(text) })),
  markets: z.array(z.strictObject({ code, ...named })),
  products: z.array(
    z.strictObject({
      code,
      number: z.int().positive(),
      ...named,
      group: code,
      groupConfidence: confidence,
      market: code.nullable(),
      confidence,
      evidence: text.nullable(),
    }),
  ),
});

export const crosswalkSchema = z.strictObject({
  ...sourced,
  fromCatalogue: text,
  toCatalogue: text,
  pairs: z.array(
    z.strictObject({
      from: code,
      /** null: nothing in the newer catalogue corresponds */
      to: code.nullable(),
      relation: z.enum(["exact", "close", "broad", "none"]),
      confidence,
      confirmedBy: text.nullable(),
    }),
  ),
  newProducts: z.array(code),
});

/** What a product has: its programme, criteria, instruction, finance mechanism. What is not listed is missing. */
export const productGuidanceSchema = z.strictObject({
  ...sourced,
  items: z.array(
    z.strictObject({
      product: code,
      kind: z.enum(["PROGRAMME", "CRITERIA", "INSTRUCTION", "FINANCE_MECHANISM"]),
      legalRef: text,
      status: z.enum(["DRAFT", "ISSUED"]),
      confidence,
    }),
  ),
});

export const provincesSchema = z.strictObject({
  ...sourced,
  validAsOf: day,
  items: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{2}$/),
      ...named,
      slug: z.string().regex(/^[a-z-]+$/),
      history: z.array(z.strictObject({ kind: z.enum(["CITY", "PROVINCE"]), fullNameVi: text, ...valid })).min(1),
      formedFrom: z.array(text).min(1),
    }),
  ),
});

export const centralBodiesSchema = z.strictObject({
  ...sourced,
  validAsOf: day,
  items: z.array(
    z.strictObject({
      code,
      kind: z.enum([
        "MINISTRY",
        "MINISTERIAL_LEVEL",
        "GOVERNMENT_AGENCY",
        "PARTY",
        "ADVISORY",
        "LEGISLATURE",
        "SOCIO_POLITICAL",
        "JUDICIARY",
        "AUDIT",
        "FUND",
      ]),
      ...named,
      absorbedVi: z.array(text),
      eidCode: text.nullable(),
      confidence,
    }),
  ),
});

export const readinessLevelsSchema = z.strictObject({
  ...sourced,
  evidenceRule: z.strictObject({ ...named, origin: text }),
  items: z.array(z.strictObject({ level: z.int().min(1).max(9), ...named })),
});

export const fieldsOfScienceSchema = z.strictObject({
  ...sourced,
  items: z.array(
    z.strictObject({
      code: z.string().regex(/^\d(\.\d{1,2})?$/),
      /** the broad field of a narrow one */
      broad: z.string().nullable(),
      ...named,
      translationConfidence: confidence,
    }),
  ),
});

export const legalInstrumentsSchema = z.strictObject({
  ...sourced,
  items: z.array(
    z.strictObject({
      number: text,
      note: text.nullable(),
      /** a month alone where the day was not found */
      issuedOn: z.union([day, z.string().regex(/^\d{4}-\d{2}$/)]).nullable(),
      effectiveFrom: day.nullable(),
      effectiveNote: text.nullable(),
      titleVi: text,
      titleEn: text,
      titleFr: text,
      confidence,
      confidenceNote: text.nullable(),
      source: text,
      rules: z.array(text),
    }),
  ),
});

export const legalParametersSchema = z.strictObject({
  ...sourced,
  items: z.array(
    z.strictObject({
      key: z.string().regex(/^[a-z]+(\.[a-z-]+)+$/),
      value: z.int().nonnegative(),
      unit: z.enum(["PPM", "WORKING_DAYS", "CALENDAR_DAYS", "COUNT", "VND"]),
      ...valid,
      /** number of the legal instrument; null where no text sets the figure */
      basis: text.nullable(),
      /** `proposal`: the portal's own figure, until the owner of the procedure settles it */
      confidence: z.enum(["high", "medium", "low", "proposal"]),
      source: text,
      ...named,
    }),
  ),
});

export const actionPlanSchema = z.strictObject({
  ...sourced,
  instrument: text,
  issuedOn: day,
  systems: z.array(z.strictObject({ code, kind: z.enum(["STRATEGIC", "MAJOR_PROJECTS"]), ...named, scopeFr: text })),
  phases: z.array(z.strictObject({ code, ...valid, ...named })),
});

export const codeListsSchema = z.strictObject({
  ...sourced,
  lists: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z-]+$/),
      source: text,
      confidence,
      ...named,
      items: z.array(z.strictObject({ code, ...named })).min(1),
    }),
  ),
});

export const workingYearSchema = z.strictObject({
  ...sourced,
  year: z.int().min(2025),
  provisional: z.boolean(),
  daysOff: z.array(
    z.strictObject({ on: day, ...named, kind: z.enum(["HOLIDAY", "COMPENSATION", "SWAPPED"]), confidence }),
  ),
  /** weekend days on which State bodies work instead of a day off */
  workedWeekendDays: z.array(z.strictObject({ on: day, insteadOf: day, confidence })),
});
