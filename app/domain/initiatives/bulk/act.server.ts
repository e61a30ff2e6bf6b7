import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import type { inTransaction } from "#prisma/transaction.server.ts";
import { assignCase, checkAssignCase } from "../assignment/assign-case.server.ts";
import { checkDecision, decide } from "../decision/decide.server.ts";
import { checkReturn, returnForCompletion } from "../intake/return-for-completion.server.ts";
import type { BulkWork } from "./bulk.schema.ts";
import type { RowOutcome } from "./bulk.ts";

/** What the ordinary command would answer for one row now; nothing is written. */
export async function foresee(actor: Actor, code: string, work: BulkWork, at: Date): Promise<RowOutcome> {
  switch (work.kind) {
    case "assign":
      return told(await checkAssignCase(actor, code, work.input.to));
    case "return":
      return told(await checkReturn(actor, code, at));
    case "decide":
      return told(await checkDecision(actor, code, work.input, at));
  }
}

/** Runs the ordinary command on one row, in the transaction `run`. */
export async function act(
  actor: Actor,
  code: string,
  work: BulkWork,
  at: Date,
  run: typeof inTransaction,
): Promise<RowOutcome> {
  switch (work.kind) {
    case "assign":
      return told(await assignCase(actor, code, work.input.to, at, run));
    case "return":
      return told(await returnForCompletion(actor, code, work.input, at, run));
    case "decide":
      return told(await decide(actor, code, work.input, at, run));
  }
}

/** An outcome as a row keeps it. */
export function told(outcome: Outcome<unknown>): RowOutcome {
  if (!outcome.ok) return { ok: false, code: outcome.code, ...(outcome.params ? { params: outcome.params } : {}) };
  const { value } = outcome;
  const dueOn = typeof value === "object" && value !== null && "dueOn" in value ? value.dueOn : null;
  return { ok: true, dueOn: typeof dueOn === "string" ? dueOn : null };
}
