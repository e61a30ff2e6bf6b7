import { type Refusal, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";

/** What a program sends once: its key, and the SHA-256 of what it asks for. */
export type Once = { key: string; requestSha256: string };

/**
 * The answer that a person's program had for this key before; null for a new one. Refuses IDEMPOTENCY_KEY_REUSED where
 * the key stood for something else. Two that come at the same moment wait for each other.
 */
export async function answeredBefore(
  tx: Tx,
  personId: string,
  { key, requestSha256 }: Once,
): Promise<{ answer: unknown } | Refusal<"IDEMPOTENCY_KEY_REUSED"> | null> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${personId} ${key}`}, 0))::text`;
  const before = await tx.keptAnswer.findUnique({ where: { personId_key: { personId, key } } });
  if (!before) return null;
  return before.requestSha256 === requestSha256 ? { answer: before.answer } : refuse("IDEMPOTENCY_KEY_REUSED");
}

/** Keeps the answer of what was done, with the doing: both stand or neither. */
export async function keepAnswer(tx: Tx, personId: string, once: Once, answer: object, at: Date): Promise<void> {
  await tx.keptAnswer.create({ data: { personId, ...once, answer, at } });
}
