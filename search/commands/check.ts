// npm run search:check: compares the indexes with the records, and each other; -- --repair puts right what differs
import { readEnvironment } from "#app/platform/environment.server.ts";
import { closeDatabase, openDatabase } from "#prisma/client.server.ts";
import { runCommand } from "#prisma/commands/connections.ts";
import { checkSearch, type IndexCheck, repairSearch, type SearchCheck } from "#search/commands/compare.server.ts";
import { meilisearchEngine } from "#search/engines/meilisearch.server.ts";

await runCommand(async ({ appUrl }) => {
  const { meilisearch } = readEnvironment(process.env);
  const mirror = meilisearch ? meilisearchEngine(meilisearch) : null;
  openDatabase(appUrl);
  try {
    let found = await checkSearch(mirror);
    say(found);
    if (process.argv.includes("--repair") && differs(found)) {
      await repairSearch(found, mirror);
      found = await checkSearch(mirror);
      process.stdout.write("Repaired.\n");
      say(found);
    }
    if (differs(found)) process.exitCode = 1;
  } finally {
    await closeDatabase();
  }
});

function say({ subjects, waiting, postgres, meilisearch }: SearchCheck): void {
  process.stdout.write(`${subjects} records, ${waiting} changes on their way to the index.\n`);
  process.stdout.write(`PostgreSQL: ${words(postgres)}.\n`);
  if (meilisearch) process.stdout.write(`Meilisearch: ${words(meilisearch)}.\n`);
}

function words({ missing, stale, extra }: IndexCheck): string {
  const ids = [...missing, ...stale, ...extra].slice(0, 10).join(" ");
  return `${missing.length} missing, ${stale.length} stale, ${extra.length} extra${ids && ` (${ids})`}`;
}

function differs({ postgres, meilisearch }: SearchCheck): boolean {
  return [postgres, meilisearch].some((one) => one && one.missing.length + one.stale.length + one.extra.length > 0);
}
