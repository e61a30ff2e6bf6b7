import { z } from "zod";
import { ADDRESSEES, STANCES } from "#app/domain/initiatives/voice/comment.ts";
import { CLOCK_STATES } from "#app/domain/obligations/obligation.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { codeOf, day, house, instant, limit, listOf, place } from "#app/web/api/fields.ts";
import type { Operation } from "#app/web/api/operation.ts";

const language = z.enum(LANGUAGES);

const tombstone = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("WITHDRAWN"), at: instant }),
    z.object({
      kind: z.literal("HIDDEN"),
      ground: z.string(),
      reason: z.string(),
      language,
      body: z.string().nullable(),
      post: z.string(),
      at: instant,
      appeal: z.enum(["OPEN", "UPHELD"]).nullable(),
    }),
  ])
  .meta({ id: "Tombstone", description: "what is left of a comment that was taken back, or hidden with its reason" });

const comment = z
  .object({
    code: z.string(),
    stance: z.enum(STANCES),
    addressee: z.enum(ADDRESSEES).nullable(),
    version: z.int().meta({ description: "number of the version of which it speaks" }),
    at: instant,
    language,
    name: z.string().nullable().meta({ description: "who wrote it; null behind a tombstone" }),
    text: z.string().nullable(),
    tombstone: tombstone.nullable(),
    answer: z
      .object({
        text: z.string(),
        language,
        at: instant,
        body: z.string().nullable().meta({ description: "null where the authors answer" }),
        house: house.nullable(),
      })
      .nullable(),
    clock: z
      .object({
        debtor: z.object({ role: z.string(), house, name: z.string().nullable() }),
        dueOn: day,
        state: z.enum(CLOCK_STATES),
        days: z.int().min(0),
      })
      .nullable()
      .meta({ description: "of a question: who owes the answer, by when" }),
  })
  .meta({ id: "Comment" });

/** What is said of one public initiative. */
export const listComments = {
  method: "get",
  path: "/initiatives/{code}/comments",
  id: "listComments",
  tag: "Initiatives",
  summary: "What members say of a public initiative, the newest first, with the answers to questions",
  params: codeOf("SK"),
  query: z.strictObject({
    stance: z.enum(STANCES).optional(),
    limit,
    cursor: place(z.tuple([instant, z.string()])),
  }),
  answer: listOf(comment),
} satisfies Operation;
