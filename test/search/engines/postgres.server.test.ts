import { expect, test } from "vitest";
import { postgresEngine } from "#search/engines/postgres.server.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
import { readQuery } from "#search/query.ts";
import { understand } from "#search/vocabulary.server.ts";
import { LIBRARY } from "#test/search/library.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { type EngineUnderTest, engineContract } from "../engine.contract.ts";
import { relevanceContract } from "../relevance/relevance.contract.ts";

withTestDatabase();

async function start(): Promise<EngineUnderTest> {
  const engine = postgresEngine();
  await engine.rebuild(nothing());
  return { engine, settled: async () => undefined };
}

async function* nothing() {
  yield [];
}

engineContract("the PostgreSQL engine", start);
relevanceContract("the PostgreSQL engine", start);

test("where nothing has all the words, the rarer ones decide", async () => {
  await postgresEngine().upsert(LIBRARY.map(versioned));
  const { query } = await understand(readQuery("làm thế nào để tách đất hiếm nhóm nhẹ trong phòng thí nghiệm zzz"));
  const asked = { query, filters: {}, sort: "relevance", limit: 5, offset: 0 } as const;
  expect((await postgresEngine().search(asked)).total).toBe(0);
  expect((await postgresEngine().searchSome(asked)).documents[0]?.code).toBe("SK-2026-0377");
});
