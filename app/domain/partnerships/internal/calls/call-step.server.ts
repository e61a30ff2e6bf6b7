import type { NoticeEvent } from "#app/domain/notices/event.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedCall } from "./locked-call.server.ts";

type Step = {
  kind: string;
  payload: Record<string, unknown>;
  /** the body that acted; null where it is not for the public to know */
  organisationId: string | null;
  event: NoticeEvent;
  /** people who hear of it whether they follow the call or not */
  to?: readonly string[];
  followers?: boolean;
  params?: Record<string, string>;
  by: string;
};

/** Writes the entry of the record, tells whom it concerns, and has the call found as it is now, in the caller's transaction. */
export async function writeCallStep(tx: Tx, { id, code }: LockedCall, step: Step, at: Date): Promise<void> {
  const { kind, payload, organisationId, event, to = [], followers = true, params = {}, by } = step;
  const subject = { type: "CALL", code } as const;
  await appendEntry(tx, { kind, subject, actor: { organisationId, post: "PARTY_REP" }, payload }, at);
  await enqueue(tx, { topic: "search", payload: { type: "need", id } });
  await tell(tx, { event, subject, params: { code, ...params }, to, followers, by }, at);
}

/** Whoever represents an organisation now. */
export async function representativesOf(tx: Tx, organisationId: string): Promise<string[]> {
  const grants = await tx.roleGrant.findMany({
    where: { organisationId, role: "PARTY_REP", revokedAt: null },
    select: { personId: true },
  });
  return grants.map(({ personId }) => personId);
}
