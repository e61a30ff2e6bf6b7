// npm run db:reset: empties the database, migrates it and loads the reference data; never in production
import pg from "pg";
import { applyMigrations } from "#prisma/migrations-runner/apply.server.ts";
import { loadReference } from "#prisma/reference/load.ts";
import { runCommand } from "./connections.ts";

await runCommand(async (connections) => {
  if (process.env["NODE_ENV"] === "production") {
    throw new Error("db:reset erases every table and is refused while NODE_ENV is production.");
  }
  const client = new pg.Client({ connectionString: connections.ownerUrl });
  await client.connect();
  try {
    await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public;");
  } finally {
    await client.end();
  }
  const { applied } = await applyMigrations(connections);
  const loaded = await loadReference(connections.ownerUrl);
  console.log([`applied ${applied.length} migrations`, ...loaded].join("\n"));
});
