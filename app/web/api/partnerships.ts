import { z } from "zod";
import { HOUSES } from "#app/domain/accounts/actor.ts";
import { APPRAISAL_OUTCOMES } from "#app/domain/partnerships/appraisals/appraisal.ts";
import { CAPITAL_EVENT_KINDS, CONTRIBUTION_KINDS } from "#app/domain/partnerships/capital/capital.ts";
import { MEMBER_ROLES, PARTNERSHIP_FORMS } from "#app/domain/partnerships/partnership.schema.ts";
import { AGREEMENT_STATES, PARTNERSHIP_STATES } from "#app/domain/partnerships/partnership.ts";
import {
  METRIC_DIRECTIONS,
  MILESTONE_STATES,
  MILESTONE_STEPS,
} from "#app/domain/partnerships/performance/performance.ts";
import { FORM_FACT_KEYS } from "#app/domain/partnerships/terms/form-facts.ts";
import {
  codeOf,
  day,
  house,
  instant,
  limit,
  listOf,
  place,
  ppm,
  several,
  sha256,
  texts,
  trl,
  vnd,
} from "#app/web/api/fields.ts";
import type { Operation } from "#app/web/api/operation.ts";

const state = z.enum(PARTNERSHIP_STATES);
const form = z.enum(PARTNERSHIP_FORMS);
const role = z.enum(MEMBER_ROLES);

const summary = z
  .object({
    code: z.string(),
    state,
    form,
    title: texts,
    description: texts,
    provinceCodes: z.array(z.string()),
    productCodes: z.array(z.string()).meta({ description: "products with a signed agreement" }),
    members: z.array(z.object({ house, role, names: texts })).meta({ description: "in the order of parties" }),
    publishedAt: instant,
  })
  .meta({ id: "PartnershipSummary" });

/** The partnerships with a signed agreement. */
export const listPartnerships = {
  method: "get",
  path: "/partnerships",
  id: "listPartnerships",
  tag: "Partnerships",
  summary: "The partnerships with a signed agreement, the newest first",
  query: z.strictObject({
    group: several(),
    product: several(),
    house: several(HOUSES),
    province: several(),
    state: several(PARTNERSHIP_STATES),
    limit,
    cursor: place(z.tuple([instant, z.string()])),
  }),
  answer: listOf(summary),
} satisfies Operation;

const member = z.object({ organisation: z.uuid(), house, role, names: texts, from: day, to: day.nullable() });

const amendment = z.object({
  number: z.int().min(1),
  effectiveFrom: day,
  rationale: z.string(),
  textSha256: sha256.meta({ description: "of the text that every party signed" }),
  signedAt: instant,
});

const distribution = z.object({
  number: z.int().min(1),
  kind: z.enum(["DISTRIBUTION", "LOSS"]),
  from: day,
  to: day.meta({ description: "first day outside" }),
  compensates: z.int().nullable().meta({ description: "the number of the distribution that it sets right" }),
  totalVnd: vnd,
  authorsVnd: vnd,
  inputsSha256: sha256.meta({ description: "of what it was calculated from" }),
  lockedAt: instant,
});

const commitment = z.object({
  number: z.int().min(1),
  party: z.string().meta({ description: "the organisation's identifier", example: "VN-TIN-0101234567" }),
  house,
  kind: z.enum(CONTRIBUTION_KINDS),
  description: z.string(),
  committedVnd: vnd,
  paidVnd: vnd.meta({ description: "confirmed contributions" }),
  dueOn: day,
  releasedAt: instant.nullable().meta({ description: "since when another party agreed that it is owed no more" }),
});

const contribution = z.object({
  number: z.int().min(1),
  kind: z.enum(CAPITAL_EVENT_KINDS),
  on: day,
  commitment: z.int().nullable().meta({ description: "the number of the commitment that it is paid against" }),
  changes: z.array(z.object({ party: z.string(), house, amountVnd: vnd })),
  reference: z.string(),
  confirmedAt: instant,
});

const appraisal = z.object({
  version: z.int().min(1),
  amendment: z.int().min(1).nullable().meta({ description: "its number, where it is an amendment's text" }),
  textSha256: sha256.meta({ description: "of the text that was appraised" }),
  authority: texts,
  submittedAt: instant,
  outcome: z.enum(APPRAISAL_OUTCOMES).nullable(),
  reason: z.string().nullable(),
  decidedAt: instant.nullable(),
});

const formFacts = z.partialRecord(z.enum(FORM_FACT_KEYS), z.string()).nullable();

const agreement = z.object({
  product: z.string(),
  state: z.enum(AGREEMENT_STATES),
  version: z.int().min(1),
  from: day,
  to: day.nullable().meta({ description: "first day on which it no longer holds" }),
  hasStateMoney: z.boolean(),
  profitConfidential: z.boolean(),
  textSha256: sha256.meta({ description: "of the text that every party signed" }),
  signedAt: instant,
  formFacts: formFacts.meta({
    description: "what the form of the partnership needs, as it was signed: amounts in đồng, days as 2026-11-21",
  }),
  appraisals: z
    .array(appraisal)
    .meta({ description: "by a State body that is no party; none where nothing of the State's is in it" }),
  amendments: z.array(amendment).meta({ description: "in force, by number" }),
  distributions: z.array(distribution).meta({ description: "locked, by number" }),
  commitments: z.array(commitment).meta({ description: "by the day on which they are due" }),
  contributions: z
    .array(contribution)
    .meta({ description: "capital that moved and that another party confirmed, by day" }),
});

const verified = z
  .object({ by: texts, at: instant })
  .nullable()
  .meta({ description: "by a body that is no party; null until then" });
const evidence = sha256.nullable().meta({ description: "of the document that shows it" });

const milestone = z.object({
  number: z.int().min(1),
  party: z.string().meta({ description: "the organisation's identifier", example: "VN-TIN-0101234567" }),
  house,
  title: z.string(),
  measure: z.string().meta({ description: "what shows that it is met" }),
  weight: z.int().min(1).max(100).meta({ description: "in percent of the whole work" }),
  dueOn: day,
  state: z.enum(MILESTONE_STATES).meta({ description: "its last step; PLANNED without one" }),
  steps: z
    .array(
      z.object({ kind: z.enum(MILESTONE_STEPS), by: texts, note: z.string(), evidenceSha256: evidence, at: instant }),
    )
    .meta({ description: "in their order" }),
});

const metric = z.object({
  number: z.int().min(1),
  party: z.string(),
  house,
  name: z.string(),
  unit: z.string(),
  direction: z.enum(METRIC_DIRECTIONS),
  target: z.string().meta({ description: "decimal text" }),
  readings: z.array(
    z.object({
      number: z.int().min(1),
      on: day,
      value: z.string().meta({ description: "decimal text" }),
      reference: z.string(),
      evidenceSha256: evidence,
      verified,
    }),
  ),
});

/** One partnership. */
export const readPartnership = {
  method: "get",
  path: "/partnerships/{code}",
  id: "readPartnership",
  tag: "Partnerships",
  summary: "A partnership: members by house, form, and the signed agreement of each product",
  params: codeOf("DA"),
  answer: z
    .object({
      code: z.string(),
      state,
      form,
      title: texts,
      description: texts,
      totalValueVnd: vnd.nullable(),
      trlStart: trl.nullable(),
      trlTarget: trl.nullable(),
      provinceCodes: z.array(z.string()),
      from: day,
      to: day.nullable(),
      publishedAt: instant,
      members: z.array(member).meta({ description: "in the order of parties" }),
      agreements: z.array(agreement),
      milestones: z.array(milestone).meta({ description: "by the day on which they are due" }),
      metrics: z.array(metric).meta({ description: "by number, each with its readings by day" }),
    })
    .meta({ id: "Partnership" }),
} satisfies Operation;

const share = z.object({
  party: z.string().meta({ description: "the organisation's identifier", example: "VN-TIN-0101234567" }),
  names: texts,
  house,
  ppm,
});

/** Who bears and earns what under one agreement, on a day, as known at an instant. */
export const readShares = {
  method: "get",
  path: "/partnerships/{code}/shares",
  id: "readShares",
  tag: "Partnerships",
  summary: "The shares in force on a day as they were known at an instant; each list sums to 1 000 000",
  params: codeOf("DA"),
  query: z.strictObject({
    product: z.string().min(1).max(60).optional().meta({ description: "may be left out where there is one agreement" }),
    asOf: day.optional().meta({ description: "today unless given" }),
    knownAt: instant.optional().meta({ description: "now unless given" }),
  }),
  answer: z
    .object({
      product: z.string(),
      asOf: day,
      knownAt: instant,
      agreementVersion: z.int().min(1),
      capital: z.object({ contractual: z.array(share), paidIn: z.array(share).nullable() }),
      risk: z.array(share),
      profit: z.array(share).nullable().meta({ description: "null where the parties agreed that it is confidential" }),
      withheld: z.array(z.object({ field: z.literal("profit"), reason: z.string(), until: day.nullable() })).optional(),
    })
    .meta({ id: "Shares" }),
  problems: {
    404: "no such partnership, or NO_AGREEMENT_IN_FORCE that day",
    422: "invalid input, or PRODUCT_NEEDED where there are several agreements",
  },
} satisfies Operation;
