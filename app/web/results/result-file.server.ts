import type { Actor } from "#app/domain/accounts/actor.ts";
import { findResult, type ResultRecord } from "#app/domain/results/queries.server.ts";
import { mayEdit, mayRead } from "#app/domain/results/result.policy.ts";
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
