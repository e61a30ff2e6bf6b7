import { z } from "zod";
import { SUBJECT_TYPES } from "#app/domain/obligations/board.ts";
import { instant, limit, limitTo, sha256 } from "#app/web/api/fields.ts";
import type { Operation } from "#app/web/api/operation.ts";

const entryNo = z.int().min(1);
const size = z.int().min(1).meta({ description: "how many entries a tree holds" });
const leafIndex = z.int().min(0).meta({ description: "the place of an entry in the tree, from 0" });
const hashes = z.array(sha256).meta({ description: "in the order of RFC 6962" });

/** A whole number as people write it into an address. */
function count(what: string, from: number, unless?: number) {
  const text = z.string().regex(/^(0|[1-9]\d{0,14})$/, `is ${what}`);
  const number = text.transform(Number).refine((value) => value >= from, `is ${what} from ${from}`);
  const meta = { override: { type: "integer" as const, minimum: from, description: what } };
  return unless === undefined ? number.meta(meta) : number.default(unless).meta(meta);
}

const facts = {
  entryNo,
  at: instant,
  kind: z.string(),
  subject: z.object({ type: z.enum(SUBJECT_TYPES), code: z.string() }),
  organisationCode: z.string().nullable().meta({ description: "the code of the body that acted, as it was then" }),
  post: z.string(),
  sha256,
  payload: z.string().meta({ description: "canonical JSON text; its SHA-256 over UTF-8 is `sha256`" }),
};

const entry = z
  .object({
    ...facts,
    organisation: z.string().nullable().meta({ description: "its name today, once verified; not under the seal" }),
    leafIndex: leafIndex.nullable().meta({ description: "null as long as the entry waits for the seal" }),
  })
  .meta({ id: "RecordEntry" });

const leaf = z.object({ ...facts, leafIndex, leafHash: sha256 }).meta({ id: "RecordLeaf" });

const head = z
  .object({
    size,
    root: sha256,
    at: instant,
    keyId: z.string(),
    note: z.string().meta({ description: "the signed text: a C2SP checkpoint" }),
  })
  .meta({ id: "RecordHead" });

/** The newest signed head, and what is not under it yet. */
export const readRecordHead = {
  method: "get",
  path: "/record/head",
  id: "readRecordHead",
  tag: "Record",
  summary: "The newest signed head of the public record, and its newest entry",
  query: z.strictObject({}),
  answer: z.object({
    size: z.int().min(0).meta({ description: "how many entries the head covers" }),
    head: head.nullable(),
    newest: z.object({ entryNo, at: instant, sha256 }).nullable(),
    waiting: z.int().min(0).meta({ description: "entries that wait for the seal" }),
  }),
} satisfies Operation;

/** Every head that was ever signed: what a witness mirrors. */
export const listRecordHeads = {
  method: "get",
  path: "/record/heads",
  id: "listRecordHeads",
  tag: "Record",
  summary: "The signed heads over more than `after` entries, the smallest first",
  query: z.strictObject({
    after: count("the size of a head; `next` of the page before", 0, 0),
    limit: limitTo(1_000, 100),
  }),
  answer: z.object({ items: z.array(head), next: z.string().nullable() }),
} satisfies Operation;

/** The sealed entries in the order of the tree: everything that goes under the seal, and each leaf hash. */
export const listRecordLeaves = {
  method: "get",
  path: "/record/leaves",
  id: "listRecordLeaves",
  tag: "Record",
  summary: "The sealed entries from a place of the tree on",
  query: z.strictObject({ from: count("a place in the tree", 0, 0), limit: limitTo(1_000, 100) }),
  answer: z.object({ items: z.array(leaf), next: z.string().nullable() }),
} satisfies Operation;

/** That an entry is in the tree. */
export const proveRecordEntry = {
  method: "get",
  path: "/record/proof/{entry}",
  id: "proveRecordEntry",
  tag: "Record",
  summary: "Proves that an entry is in the tree of a size, that of the newest head unless said otherwise",
  params: z.strictObject({ entry: count("the number of an entry", 1) }),
  query: z.strictObject({ size: count("the size of a tree", 1).optional() }),
  answer: z.object({
    ...{ entryNo, leafIndex },
    leaf: z
      .string()
      .meta({ description: "the canonical text of the leaf: SHA-256 over a zero byte and it is `leafHash`" }),
    ...{ leafHash: sha256, size, root: sha256, hashes },
    head: head.nullable().meta({ description: "the head that was signed at this size, where there is one" }),
  }),
  problems: { 404: "there is no such entry, or it waits for the seal: `NOT_SEALED_YET`" },
} satisfies Operation;

/** That the tree only ever grew. */
export const proveRecordConsistency = {
  method: "get",
  path: "/record/consistency",
  id: "proveRecordConsistency",
  tag: "Record",
  summary: "Proves that the tree of one size is the beginning of that of another",
  query: z.strictObject({ first: count("the size of a tree", 1), second: count("the size of a tree", 1) }),
  answer: z.object({ first: size, second: size, firstRoot: sha256, secondRoot: sha256, hashes }),
} satisfies Operation;

/** Whose signatures count. */
export const listRecordKeys = {
  method: "get",
  path: "/record/keys",
  id: "listRecordKeys",
  tag: "Record",
  summary: "The keys that signed or sign the record, the newest last",
  query: z.strictObject({}),
  answer: z.object({
    items: z.array(
      z.object({
        keyId: z.string(),
        key: z.string().meta({ description: "as C2SP signed notes write it: name+id+base64" }),
        publicKey: z.string().meta({ description: "the 32 bytes of the Ed25519 key in base64" }),
        entryNo,
        leafIndex: leafIndex.nullable().meta({ description: "heads over more entries than this are signed with it" }),
        at: instant,
        former: z.string().nullable().meta({ description: "the id of the key that it follows" }),
        endorsement: z.string().nullable().meta({ description: "the former key’s signature on this one, in base64" }),
      }),
    ),
  }),
} satisfies Operation;

/** The entries, oldest first, so that a reader who comes back goes on where they stopped. */
export const listRecordEntries = {
  method: "get",
  path: "/record/entries",
  id: "listRecordEntries",
  tag: "Record",
  summary: "The entries of the public record after a number, oldest first",
  query: z.strictObject({ after: count("an entry’s number; `next` of the page before", 0, 0), limit }),
  answer: z.object({ items: z.array(entry), next: z.string().nullable() }),
} satisfies Operation;
