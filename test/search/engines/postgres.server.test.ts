import { postgresEngine } from "#search/engines/postgres.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { engineContract } from "../engine.contract.ts";

withTestDatabase();

engineContract("the PostgreSQL engine", async () => ({ engine: postgresEngine(), settled: async () => undefined }));
