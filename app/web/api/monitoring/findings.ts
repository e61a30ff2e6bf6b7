import { z } from "zod";
import { GRADES } from "#app/domain/monitoring/assessments/assessment.ts";
import { MONITORED_TYPES } from "#app/domain/monitoring/campaigns/campaign.ts";
import { findingSchema } from "#app/domain/monitoring/findings/finding.schema.ts";
import { SEVERITIES } from "#app/domain/monitoring/findings/finding.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { line } from "#app/platform/typed.ts";
import { codeOf, day, instant, limit, listOf, place, several } from "#app/web/api/fields.ts";
import type { Operation } from "#app/web/api/operation.ts";
import { openBody } from "./campaigns.ts";

const language = z.enum(LANGUAGES);
const signed = { language, post: z.string(), at: instant };

/** What is monitored; null where something is about the whole campaign. */
export const subject = z.object({ type: z.enum(MONITORED_TYPES), code: z.string() }).nullable();

export const openEvidence = z.array(
  z.object({
    title: z.string(),
    reference: z.string(),
    grade: z.enum(GRADES).meta({
      description: "A: anybody can check it; B: a document of the body itself; C: what somebody said",
    }),
  }),
);

const told = {
  code: z.string().meta({ example: "PH-2026-0012" }),
  campaign: z.string(),
  owner: openBody.meta({ description: "the body of the Front that found it" }),
  title: z.string(),
  language,
  severity: z.enum(SEVERITIES),
  subject,
  publishedAt: instant,
  recommendations: z.array(z.string()).meta({ description: "codes" }),
  addressees: z.array(openBody),
};

/** The published findings. */
export const listFindings = {
  method: "get",
  path: "/monitoring/findings",
  id: "listFindings",
  tag: "Monitoring",
  summary: "The published findings, the newest first",
  query: z.strictObject({
    campaign: several(),
    severity: several(SEVERITIES),
    subject: several().meta({ description: "what is monitored, by its code" }),
    addressee: several().meta({ description: "bodies that something is recommended to, by their code" }),
    owner: several().meta({ description: "bodies of the Front by their code" }),
    limit,
    cursor: place(z.tuple([instant, z.string()])),
  }),
  answer: listOf(z.object({ ...told, condition: z.string(), errata: z.int().min(0) }).meta({ id: "FindingSummary" })),
} satisfies Operation;

/** One published finding. */
export const readFinding = {
  method: "get",
  path: "/monitoring/findings/{code}",
  id: "readFinding",
  tag: "Monitoring",
  summary: "A published finding: its four elements, evidence, errata, and what its bodies said of the facts",
  params: codeOf("PH"),
  answer: z
    .object({
      ...told,
      criteria: z.string(),
      condition: z.string(),
      cause: z.string(),
      effect: z.string(),
      evidence: openEvidence,
      errata: z.array(z.object({ ...signed, text: z.string() })),
      checks: z
        .array(
          z.object({
            body: openBody,
            dueOn: day,
            comment: z.object({ ...signed, correct: z.boolean(), text: z.string() }).nullable(),
            answer: z.object({ ...signed, accepted: z.boolean(), reason: z.string() }).nullable(),
          }),
        )
        .meta({ description: "of the factual check before the publication" }),
    })
    .meta({ id: "Finding" }),
} satisfies Operation;

/** A draft as its form has it, and the campaign that it is written for. */
const draftBody = findingSchema.extend({ campaign: line({ min: 1, max: 20 }) }).strict();

/** Writes a finding. */
export const writeFinding = {
  method: "post",
  path: "/monitoring/findings",
  id: "writeFinding",
  tag: "Monitoring",
  summary: "Writes a draft of a finding, as somebody of the campaign’s team does by the form",
  description:
    "Until the publication of its campaign the draft is for the Front alone. `unitId` is the sampled subject, empty for the whole campaign. Refusals are those of the form; who is no monitor leaves a security event.",
  scope: "findings:write",
  body: draftBody,
  answer: z.object({ code: z.string(), page: z.string() }).meta({ id: "WrittenFinding" }),
  problems: { 409: "refused by a rule: `code` names it" },
} satisfies Operation;
