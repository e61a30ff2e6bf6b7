import { onCommit } from "#prisma/transaction.server.ts";

const KEPT_FOR_MS = 1_000;
const MOST_ANSWERS = 200;

/**
 * The same question, asked of the database once a second at most, however many want to know: for public figures over
 * many rows that are the same for every reader. What a command of this process writes is counted at once, what another
 * process wrote after a second. A failure is not kept. A question is told from another by its JSON.
 */
export function keptForASecond<Question extends readonly unknown[], Answer>(
  ask: (...question: Question) => Promise<Answer>,
): (...question: Question) => Promise<Answer> {
  const keep = answersKept<Answer>();
  return (...question) => keep(JSON.stringify(question), () => ask(...question));
}

/** The same for whoever names the question: gives the answer kept under `key`, or the one that `ask` has now. */
export function answersKept<Answer>(): (key: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const answers = new Map<string, { answer: Promise<Answer>; until: number }>();
  onCommit(() => answers.clear());
  return (key, ask) => {
    const known = answers.get(key);
    if (known && known.until > Date.now()) return known.answer;
    if (answers.size >= MOST_ANSWERS) answers.clear();
    const asked = { answer: ask(), until: Date.now() + KEPT_FOR_MS };
    answers.set(key, asked);
    asked.answer.catch(() => answers.get(key) === asked && answers.delete(key));
    return asked.answer;
  };
}
