import { z } from "zod";
import { GUIDANCE_KINDS } from "#app/domain/catalogue/catalogue.ts";
import { asOf, confidence, day, names } from "#app/web/api/fields.ts";
import type { Operation } from "#app/web/api/operation.ts";

const guidance = z
  .object({ legalRef: z.string(), status: z.string(), source: z.string(), confidence })
  .meta({ id: "Guidance" });

const product = z
  .object({
    code: z.string().meta({ example: "21-S02" }),
    number: z.int().min(1),
    names,
    group: z.object({ code: z.string(), position: z.int(), names, confidence }),
    groupConfidence: confidence.meta({ description: "how sure it is that the product belongs to its group" }),
    marketGroup: z
      .int()
      .nullable()
      .meta({ description: "1: the market exists; 2: new growth; null in the former edition" }),
    confidence,
    evidence: z.string().nullable(),
    guidance: z.record(z.enum(GUIDANCE_KINDS), z.array(guidance)),
    gaps: z.array(z.enum(GUIDANCE_KINDS)).meta({ description: "what the product still lacks" }),
  })
  .meta({ id: "StrategicProduct" });

/** The strategic catalogue in force on a day. */
export const readProducts = {
  method: "get",
  path: "/catalogue/products",
  id: "readProducts",
  tag: "Catalogue",
  summary: "The strategic products in force on a day, with what each still lacks",
  query: z.strictObject({ asOf }),
  answer: z.object({
    asOf: day,
    edition: z.object({
      code: z.string(),
      instrument: z.string(),
      issuedOn: day,
      validFrom: day,
      validTo: day.nullable().meta({ description: "first day on which it is no longer in force" }),
      source: z.string(),
      confidence,
      confidenceNote: z.string(),
    }),
    items: z.array(product),
  }),
  problems: { 404: "NO_CATALOGUE_IN_FORCE: no edition was in force that day" },
} satisfies Operation;
