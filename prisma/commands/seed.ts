// npm run db:seed: loads the reference data of prisma/reference; repeatable
import { loadReference } from "#prisma/reference/load.ts";
import { runCommand } from "./connections.ts";

await runCommand(async (connections) => {
  for (const line of await loadReference(connections.ownerUrl)) console.log(line);
});
