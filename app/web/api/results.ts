import { z } from "zod";
import { HOUSES } from "#app/domain/accounts/actor.ts";
import { FUNDING_SOURCES } from "#app/domain/catalogue/funding-source.ts";
import { EXPLOITATION_KINDS, IP_KINDS, IP_STATUSES, RESULT_TYPES } from "#app/domain/results/exploitation.ts";
import { AUDIENCES, MARKET_AREAS, RESULT_NEEDS } from "#app/domain/results/profile/audience.ts";
import { RESULT_FILE_KINDS } from "#app/domain/results/profile/file.ts";
import { OFFICE_EVENTS } from "#app/domain/results/profile/right.ts";
import { REVENUE_BANDS } from "#app/domain/results/reports/revenue.ts";
import { RESULT_STATES } from "#app/domain/results/result.ts";
import { RESULT_STAGES } from "#app/domain/results/stage.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { codeOf, day, house, instant, limit, place, ppm, several, texts, trl, vnd } from "#app/web/api/fields.ts";
import type { Operation } from "#app/web/api/operation.ts";
import { progress } from "#app/web/api/results/progress.ts";

const body = z.object({ id: z.uuid(), names: texts, house }).meta({ id: "Body" });

const summary = z
  .object({
    code: z.string(),
    title: texts,
    teaser: texts,
    resultType: z.enum(RESULT_TYPES),
    publishedAt: instant,
    host: body,
    provinceCode: z.string().nullable(),
    productCodes: z.array(z.string()),
    trl,
    commercialised: z.boolean().meta({ description: "by at least one verified act of exploitation" }),
    stage: z.enum(RESULT_STAGES),
    revenueBand: progress.shape.revenueBand,
  })
  .meta({ id: "ResultSummary" });

/** The published results. */
export const listResults = {
  method: "get",
  path: "/results",
  id: "listResults",
  tag: "Results",
  summary: "The published results, the newest first",
  query: z.strictObject({
    type: several(RESULT_TYPES),
    group: several(),
    product: several(),
    trl: several(["1", "2", "3", "4", "5", "6", "7", "8", "9"]),
    province: several(),
    house: several(HOUSES),
    commercialised: several(["true", "false"]),
    stage: several(RESULT_STAGES),
    revenueBand: several(REVENUE_BANDS),
    limit,
    cursor: place(z.tuple([instant, z.uuid()])),
  }),
  answer: z.object({ items: z.array(summary), next: z.string().nullable(), total: z.int().min(0) }),
} satisfies Operation;

const right = z.object({
  kind: z.enum(IP_KINDS),
  status: z.enum(IP_STATUSES).meta({ description: "after the last event; EXPIRED once its term is over" }),
  office: z.string(),
  applicationNo: z.string(),
  filedOn: day.nullable(),
  publishedOn: day.nullable(),
  grantedOn: day.nullable(),
  expiresOn: day.nullable(),
  disclosedOn: day.nullable().meta({ description: "shown to the public before its filing" }),
  owners: z
    .array(z.object({ name: z.string(), ppm, organisationId: z.uuid().nullable() }))
    .meta({ description: "shares sum to 1 000 000 where there are any" }),
  events: z.array(z.object({ kind: z.enum(OFFICE_EVENTS), onDate: day, reference: z.string() })),
});

const act = z.object({
  kind: z.enum(EXPLOITATION_KINDS),
  onDate: day,
  counterparty: z.string(),
  territory: z.string(),
  revenueVnd: vnd.nullable(),
  evidence: z.string(),
  verified: z.boolean(),
});

const file = z.object({
  kind: z.enum(RESULT_FILE_KINDS).meta({ description: "an IMAGE was redrawn without anything but its pixels" }),
  title: z.string().meta({ description: "of an image what it shows" }),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int().min(1),
  sha256: z.string(),
  url: z.url(),
  width: z.int().nullable().meta({ description: "in pixels, of images alone" }),
  height: z.int().nullable(),
});

const whole = z
  .object({
    code: z.string(),
    state: z.enum(RESULT_STATES).extract(["PUBLISHED", "UNDER_REVIEW"]),
    publishedAt: instant,
    host: body,
    catalogueVersion: z.string().meta({ description: "the edition in force when it was recorded" }),
    resultType: z.enum(RESULT_TYPES),
    language: z.enum(LANGUAGES).meta({ description: "of description and benefits" }),
    title: texts,
    teaser: texts,
    description: z.string(),
    benefits: z.string(),
    productCodes: z.array(z.string()),
    fordCode: z.string().nullable(),
    provinceCode: z.string().nullable(),
    keywords: z.array(z.string()),
    originInitiativeCodes: z.array(z.string()),
    originPartnershipCodes: z.array(z.string()),
    readiness: z.array(z.object({ level: trl, onDate: day, evidence: z.string() })),
    authors: z.array(z.object({ name: z.string(), affiliation: z.string(), contributionPpm: ppm })),
    rights: z.array(right),
    acts: z.array(act),
    funding: z.array(z.object({ source: z.enum(FUNDING_SOURCES), amountVnd: vnd })),
    audiences: z.array(z.enum(AUDIENCES)),
    needs: z.array(z.enum(RESULT_NEEDS)).meta({ description: "what its owners look for" }),
    competitiveAdvantage: z.string(),
    marketSegment: z.string(),
    marketAreas: z.array(z.enum(MARKET_AREAS)),
    recognition: z.array(z.object({ award: z.string(), body: z.string(), onDate: day, reference: z.string() })),
    files: z.array(file),
    budgetFundedPpm: ppm.nullable().meta({ description: "null without funding: a share of nothing is not defined" }),
    commercialised: z.boolean(),
    stage: z.enum(RESULT_STAGES).meta({ description: "derived from readiness, verified acts and verified revenue" }),
    ...progress.shape,
    verification: z.object({ at: instant, note: z.string(), by: body }),
  })
  .meta({ id: "Result" });

const tombstone = z
  .object({
    code: z.string(),
    state: z.literal("WITHDRAWN"),
    publishedAt: instant,
    withdrawnAt: instant,
    reason: z.string(),
  })
  .meta({ id: "WithdrawnResult", description: "what is left of a published result that was withdrawn" });

/** One published result, or what is left of a withdrawn one. */
export const readResult = {
  method: "get",
  path: "/results/{code}",
  id: "readResult",
  tag: "Results",
  summary: "A result with its readiness history, rights, acts, stages, revenue, localisation, funding and verification",
  params: codeOf("KQ"),
  answer: z.union([whole, tombstone]),
} satisfies Operation;
