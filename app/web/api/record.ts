import { z } from "zod";
import { SUBJECT_TYPES } from "#app/domain/obligations/board.ts";
import { instant, limit, sha256 } from "#app/web/api/fields.ts";
import type { Operation } from "#app/web/api/operation.ts";

const entryNo = z.int().min(1);

const entry = z
  .object({
    entryNo,
    at: instant,
    kind: z.string(),
    subject: z.object({ type: z.enum(SUBJECT_TYPES), code: z.string() }),
    organisation: z.string().nullable(),
    post: z.string(),
    sha256,
    payload: z.string().meta({ description: "canonical JSON text; its SHA-256 over UTF-8 is `sha256`" }),
  })
  .meta({ id: "RecordEntry" });

/** How long the record is, and its newest entry. */
export const readRecordHead = {
  method: "get",
  path: "/record/head",
  id: "readRecordHead",
  tag: "Record",
  summary: "How many entries the public record has, and the newest",
  query: z.strictObject({}),
  answer: z.object({
    size: z.int().min(0),
    newest: z.object({ entryNo, at: instant, sha256 }).nullable(),
  }),
} satisfies Operation;

/** The entries, oldest first, so that a reader who comes back goes on where they stopped. */
export const listRecordEntries = {
  method: "get",
  path: "/record/entries",
  id: "listRecordEntries",
  tag: "Record",
  summary: "The entries of the public record after a number, oldest first",
  query: z.strictObject({
    after: z
      .string()
      .regex(/^\d{1,15}$/, "is the number of an entry")
      .transform(BigInt)
      .default(0n)
      .meta({
        override: {
          type: "integer",
          minimum: 0,
          default: 0,
          description: "an entry's number; `next` of the page before",
        },
      }),
    limit,
  }),
  answer: z.object({ items: z.array(entry), next: z.string().nullable() }),
} satisfies Operation;
