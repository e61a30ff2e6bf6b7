import { z } from "zod";
import { HOUSES } from "#app/domain/accounts/actor.ts";
import { CALL_KINDS, CALL_NEEDS, LISTED_CALL_STATES } from "#app/domain/partnerships/calls/call.ts";
import { codeOf, day, house, instant, limit, listOf, place, several, texts, trl, vnd } from "#app/web/api/fields.ts";
import type { Operation } from "#app/web/api/operation.ts";

const kind = z.enum(CALL_KINDS).meta({
  description:
    "CALL looks for something in partners, OFFER brings it; RESULT_OFFER brings a published result to the market, NEED looks for one",
});
const body = z
  .object({ code: z.string(), name: texts, house })
  .meta({ description: "the organisation that publishes it" });

const told = {
  code: z.string().meta({ example: "HT-2026-0003" }),
  kind,
  state: z.enum(LISTED_CALL_STATES),
  body,
  title: texts,
  needs: z.array(z.enum(CALL_NEEDS)).meta({ description: "what is sought or offered" }),
  productCodes: z.array(z.string()),
  trlFrom: trl.nullable(),
  trlTo: trl.nullable(),
  provinceCodes: z.array(z.string()).meta({ description: "empty where it may be anywhere" }),
  fordCode: z.string().nullable().meta({ description: "field of science, of offers of results and needs" }),
  amountVnd: vnd.nullable().meta({ description: "capital sought or offered" }),
  opensOn: day.meta({ description: "the first day on which interest can be expressed" }),
  closesOn: day.meta({ description: "the first day on which it cannot any more" }),
  publishedAt: instant,
  interests: z
    .int()
    .min(0)
    .meta({ description: "organisations that expressed interest; who they are is for the two sides alone" }),
  missing: z.array(house).meta({ description: "houses that the partnership behind it lacks" }),
};

const summary = z
  .object({ ...told, text: texts.meta({ description: "how it begins, 400 characters at most" }) })
  .meta({ id: "CallSummary" });

/** The published calls and offers. */
export const listCalls = {
  method: "get",
  path: "/calls",
  id: "listCalls",
  tag: "Calls",
  summary: "The published calls and offers, those that take interests first, then the newest",
  query: z.strictObject({
    kind: several(CALL_KINDS),
    need: several(CALL_NEEDS),
    state: several(LISTED_CALL_STATES),
    product: several(),
    house: several(HOUSES),
    province: several(),
    body: several().meta({ description: "organisations by their code" }),
    open: z.literal("true").optional().meta({ description: "only what takes interests today or later" }),
    limit,
    cursor: place(z.tuple([z.int().min(0).max(1), instant, z.string()])),
  }),
  answer: listOf(summary),
} satisfies Operation;

const whole = z
  .object({
    ...told,
    text: texts,
    words: z.string().meta({ description: "what is sought or offered, in free words" }),
    endedAt: instant.nullable(),
    endReason: z.string().nullable(),
    partnership: z.string().nullable().meta({ description: "the partnership that looks for a house by it" }),
    origin: z
      .object({ type: z.enum(["INITIATIVE", "RESULT"]), code: z.string(), title: texts.nullable() })
      .nullable()
      .meta({ description: "what it comes from; the title while that is public" }),
  })
  .meta({ id: "Call" });

const tombstone = z
  .object({
    code: z.string(),
    kind,
    state: z.literal("WITHDRAWN"),
    body,
    publishedAt: instant,
    endedAt: instant,
    reason: z.string(),
  })
  .meta({ id: "WithdrawnCall", description: "what is left of a published call or offer that was taken back" });

/** One published call or offer, or what is left of a withdrawn one. */
export const readCall = {
  method: "get",
  path: "/calls/{code}",
  id: "readCall",
  tag: "Calls",
  summary: "A call or an offer, whole",
  params: codeOf("HT"),
  answer: z.union([whole, tombstone]),
} satisfies Operation;
