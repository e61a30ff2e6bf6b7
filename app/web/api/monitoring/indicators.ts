import { z } from "zod";
import { AGE_ENDS } from "#app/domain/monitoring/indicators/indicators.ts";
import { day, house, ppm, texts } from "#app/web/api/fields.ts";
import type { Operation } from "#app/web/api/operation.ts";

const count = z.int().min(0);

const rate = z
  .object({ count, of: count, ppm: ppm.nullable().meta({ description: "null of nothing" }) })
  .meta({ id: "Rate", description: "so many of so many" });

const indicators = z
  .object({
    selfHigh: rate.meta({
      description: "reported SUBSTANTIAL or COMPLETE, of the subjects on which their bodies report",
    }),
    verifiedHigh: rate.meta({ description: "verified SUBSTANTIAL or COMPLETE, of the subjects assessed" }),
    gap: z
      .object({ of: count, ppm: z.int().min(-1_000_000).max(1_000_000).nullable() })
      .meta({ description: "reported COMPLETE minus verified COMPLETE, over the same subjects" }),
    implemented: rate.meta({ description: "closed as implemented, of the published recommendations" }),
    closed: rate.meta({ description: "closed, implemented or not, of the published recommendations" }),
    answered: rate.meta({ description: "with an answer, of the published recommendations" }),
    overdue: rate.meta({ description: "past their due day, of the open recommendations" }),
    medianDays: count
      .nullable()
      .meta({ description: "median days from publication to the first answer; null without any" }),
    ages: z.array(count).meta({
      description: `open recommendations by days since publication: up to ${AGE_ENDS.join(", up to ")}, more`,
    }),
  })
  .meta({ id: "MonitoringIndicators" });

/** What the published campaigns of the Front amount to. */
export const readMonitoringIndicators = {
  method: "get",
  path: "/monitoring/indicators",
  id: "readMonitoringIndicators",
  tag: "Monitoring",
  summary: "Indicators of the published monitoring campaigns, of all and by body, by name: make no ranking below n = 5",
  query: z.strictObject({}),
  answer: z.object({
    asOf: day,
    all: indicators,
    bodies: z.array(z.object({ body: z.object({ code: z.string(), name: texts, house }), indicators })),
  }),
} satisfies Operation;
