import pg from "pg";
import type { Environment } from "#app/platform/environment.server.ts";
import { pool } from "#prisma/client.server.ts";

/**
 * Fills an empty database with the demonstration, outside production alone, and says how to sign in. A database that
 * holds anybody is left as it is. Answers lines for the terminal.
 */
export async function seedDemo(environment: Environment, ownerUrl: string | null): Promise<string[]> {
  if (environment.production || ownerUrl === null) return [];
  const { rows } = await pool().query<{ empty: boolean }>("SELECT NOT EXISTS (SELECT 1 FROM person) AS empty");
  if (!rows[0]?.empty) return [];
  await markDemonstration(ownerUrl);
  return [];
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
