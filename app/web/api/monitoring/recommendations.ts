import { z } from "zod";
import {
  ACCEPTANCES,
  CRITICALITIES,
  PROGRESSES,
  STATUSES,
} from "#app/domain/monitoring/recommendations/recommendation.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { codeOf, day, instant, limit, listOf, place, several } from "#app/web/api/fields.ts";
import type { Operation } from "#app/web/api/operation.ts";
import { openBody } from "./campaigns.ts";
import { openEvidence, subject } from "./findings.ts";

const language = z.enum(LANGUAGES);
const signed = { language, post: z.string(), at: instant };

const told = {
  code: z.string().meta({ example: "KN-2026-0007" }),
  campaign: z.string(),
  owner: openBody.meta({ description: "the body of the Front that recommends it" }),
  finding: z.object({ code: z.string(), title: z.string(), language }),
  subject,
  text: z.string(),
  language,
  addressee: openBody,
  criticality: z.enum(CRITICALITIES),
  priority: z.boolean(),
  issuedAt: instant,
  dueOn: day,
  overdue: z.boolean().meta({ description: "open, and its due day is over" }),
  status: z.enum(STATUSES).meta({ description: "the Front’s word alone" }),
  progress: z.enum(PROGRESSES).meta({ description: "the addressee’s word alone" }),
  answerDueOn: day.nullable(),
  answeredOn: day.nullable().meta({ description: "the day of the first answer" }),
  escalatedAt: instant.nullable().meta({ description: "since when a missing answer is before the steering body" }),
};

const yesOrNo = z
  .enum(["true", "false"])
  .optional()
  .transform((given) => (given === undefined ? null : given === "true"));

/** The published recommendations. */
export const listRecommendations = {
  method: "get",
  path: "/monitoring/recommendations",
  id: "listRecommendations",
  tag: "Monitoring",
  summary: "The published recommendations, the newest first",
  query: z.strictObject({
    campaign: several(),
    finding: several(),
    addressee: several().meta({ description: "bodies by their code" }),
    owner: several().meta({ description: "bodies of the Front by their code" }),
    subject: several().meta({ description: "what is monitored, by its code" }),
    status: several(STATUSES),
    progress: several(PROGRESSES),
    criticality: several(CRITICALITIES),
    overdue: yesOrNo,
    answered: yesOrNo,
    priority: yesOrNo,
    limit,
    cursor: place(z.tuple([instant, z.string()])),
  }),
  answer: listOf(z.object(told).meta({ id: "RecommendationSummary" })),
} satisfies Operation;

/** One published recommendation. */
export const readRecommendation = {
  method: "get",
  path: "/monitoring/recommendations/{code}",
  id: "readRecommendation",
  tag: "Monitoring",
  summary: "A published recommendation with its answers, the addressee’s progress and the Front’s follow-ups",
  params: codeOf("KN"),
  answer: z
    .object({
      ...told,
      responses: z.array(
        z.object({
          ...signed,
          acceptance: z.enum(ACCEPTANCES),
          reason: z.string(),
          plan: z.string(),
          targetOn: day.nullable(),
        }),
      ),
      steps: z.array(z.object({ ...signed, progress: z.enum(PROGRESSES), note: z.string() })),
      followUps: z.array(
        z.object({
          ...signed,
          onDay: day,
          note: z.string(),
          evidence: openEvidence,
          verdict: z.enum(STATUSES),
        }),
      ),
    })
    .meta({ id: "Recommendation" }),
} satisfies Operation;
