import { z } from "zod";
import { HOUSES } from "#app/domain/accounts/actor.ts";
import type { Tx } from "#prisma/client.server.ts";
import { EXPLOITATION_KINDS, IP_KINDS } from "../../exploitation.ts";
import { OFFICE_EVENTS } from "../../profile/right.ts";
import { REPORT_VERDICTS, type ResultProgress, type Said } from "../../reports/report.ts";
import { RESULT_STAGES } from "../../stage.ts";
import { textsSchema } from "../content.server.ts";

const amount = z.string().transform(BigInt);
const maybe = amount.nullable();
const dated = z.object({ onDate: z.string() });
const named = dated.extend({
  right: z.enum(IP_KINDS),
  office: z.string(),
  applicationNo: z.string(),
  expiresOn: z.string().nullable(),
});
const period = z.object({ from: z.string(), to: z.string(), sumsPublic: z.boolean() });

const said = z.discriminatedUnion("kind", [
  dated.extend({ kind: z.literal("READINESS"), level: z.number() }),
  dated.extend({
    kind: z.literal("ACT"),
    act: z.enum(EXPLOITATION_KINDS),
    counterparty: z.string(),
    territory: z.string(),
    revenueVnd: maybe,
  }),
  period.extend({ kind: z.literal("REVENUE"), grossVnd: amount, costVnd: amount, profitAfterTaxVnd: amount }),
  period.extend({
    kind: z.literal("LOCALISATION"),
    priceVnd: maybe,
    domesticValueAddedVnd: maybe,
    costVnd: maybe,
    domesticCostVnd: maybe,
    coreTechPpm: z.number().nullable(),
    domesticDemandPpm: z.number().nullable(),
  }),
  named.extend({
    kind: z.literal("RIGHT"),
    disclosedOn: z.string().nullable(),
    owners: z.array(z.object({ name: z.string(), ppm: z.number(), organisationId: z.string().nullable() })),
  }),
  named.extend({
    kind: z.literal("RIGHT_EVENT"),
    rightId: z.string(),
    event: z.enum(OFFICE_EVENTS),
    reference: z.string(),
  }),
]) satisfies z.ZodType<Said>;

const head = z.object({
  number: z.number(),
  evidence: z.string(),
  reason: z.string().nullable(),
  reportedAt: z.string(),
  files: z.array(
    z.object({
      ...{ id: z.string(), name: z.string(), mediaType: z.string(), sizeBytes: z.number(), sha256: z.string() },
      isPublic: z.boolean(),
    }),
  ),
  verdict: z
    .object({
      outcome: z.enum(REPORT_VERDICTS),
      note: z.string(),
      at: z.string(),
      by: z.object({ code: z.string(), house: z.enum(HOUSES), names: textsSchema }),
    })
    .nullable(),
});

const report = z.unknown().transform((row) => ({ ...head.parse(row), said: said.parse(row) }));

const stage = z.object({
  from: z.enum(RESULT_STAGES).nullable(),
  to: z.enum(RESULT_STAGES),
  onDate: z.string(),
  at: z.string(),
  evidence: z.string(),
  reason: z.string().nullable(),
  role: z.string(),
  organisation: textsSchema.nullable(),
  entryNo: z.number(),
  report: z.number().nullable(),
});

/** Thresholds by the key of their legal parameter. */
export const thresholdsSchema = z.record(
  z.string(),
  z.object({ ppm: z.number(), basis: z.string().nullable(), source: z.string() }),
);

/** The JSON of `result_progress`, read: money as bigint. */
export const progressSchema = z.object({
  reports: z.array(report),
  stages: z.array(stage),
  thresholds: thresholdsSchema,
}) satisfies z.ZodType<ResultProgress>;

/** What happened to a locked result since its publication, in one statement. */
export async function readProgress(tx: Tx, id: string): Promise<ResultProgress> {
  const rows = await tx.$queryRaw<{ progress: unknown }[]>`SELECT result_progress(${id}::uuid) AS progress`;
  return progressSchema.parse(rows[0]?.progress);
}
