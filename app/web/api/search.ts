import { z } from "zod";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { cursor, day, house, instant, limit, texts, trl } from "#app/web/api/fields.ts";
import type { Operation } from "#app/web/api/operation.ts";
import { SEARCH_HOUSES, SEARCH_TYPES } from "#search/document.ts";
import { FACET_VALUE } from "#search/facets.ts";
import { MOST_COUNTED, SORTS } from "#search/port.ts";

const KINDS = SEARCH_TYPES;

/** A key that may be given several times: then any of its values. */
function several<Item extends z.ZodType<unknown, string>>(item: Item) {
  return z
    .union([item.transform((one) => [one]), z.array(item).max(50)])
    .default([])
    .meta({ override: { type: "array", items: { type: "string" } } });
}

const codes = several(z.string().regex(FACET_VALUE, "is no code"));
const level = z
  .string()
  .regex(/^[1-9]$/, "is a readiness level from 1 to 9")
  .transform(Number)
  .optional()
  .meta({ override: { type: "integer", minimum: 1, maximum: 9 } });

function counts<Value extends z.ZodType>(value: Value) {
  return z.array(z.object({ value, count: z.int().min(1) }));
}

const hit = z
  .object({
    type: z.enum(KINDS),
    code: z.string().meta({ example: "KQ-2026-0211" }),
    title: z.string(),
    titleLang: z.enum(LANGUAGES),
    snippet: z.string().nullable().meta({ description: "plain text, matches between U+0002 and U+0003, never HTML" }),
    snippetLang: z.enum(LANGUAGES).nullable(),
    url: z.url(),
    parties: z.array(z.object({ name: texts, house })),
    trl: trl.nullable(),
    stage: z.string().nullable(),
    commercialised: z.boolean().nullable(),
    stale: z.boolean().meta({ description: "a result of which nobody has said for long that it still holds" }),
    groups: z.array(z.string()).meta({ description: "technology groups of the catalogue in force" }),
    products: z.array(z.string()).meta({ description: "under both catalogues" }),
    provinces: z.array(z.string()),
    publishedAt: instant,
    updatedAt: instant,
  })
  .meta({ id: "SearchHit" });

/** Everything public in one search. */
export const searchAll = {
  method: "get",
  path: "/search",
  id: "search",
  tag: "Search",
  summary:
    "Initiatives, partnerships, results, challenges, calls and findings by what people type, in any of three languages",
  description:
    "Tones, marks and single typing errors are forgiven; exact tones come first. A key given several times is OR, " +
    "different keys are AND. Facets count under every filter but their own.",
  query: z
    .strictObject({
      q: z.string().max(1_000).default("").meta({ description: 'words, "phrases", -exclusions, codes' }),
      type: several(z.enum([...KINDS, "call"]).transform((kind) => (kind === "call" ? "need" : kind))).meta({
        description: "`call` is understood as `need`, its name since",
      }),
      group: codes,
      product: codes,
      trlMin: level,
      trlMax: level,
      province: codes,
      house: several(z.enum(SEARCH_HOUSES)),
      stage: codes,
      commercialised: several(z.enum(["true", "false"])),
      ip: codes.meta({ description: "state of a right in a result" }),
      need: codes.meta({ description: "what a call seeks or an offer offers" }),
      year: codes.meta({ description: "of publication, in Vietnam" }),
      from: day.optional().meta({ description: "the first day of publication, in Vietnam" }),
      to: day.optional().meta({ description: "the last day of publication, in Vietnam" }),
      lang: z.enum(LANGUAGES).default("vi").meta({ description: "preferred for title and snippet; filters nothing" }),
      sort: z.enum(SORTS).default("relevance"),
      limit,
      cursor: cursor(z.tuple([z.int().min(0).max(MOST_COUNTED)])),
    })
    .refine(({ trlMin, trlMax }) => (trlMin ?? 1) <= (trlMax ?? 9), {
      path: ["trlMax"],
      message: "is not below trlMin",
    })
    .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
      path: ["to"],
      message: "is not before from",
    }),
  answer: z.object({
    engine: z.enum(["meilisearch", "postgres"]),
    degraded: z.boolean().meta({ description: "the engine that should have answered did not" }),
    total: z.int().min(0).max(MOST_COUNTED),
    totalIsLowerBound: z.literal(true).optional().meta({ description: "there are more than are counted" }),
    corrected: z.string().optional().meta({ description: "nothing fitted q: these are the hits of this spelling" }),
    relaxed: z.literal(true).optional().meta({ description: "nothing has all the words: these have some of them" }),
    items: z.array(hit),
    facets: z.object({
      type: counts(z.enum(KINDS)),
      group: counts(z.string()),
      product: counts(z.string()),
      trl: counts(trl),
      province: counts(z.string()),
      house: counts(z.enum(SEARCH_HOUSES)),
      stage: counts(z.string()),
      commercialised: counts(z.boolean()),
      ip: counts(z.string()),
      need: counts(z.string()),
      year: counts(z.string()),
    }),
    next: z.string().nullable(),
  }),
} satisfies Operation;
