import { z } from "zod";
import { LISTED_STATES } from "#app/domain/initiatives/challenges/challenge.ts";
import { INITIATIVE_STATES } from "#app/domain/initiatives/initiative.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { codeOf, day, house, instant, limit, listOf, place, several, texts, vnd } from "#app/web/api/fields.ts";
import { turn } from "#app/web/api/initiatives/turn.ts";
import type { Operation } from "#app/web/api/operation.ts";

const state = z.enum(LISTED_STATES);
const language = z.enum(LANGUAGES);
const owner = z.object({ code: z.string(), name: z.string(), house }).meta({ description: "the body that poses it" });

const told = {
  code: z.string().meta({ example: "BT-2026-0003" }),
  state,
  body: owner,
  language: language.meta({ description: "of problem and criteria" }),
  title: texts,
  productCodes: z.array(z.string()),
  budgetCeilingVnd: vnd.nullable(),
  opensOn: day.meta({ description: "the first day on which it can be answered" }),
  closesOn: day.meta({ description: "the first day on which it cannot be answered any more" }),
  publishedAt: instant,
  answeredBy: z.string().nullable().meta({ description: "the accepted initiative that answers it" }),
};

const summary = z
  .object({
    ...told,
    problem: z.string().meta({ description: "how it begins, 400 characters at most" }),
    answers: z.int().min(0).meta({ description: "submitted initiatives that are written for it" }),
  })
  .meta({ id: "ChallengeSummary" });

/** The published challenges. */
export const listChallenges = {
  method: "get",
  path: "/challenges",
  id: "listChallenges",
  tag: "Challenges",
  summary: "The published challenges, the newest first",
  query: z.strictObject({
    state: several(LISTED_STATES),
    product: several(),
    body: several().meta({ description: "owners by their code" }),
    unanswered: z
      .literal("true")
      .optional()
      .meta({ description: "only what closed without an answer, or is long open without an initiative" }),
    limit,
    cursor: place(z.tuple([instant, z.string()])),
  }),
  answer: listOf(summary),
} satisfies Operation;

const whole = z
  .object({
    ...told,
    problem: z.string(),
    criteria: z.string().meta({ description: "what a solution must show" }),
    endedAt: instant.nullable(),
    statement: z
      .object({ text: z.string(), language, at: instant })
      .nullable()
      .meta({ description: "what its owner says of the answers, or of why there is none" }),
    turn: turn.nullable(),
    answers: z
      .array(
        z.object({
          code: z.string(),
          state: z.enum(INITIATIVE_STATES),
          title: texts.nullable().meta({ description: "null until it is public" }),
          submittedAt: instant,
        }),
      )
      .meta({ description: "the submitted initiatives that are written for it" }),
  })
  .meta({ id: "Challenge" });

const tombstone = z
  .object({
    code: z.string(),
    state: z.literal("WITHDRAWN"),
    body: owner,
    publishedAt: instant,
    endedAt: instant,
    reason: z.string(),
  })
  .meta({ id: "WithdrawnChallenge", description: "what is left of a published challenge that was taken back" });

/** One published challenge, or what is left of a withdrawn one. */
export const readChallenge = {
  method: "get",
  path: "/challenges/{code}",
  id: "readChallenge",
  tag: "Challenges",
  summary: "A challenge with what a solution must show, the initiatives that answer it and what its owner says of them",
  params: codeOf("BT"),
  answer: z.union([whole, tombstone]),
} satisfies Operation;
