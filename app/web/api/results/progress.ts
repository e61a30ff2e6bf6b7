import { z } from "zod";
import { EXPLOITATION_KINDS, IP_KINDS } from "#app/domain/results/exploitation.ts";
import { OFFICE_EVENTS } from "#app/domain/results/profile/right.ts";
import { MEASURES } from "#app/domain/results/reports/localisation.ts";
import { REPORT_VERDICTS } from "#app/domain/results/reports/report.ts";
import { REVENUE_BANDS } from "#app/domain/results/reports/revenue.ts";
import { RESULT_STAGES } from "#app/domain/results/stage.ts";
import { day, house, instant, ppm, texts, trl, vnd } from "#app/web/api/fields.ts";

const band = z
  .enum(REVENUE_BANDS)
  .meta({ id: "RevenueBand", description: "of gross revenue in đồng, the lower bound included; derived" });
const kept = vnd.nullable().meta({ description: "null where the host keeps the exact sums, or nothing was given" });
const period = { from: day, to: day.meta({ description: "half-open: the first day that is no longer of the period" }) };

const revenue = z.object({ ...period, band, grossVnd: kept, costVnd: kept, profitAfterTaxVnd: kept });

const share = ppm.nullable().meta({ description: "null where it is not defined" });
const localisation = z.object({
  ...period,
  valueAddedPpm: share,
  costSharePpm: share,
  coreTechPpm: share,
  domesticDemandPpm: share,
  ...{ priceVnd: kept, domesticValueAddedVnd: kept, costVnd: kept, domesticCostVnd: kept },
});

const measure = z.object({
  measure: z.enum(MEASURES),
  ppm: share,
  minimumPpm: ppm.nullable().meta({ description: "the threshold in force today; see /catalogue/parameters" }),
  isMet: z.boolean().nullable(),
});

const right = z.object({
  right: z.enum(IP_KINDS),
  office: z.string(),
  applicationNo: z.string(),
  expiresOn: day.nullable().meta({ description: "where its term is new" }),
});

const said = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("READINESS"), level: trl, onDate: day }),
  z.object({
    kind: z.literal("ACT"),
    act: z.enum(EXPLOITATION_KINDS),
    onDate: day,
    counterparty: z.string(),
    territory: z.string(),
    revenueVnd: vnd.nullable(),
  }),
  revenue.extend({ kind: z.literal("REVENUE") }),
  localisation.extend({ kind: z.literal("LOCALISATION") }),
  right.extend({
    ...{ kind: z.literal("RIGHT"), onDate: day.meta({ description: "the day of filing" }) },
    disclosedOn: day.nullable().meta({ description: "shown to the public before its filing" }),
    owners: z.array(z.object({ name: z.string(), ppm, organisationId: z.uuid().nullable() })),
  }),
  right.extend({ kind: z.literal("RIGHT_EVENT"), event: z.enum(OFFICE_EVENTS), onDate: day, reference: z.string() }),
]);

const verdict = z.object({
  outcome: z.enum(REPORT_VERDICTS),
  note: z.string(),
  at: instant,
  by: z.object({ id: z.uuid(), names: texts, house }),
});

const document = z.object({ name: z.string(), mediaType: z.string(), sizeBytes: z.int().min(1), url: z.url() });

/** How a published result fares: what was verified, and everything that its host reported since. */
export const progress = z.object({
  stages: z
    .array(
      z.object({
        from: z.enum(RESULT_STAGES).nullable(),
        to: z.enum(RESULT_STAGES),
        onDate: day,
        at: instant.meta({ description: "when it was told" }),
        evidence: z.string(),
        reason: z.string().nullable(),
        post: z.string(),
        report: z.int().nullable().meta({ description: "the report that moved it" }),
        recordEntry: z.int(),
      }),
    )
    .meta({ description: "the steps on the way to the market, oldest first" }),
  revenueBand: band.nullable().meta({ description: "of all verified periods; null where none is verified" }),
  growingPeriods: z.int().min(0).meta({ description: "verified periods in a row, up to the newest, that grew" }),
  revenue: z.array(revenue.extend({ evidence: z.string() })).meta({ description: "verified periods" }),
  localisation: z
    .array(localisation.extend({ evidence: z.string(), measures: z.array(measure) }))
    .meta({ description: "verified observations" }),
  reports: z
    .array(
      z.object({
        number: z.int(),
        reportedAt: instant,
        evidence: z.string(),
        reason: z.string().nullable(),
        said,
        files: z
          .array(z.object({ sha256: z.string(), shown: document.nullable() }))
          .meta({ description: "documents that show it; shown is null where they are not public" }),
        verdict: verdict.nullable().meta({ description: "null: the host's word alone, which counts for nothing yet" }),
      }),
    )
    .meta({ description: "what the host reported since the publication, beside what an officer found" }),
});
