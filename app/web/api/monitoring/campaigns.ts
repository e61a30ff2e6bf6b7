import { z } from "zod";
import { COMPLETIONS, EARLY_RESULTS, POTENTIALS } from "#app/domain/monitoring/assessments/assessment.ts";
import { CAMPAIGN_STATES, METHOD_TEMPLATES, MONITORED_TYPES } from "#app/domain/monitoring/campaigns/campaign.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { codeOf, day, house, instant, limit, listOf, place, several, sha256, texts } from "#app/web/api/fields.ts";
import type { Operation } from "#app/web/api/operation.ts";

/** A body of the Front, or one that is monitored. */
export const openBody = z
  .object({ code: z.string().meta({ description: "scheme and identifier" }), name: texts, house })
  .meta({ id: "MonitoringBody" });

const count = z.int().min(0);
const language = z.enum(LANGUAGES);

const told = {
  code: z.string().meta({ example: "DG-2026-0003" }),
  state: z.enum(CAMPAIGN_STATES),
  title: texts,
  question: texts,
  owner: openBody.meta({ description: "the body of the Front that has it" }),
  startsOn: day,
  endsOn: day.meta({ description: "the last day of the field work" }),
  subjectTypes: z.array(z.enum(MONITORED_TYPES)),
  drawn: count.meta({ description: "subjects drawn into its samples" }),
  publishedAt: instant.nullable().meta({ description: "null until its findings are public" }),
};

/** The campaigns of the Front. */
export const listCampaigns = {
  method: "get",
  path: "/monitoring/campaigns",
  id: "listCampaigns",
  tag: "Monitoring",
  summary: "The approved monitoring campaigns, the newest first",
  query: z.strictObject({
    state: several(CAMPAIGN_STATES),
    owner: several().meta({ description: "bodies of the Front by their code" }),
    subjectType: several(MONITORED_TYPES),
    limit,
    cursor: place(z.tuple([day, z.string()])),
  }),
  answer: listOf(
    z
      .object({
        ...told,
        findings: count.meta({ description: "published ones" }),
        recommendations: count.meta({ description: "published ones" }),
      })
      .meta({ id: "CampaignSummary" }),
  ),
} satisfies Operation;

const assessment = z.object({
  subject: z.object({ type: z.enum(MONITORED_TYPES), code: z.string(), key: z.string() }),
  body: z.string().nullable().meta({ description: "name of the body that answers for it" }),
  selfReported: z
    .object({ completion: z.enum(COMPLETIONS), text: z.string(), source: z.string(), on: day })
    .nullable()
    .meta({ description: "what the body says of itself; null where it says nothing" }),
  verified: z.object({
    verifiable: z.boolean(),
    potential: z.enum(POTENTIALS),
    completion: z.enum(COMPLETIONS),
    earlyResults: z.enum(EARLY_RESULTS),
    at: instant,
  }),
  gap: z
    .int()
    .nullable()
    .meta({ description: "levels of completion reported beyond (positive) or below what was verified" }),
  explanation: z
    .object({ text: z.string(), language, post: z.string(), at: instant })
    .nullable()
    .meta({ description: "what the body says of a gap of two levels or more" }),
});

/** One campaign. */
export const readCampaign = {
  method: "get",
  path: "/monitoring/campaigns/{code}",
  id: "readCampaign",
  tag: "Monitoring",
  summary:
    "An approved campaign: its plan, samples with their seeds, steps, and from its publication on its assessments",
  params: codeOf("DG"),
  answer: z
    .object({
      ...told,
      scope: texts,
      legalBasis: z.string(),
      method: z.enum(METHOD_TEMPLATES),
      approval: z.object({ number: z.string(), on: day }).nullable(),
      team: z
        .array(z.object({ post: z.string(), declaration: z.string(), declaredAt: instant, leftAt: instant.nullable() }))
        .meta({ description: "by their posts, with what each declared of their independence" }),
      samples: z.array(
        z.object({
          number: z.int(),
          subjectType: z.enum(MONITORED_TYPES),
          populationSize: count,
          populationSha256: sha256,
          frozenAt: instant,
          method: z.enum(["SIMPLE", "STRATIFIED", "SYSTEMATIC"]).nullable(),
          stratumBy: z.enum(["PROVINCE", "HOUSE"]).nullable(),
          size: z.int().nullable(),
          seed: z.string().nullable(),
          drawnAt: instant.nullable(),
        }),
      ),
      steps: z.array(z.object({ to: z.enum(CAMPAIGN_STATES), note: z.string(), post: z.string(), at: instant })),
      assessments: z.array(assessment),
      findings: z.array(z.string()).meta({ description: "codes of the published ones" }),
      recommendations: z.array(z.string()).meta({ description: "codes of the published ones" }),
    })
    .meta({ id: "Campaign" }),
} satisfies Operation;
