import type { Actor } from "#app/domain/accounts/actor.ts";
import { db } from "#prisma/client.server.ts";
import { scoresThatCount } from "../council/result.ts";
import { isProposer } from "../initiative.policy.ts";
import { readWholeFile } from "../internal/whole-file.server.ts";
import { replyWindow } from "./window.server.ts";

/**
 * What the council wrote on each criterion, without names and without points, for its author, and whether they may still
 * reply. Null where there is nothing of theirs to read. Some six statements.
 */
export async function findReview(actor: Actor, code: string, at = new Date()) {
  const file = await readWholeFile(code);
  if (!file || !isProposer(actor, file)) return null;
  const counted = scoresThatCount(file.seats);
  const window = await replyWindow(db(), file.id, at);
  if (counted.length === 0 || !window) return null;
  const isWaiting = file.state === "EVALUATED" || file.state === "SUBMITTED_TO_STEERING";
  return {
    code: file.code,
    track: file.track,
    title: file.content.title,
    comments: counted.map(({ criterion, comment }) => ({ criterion, comment })),
    reply: file.replies.at(-1) ?? null,
    until: window.until,
    mayReply: isWaiting && !window.replied,
    isWaitedFor: isWaiting && window.isOpen,
  };
}
