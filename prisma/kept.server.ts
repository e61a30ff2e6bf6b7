import { onCommit } from "#prisma/transaction.server.ts";

const KEPT_FOR_MS = 1_000;
const MOST = 200;

type Entry = { answer: Promise<unknown>; until: number };

const entries = new Map<string, Entry>();
onCommit(() => entries.clear());

/**
 * Asks once a second at most, however many want to know: for public figures over many rows that are the same for every
 * reader. What a command of this process writes is counted at once, what another process wrote after a second. `key`
 * names the question with all that it depends on. A failure is not kept.
 */
export async function keptForASecond<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
  const known = entries.get(key);
  if (known && known.until > Date.now()) return known.answer as Promise<Answer>;
  if (entries.size >= MOST) entries.clear();
  const answer = ask();
  const entry = { answer, until: Date.now() + KEPT_FOR_MS };
  entries.set(key, entry);
  answer.catch(() => entries.get(key) === entry && entries.delete(key));
  return answer;
}
