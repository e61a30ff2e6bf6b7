import { afterAll, describe, expect, test } from "vitest";
import { meilisearchEngine } from "#search/engines/meilisearch.server.ts";
import { postgresEngine } from "#search/engines/postgres.server.ts";
import type { SearchEngine } from "#search/port.ts";
import {
  idleMeilisearch,
  meilisearchProgram,
  startMeilisearch,
  type TestMeilisearch,
} from "#test/search/meilisearch.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { type EngineUnderTest, engineContract } from "../engine.contract.ts";
import { relevanceContract } from "../relevance/relevance.contract.ts";

const program = meilisearchProgram();

test.runIf(program === null)("the Meilisearch engine is tested where MEILISEARCH_BIN names its server", () => {
  expect(process.env["CI"], "a build without Meilisearch proves nothing of this engine").not.toBe("true");
});

describe.skipIf(program === null)("with a server", () => {
  withTestDatabase();
  let server: TestMeilisearch | undefined;
  afterAll(() => server?.stop());

  async function start(): Promise<EngineUnderTest> {
    server ??= await startMeilisearch();
    const { url } = server;
    const engine = meilisearchEngine({ url, key: null });
    await engine.rebuild(nothing());
    await postgresEngine().rebuild(nothing());
    return { engine: besideVocabulary(engine), settled: () => idleMeilisearch(url) };
  }

  engineContract("the Meilisearch engine", start);
  relevanceContract("the Meilisearch engine", start);
});

async function* nothing() {
  yield [];
}

/** The vocabulary is that of PostgreSQL's index, which is always kept beside the other. */
function besideVocabulary(engine: SearchEngine): SearchEngine {
  const postgres = postgresEngine();
  return {
    ...engine,
    upsert: async (documents) => {
      await postgres.upsert(documents);
      await engine.upsert(documents);
    },
    remove: async (ids) => {
      await postgres.remove(ids);
      await engine.remove(ids);
    },
  };
}
