import { z } from "zod";
import { PUBLIC_STATES } from "#app/domain/initiatives/file-view.ts";
import { INITIATIVE_STATES, TRACKS } from "#app/domain/initiatives/initiative.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import {
  codeOf,
  day,
  house,
  instant,
  limit,
  listOf,
  place,
  several,
  sha256,
  texts,
  trl,
  vnd,
} from "#app/web/api/fields.ts";
import { turn } from "#app/web/api/initiatives/turn.ts";
import type { Operation } from "#app/web/api/operation.ts";

const state = z.enum(INITIATIVE_STATES);
const track = z.enum(TRACKS);

const summary = z
  .object({
    code: z.string(),
    state,
    track,
    title: texts.nullable().meta({ description: "null until it is public" }),
    abstract: texts.nullable(),
    trl: trl.nullable(),
    fordCode: z.string().nullable(),
    provinceCode: z.string().nullable(),
    productCodes: z.array(z.string()),
    submittedOn: day,
    decidedOn: day.nullable(),
    publicOn: day.nullable().meta({ description: "from when on everybody reads its public parts" }),
    supports: z.int().nullable().meta({ description: "how many members support it; null until it is public" }),
    turn: turn.nullable(),
  })
  .meta({ id: "InitiativeSummary" });

/** The submitted initiatives. */
export const listInitiatives = {
  method: "get",
  path: "/initiatives",
  id: "listInitiatives",
  tag: "Initiatives",
  summary: "The submitted initiatives, the newest first, with whose turn it is",
  query: z.strictObject({
    state: several(PUBLIC_STATES),
    track: several(TRACKS),
    field: several(),
    province: several(),
    product: several(),
    limit,
    cursor: place(z.tuple([instant, z.string()])),
  }),
  answer: listOf(summary),
} satisfies Operation;

const step = z.object({
  fromState: state.nullable(),
  toState: state,
  on: day,
  role: z.string(),
  body: z.object({ name: z.string(), house }).nullable(),
  entryNo: z.int().nullable().meta({ description: "where it stands in the public record" }),
});

const decision = z.object({
  kind: z.enum(["ACCEPTED", "REJECTED", "RETURNED"]),
  reason: z.string(),
  language: z.enum(LANGUAGES),
  legalRef: z.string().nullable(),
  version: z.int().meta({ description: "number of the submitted version that was decided" }),
  decidedAt: instant,
  body: z.object({ name: z.string(), house }),
});

/** One submitted initiative. */
export const readInitiative = {
  method: "get",
  path: "/initiatives/{code}",
  id: "readInitiative",
  tag: "Initiatives",
  summary:
    "An initiative: its way so far, whose turn it is, once it is public its summary, and once it is decided the decision and its reason",
  params: codeOf("SK"),
  answer: z
    .object({
      code: z.string(),
      state,
      track,
      submittedOn: day.nullable(),
      decidedOn: day.nullable(),
      publicOn: day.nullable(),
      voice: z
        .object({ supports: z.int(), for: z.int(), against: z.int(), questions: z.int(), unanswered: z.int() })
        .nullable()
        .meta({ description: "how many members support it and speak of it; null until it is public" }),
      turn: turn.nullable(),
      content: z
        .object({
          language: z.enum(LANGUAGES),
          title: texts,
          abstract: texts,
          trl: trl.nullable(),
          fordCode: z.string().nullable(),
          provinceCode: z.string().nullable(),
          productCodes: z.array(z.string()),
          requestedFundingVnd: vnd.nullable(),
          durationMonths: z.int().nullable(),
          organisation: z.object({ name: z.string(), house }).nullable(),
        })
        .nullable()
        .meta({ description: "null until it is public" }),
      decisions: z.array(decision),
      steps: z.array(step),
      versions: z.array(z.object({ number: z.int(), sha256, submittedAt: instant })),
    })
    .meta({ id: "Initiative" }),
} satisfies Operation;
