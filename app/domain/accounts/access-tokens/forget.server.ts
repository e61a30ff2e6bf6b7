import { pool } from "#prisma/client.server.ts";

/**
 * The clock's own act: the answers that programs had longer ago than the policy's period go with their keys. Run as often as
 * one likes. Gives how many went. Source: docs/api.md, "Writes".
 */
export async function forgetKeptAnswers(at = new Date()): Promise<number> {
  const { rowCount } = await pool().query("DELETE FROM kept_answer WHERE at < kept_answer_since($1)", [at]);
  return rowCount ?? 0;
}
