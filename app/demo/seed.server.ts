import pg from "pg";
import { buildAccounts, demoAccountLines } from "#app/demo/accounts.server.ts";
import { tellTogether } from "#app/demo/chronicle.ts";
import { shareOutIntake } from "#app/demo/desk-work.server.ts";
import { challengeStories } from "#app/demo/initiatives/challenges.server.ts";
import { initiativeStories } from "#app/demo/initiatives/stories.server.ts";
import { monitoringStories } from "#app/demo/monitoring/stories.server.ts";
import { callStories } from "#app/demo/partnerships/calls.server.ts";
import { partnershipStories } from "#app/demo/partnerships.server.ts";
import { readerStories } from "#app/demo/readers.server.ts";
import { resultStories } from "#app/demo/results.server.ts";
import type { Environment } from "#app/platform/environment.server.ts";
import { pool } from "#prisma/client.server.ts";

/** The demonstration begins so early that one of its results is stale by now. */
const OPENING = new Date("2025-10-06T02:00:00Z");

/**
 * Fills an empty database with the demonstration, outside production alone, and says how to sign in. A database that
 * holds anybody is left as it is. Answers lines for the terminal.
 */
export async function seedDemo(environment: Environment, ownerUrl: string | null): Promise<string[]> {
  if (environment.production || !environment.demo || ownerUrl === null) return [];
  const { rows } = await pool().query<{ empty: boolean }>("SELECT NOT EXISTS (SELECT 1 FROM person) AS empty");
  if (rows[0]?.empty) {
    await markDemonstration(ownerUrl);
    const people = await buildAccounts(OPENING);
    const results = resultStories(people);
    await tellTogether([
      ...partnershipStories(people),
      ...(await initiativeStories(people)),
      ...challengeStories(people),
      ...callStories(people),
      ...results,
      ...monitoringStories(people),
      ...readerStories(people),
    ]);
    await shareOutIntake(people);
  }
  return (await isMarked()) ? demoAccountLines() : [];
}

/** Whether what the database holds is the demonstration: its accounts are then named at every start. */
async function isMarked(): Promise<boolean> {
  const { rowCount } = await pool().query("SELECT 1 FROM setting WHERE key = 'demonstration' AND value = 'true'");
  return rowCount === 1;
}

/** Every page says from now on that its data is for demonstration; the application's own role cannot write this. */
async function markDemonstration(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      "INSERT INTO setting (key, value) VALUES ('demonstration', 'true') ON CONFLICT (key) DO UPDATE SET value = 'true'",
    );
  } finally {
    await client.end();
  }
}
