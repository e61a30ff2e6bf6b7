// npm run search:rebuild: reads every record again and builds the indexes anew while searches go on
import { readEnvironment } from "#app/platform/environment.server.ts";
import { closeDatabase, openDatabase } from "#prisma/client.server.ts";
import { runCommand } from "#prisma/commands/connections.ts";
import { meilisearchEngine } from "#search/engines/meilisearch.server.ts";
import { mirrorDifference, rebuildMirror, syncAll } from "#search/sync.server.ts";

await runCommand(async ({ appUrl }) => {
  const { meilisearch } = readEnvironment(process.env);
  openDatabase(appUrl);
  try {
    const { subjects } = await syncAll({ anew: true });
    process.stdout.write(`PostgreSQL: ${subjects} records read, the index agrees with them.\n`);
    if (!meilisearch) return;
    const mirror = meilisearchEngine(meilisearch);
    await rebuildMirror(mirror);
    const { missing, stale, extra } = await mirrorDifference(mirror);
    const rest = `${missing.length} missing, ${stale.length} stale, ${extra.length} extra`;
    process.stdout.write(`Meilisearch: a new index is in place (${rest}).\n`);
  } finally {
    await closeDatabase();
  }
});
