import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { db } from "#prisma/client.server.ts";
import { isProposer } from "../initiative.policy.ts";
import { readWholeFile } from "../internal/whole-file.server.ts";
import { isAppealable } from "./appeal.ts";
import { appealUntil } from "./deadline.server.ts";

/** One's own rejected initiative, until when it can be appealed, and whether it still can; null where there is none. */
export async function findAppeal(actor: Actor, code: string, at = new Date()) {
  const file = await readWholeFile(code);
  if (!file || !isProposer(actor, file)) return null;
  const { state, appeal } = file;
  const until = isAppealable(state) && !appeal ? await appealUntil(db(), file.id, state) : null;
  if (!appeal && until === null) return null;
  return {
    code: file.code,
    title: file.content.title,
    appeal,
    until,
    mayAppeal: until !== null && dayInVietnam(at) <= until,
  };
}
