import { pool } from "#prisma/client.server.ts";

const KEPT_FOR_MS = 30_000;

let kept: { demonstration: boolean; until: number } | undefined;

/** Whether this portal holds demonstration data, which every page then says. Looked up twice a minute at most. */
export async function isDemonstration(): Promise<boolean> {
  if (kept && kept.until > Date.now()) return kept.demonstration;
  const { rows } = await pool().query<{ value: unknown }>("SELECT value FROM setting WHERE key = 'demonstration'");
  kept = { demonstration: rows[0]?.value === true, until: Date.now() + KEPT_FOR_MS };
  return kept.demonstration;
}
