import type { Actor } from "#app/domain/accounts/actor.ts";
import { findResult, type ResultRecord } from "#app/domain/results/queries.server.ts";
import { mayEdit, mayRead } from "#app/domain/results/result.policy.ts";
import type { ResultPart } from "#app/domain/results/result.schema.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { notFound } from "#app/web/guard.server.ts";

/** The result of an address, for somebody who may read it now; anything else is a page that does not exist. */
export async function readableResult(actor: Actor | null, code: string | undefined): Promise<ResultRecord> {
  const result = isCode("KQ", code) ? await findResult(code) : null;
  if (!result || !mayRead(actor, result)) throw notFound();
  return result;
}

/** The same, for somebody who may write on it now. */
export async function editableResult(actor: Actor, code: string | undefined): Promise<ResultRecord> {
  const result = await readableResult(actor, code);
  if (!mayEdit(actor, result)) throw notFound();
  return result;
}

/** What an officer asked to be completed in a part of a returned result. */
export function askedOf({ state, events }: Pick<ResultRecord, "state" | "events">, part: ResultPart): string[] {
  const returned = state === "RETURNED" ? events.findLast((it) => it.to === "RETURNED") : undefined;
  return returned?.missing.filter((it) => it.part === part).map((it) => it.message) ?? [];
}
