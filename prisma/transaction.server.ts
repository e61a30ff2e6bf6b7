import type { Outcome } from "#app/platform/outcome.ts";
import { db, type Tx } from "./client.server.ts";

const RETRYABLE = /\b(40001|40P01|55P03|P2034)\b|deadlock detected|could not serialize/;
const ATTEMPTS = 3;

const afterCommit = new Set<() => void>();

/** Calls the listener whenever a command of this process has written, once its transaction is committed. */
export function onCommit(listener: () => void): void {
  afterCommit.add(listener);
}

class Refused extends Error {
  readonly outcome: Outcome<never>;
  constructor(outcome: Outcome<never>) {
    super("refused");
    this.outcome = outcome;
  }
}

/**
 * Runs one command as one transaction. A refusal rolls everything back and is returned; a deadlock, a serialisation
 * failure and a lock that was not free in time are tried again, three times in all; anything else is thrown. It may last
 * 10 s: whatever takes longer is made before it.
 */
export async function inTransaction<Value, Code extends string>(
  work: (tx: Tx) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code>> {
  for (let attempt = 1; ; attempt += 1) {
    let refusal: Outcome<Value, Code> | undefined;
    try {
      const committed = await db().$transaction(async (tx) => {
        const outcome = await work(tx);
        if (outcome.ok) return outcome;
        refusal = outcome;
        throw new Refused(outcome);
      });
      for (const listener of afterCommit) listener();
      return committed;
    } catch (error) {
      if (error instanceof Refused && refusal) return refusal;
      if (attempt >= ATTEMPTS || !RETRYABLE.test(describe(error))) throw error;
    }
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  return `${code} ${error.message} ${error.cause ? describe(error.cause) : ""}`;
}
