import { z } from "zod";
import { RISK_CATEGORIES, RISK_OUTCOMES } from "#app/domain/partnerships/risks/risk.ts";
import { codeOf, day, house, instant, ppm, vnd } from "#app/web/api/fields.ts";
import type { Operation } from "#app/web/api/operation.ts";

const party = z.string().meta({ description: "the organisation's identifier", example: "VN-TIN-0101234567" });

const version = z.object({
  version: z.int().min(1),
  title: z.string(),
  probabilityPpm: ppm,
  impactVnd: vnd.meta({ description: "the loss where it occurs" }),
  mitigation: z.string(),
  reviewOn: day,
  reason: z.string(),
  recordedAt: instant,
  allocation: z
    .array(z.object({ party, house, ppm }))
    .meta({ description: "who bears it, in the order of parties; sums to 1 000 000" }),
});

const risk = z
  .object({
    number: z.int().min(1),
    category: z.enum(RISK_CATEGORIES),
    party: party.meta({ description: "who watches it" }),
    house,
    reviewOn: day.meta({ description: "when it is looked at again" }),
    outcome: z.enum(RISK_OUTCOMES).nullable().meta({ description: "null while it is open" }),
    closeNote: z.string().nullable(),
    closedAt: instant.nullable(),
    withheld: z.boolean().meta({ description: "the members keep among themselves what they think of it" }),
    versions: z.array(version).meta({ description: "what the members thought of it, the newest first" }),
  })
  .meta({ id: "Risk" });

/** The risk register of a partnership as everybody may read it. */
export const readRisks = {
  method: "get",
  path: "/partnerships/{code}/risks",
  id: "readRisks",
  tag: "Partnerships",
  summary: "The risk register of a partnership, every assessment of each risk that its members publish",
  params: codeOf("DA"),
  answer: z.object({ risks: z.array(risk).meta({ description: "by number" }) }).meta({ id: "RiskRegister" }),
} satisfies Operation;
