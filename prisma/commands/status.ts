// npm run db:status: fails unless every migration is applied as it stands in the folder
import { readStandings } from "#prisma/migrations-runner/apply.server.ts";
import { runCommand } from "./connections.ts";

await runCommand(async (connections) => {
  const standings = await readStandings(connections);
  for (const { name, standing } of standings) console.log(`${standing.padEnd(8)} ${name}`);
  if (standings.some((it) => it.standing !== "applied")) process.exitCode = 1;
});
