// npm run db:migrate
import { applyMigrations } from "#prisma/migrations-runner/apply.server.ts";
import { runCommand } from "./connections.ts";

await runCommand(async (connections) => {
  const { applied, notes } = await applyMigrations(connections);
  for (const name of applied) console.log(`applied ${name}`);
  if (applied.length === 0) console.log("Nothing to apply: the database is up to date.");
  for (const note of notes) console.log(note);
});
