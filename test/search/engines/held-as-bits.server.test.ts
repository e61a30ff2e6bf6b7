import { beforeAll, expect, test } from "vitest";
import { pool } from "#prisma/client.server.ts";
import { postgresEngine } from "#search/engines/postgres.server.ts";
import { MOST_RANKED } from "#search/engines/postgres-statement.ts";
import { asIndexWriter, postgresWriter, versioned } from "#search/engines/postgres-write.server.ts";
import type { Filters } from "#search/facets.ts";
import type { Sort } from "#search/port.ts";
import { readQuery } from "#search/query.ts";
import { understand } from "#search/vocabulary.server.ts";
import { inventDocuments } from "#test/bench/invent.ts";
import { bitsThatLie } from "#test/search/engines/bits.ts";
import { withTestDatabase } from "#test/setup/database.ts";

// Few documents, with words that a few of them have counted as common already.
const DOCUMENTS = inventDocuments(0, 600);
const COMMON_FROM = 15;

withTestDatabase();

beforeAll(async () => {
  await write(async (index) => {
    for (let at = 0; at < DOCUMENTS.length; at += 100) {
      await index.upsert(DOCUMENTS.slice(at, at + 100).map(versioned));
    }
  });
});

function write(work: (index: ReturnType<typeof postgresWriter>) => Promise<void>): Promise<void> {
  return asIndexWriter((client) => work(postgresWriter(client, COMMON_FROM)));
}

type Question = { text: string; filters?: Filters; sort?: Sort; offset?: number; limit?: number; some?: true };

async function ask({ text, filters = {}, sort = "relevance", offset = 0, limit = 20, some }: Question) {
  const { query } = await understand(readQuery(text));
  const engine = postgresEngine();
  const { documents, ...rest } = await (some ? engine.searchSome : engine.search)({
    ...{ query, filters, sort, offset, limit },
  });
  return { ...rest, codes: documents.map(({ code }) => code) };
}

const QUESTIONS: Question[] = [
  ...["và", "va", "công nghệ", "cong nghe", "đất hiếm", "pin", "drone", "nam châm đất hiếm"].map((text) => ({ text })),
  ...["công nghệ -pin", '"công nghệ" thiết bị', "semicondutor", "hệ th", "KQ-2026-11"].map((text) => ({ text })),
  { text: "và", filters: { type: ["result"], trl: ["7", "8", "9"] } },
  { text: "", filters: { province: ["48", "79"], house: ["SCHOOL"] } },
  { text: "và", sort: "trl" },
  { text: "và", sort: "newest", offset: 40 },
  { text: "và", offset: 195, limit: 20 },
  { text: "", sort: "updated", filters: { commercialised: ["true"] } },
  { text: "làm thế nào để thu hồi đất hiếm từ nam châm cũ", some: true },
];

test("a common word that is held as bits finds, counts and orders like one that is not", async () => {
  const { rows } = await pool().query(
    "SELECT FROM search_common WHERE lexeme IN ('va', '^va', '=và', 'nghe', 'zkpin')",
  );
  expect(rows).toHaveLength(5);
  const asBits = [];
  for (const question of QUESTIONS) asBits.push(await ask(question));
  await pool().query("DELETE FROM search_common");
  const byIndex = [];
  for (const question of QUESTIONS) byIndex.push(await ask(question));
  expect(asBits).toEqual(byIndex);
  expect(asBits.filter(({ codes }) => codes.length === 0)).toEqual([]);
});

test("of more matches than are ranked every one is listed once, those with the word in the title early", async () => {
  const { total } = await ask({ text: "và" });
  expect(total).toBeGreaterThan(400);
  const codes: string[] = [];
  for (let offset = 0; offset < total; offset += 70) {
    codes.push(...(await ask({ text: "và", offset, limit: 70 })).codes);
  }
  expect(new Set(codes).size).toBe(total);
  expect(codes).toHaveLength(total);
  const titled = DOCUMENTS.filter(({ title }) => /(^| )và( |$)/i.test(title.vi ?? "")).map(({ code }) => code);
  expect(titled.length).toBeGreaterThan(100);
  expect(new Set(codes.slice(0, MOST_RANKED))).toEqual(new Set([...codes.slice(0, MOST_RANKED), ...titled]));
});

test("the bits say what the documents say, also after changes and removals", async () => {
  await pool().query("DELETE FROM search_common");
  await pool().query("DELETE FROM search_bits");
  const changed = DOCUMENTS.slice(0, 120).map((document, index) => {
    const other = DOCUMENTS[599 - index] ?? document;
    return versioned({ ...document, title: other.title, body: other.body, provinceCodes: ["31"], trl: null });
  });
  await write((index) =>
    index.upsert(DOCUMENTS.slice(0, 60).map((one) => versioned({ ...one, body: "và công nghệ" }))),
  );
  expect(await bitsThatLie()).toEqual([]);
  await write((index) => index.upsert(changed));
  await write((index) => index.remove(DOCUMENTS.slice(100, 300).map(({ id }) => id)));
  expect(await bitsThatLie()).toEqual([]);
  await write((index) => index.upsert(DOCUMENTS.slice(90, 310).map(versioned)));
  expect(await bitsThatLie()).toEqual([]);
  const { rows } = await pool().query<{ common: number }>("SELECT count(*)::int AS common FROM search_common");
  expect(rows[0]?.common).toBeGreaterThan(100);
  const { total, facets } = await ask({ text: "" });
  expect(total).toBe(DOCUMENTS.length);
  expect(facets.type.reduce((sum, { count }) => sum + count, 0)).toBe(DOCUMENTS.length);
});
