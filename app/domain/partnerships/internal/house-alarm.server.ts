import type { House } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import type { Tx } from "#prisma/client.server.ts";

/** A party of the house is in the partnership again: ends the alarm where one is open, and says so. */
export async function cureHouse(
  tx: Tx,
  partnership: { id: string; code: string },
  house: House,
  at: Date,
): Promise<boolean> {
  const alarm = await tx.houseAlarm.findFirst({ where: { partnershipId: partnership.id, house, endedAt: null } });
  if (!alarm) return false;
  await tx.houseAlarm.update({ where: { id: alarm.id }, data: { endedAt: at, outcome: "CURED" } });
  await closeObligation(tx, alarm.id, "HOUSE_CURE", "cured", at);
  await clockStep(tx, partnership, { kind: "partnership.house-back", payload: { house }, at });
  return true;
}

/** What the clock does to a partnership: on the record, and told to its followers and to everybody who speaks for a member. */
export async function clockStep(
  tx: Tx,
  partnership: { id: string; code: string },
  step: { kind: string; payload: Record<string, unknown>; at: Date },
): Promise<void> {
  const { kind, payload, at } = step;
  const subject = { type: "PARTNERSHIP", code: partnership.code } as const;
  await appendEntry(tx, { kind, subject, actor: { organisationId: null, post: "CLOCK" }, payload }, at);
  await tellMembers(tx, partnership, kind, at);
}

/** Tells a step to the followers of a partnership, and to everybody who speaks for one of its members. */
async function tellMembers(tx: Tx, partnership: { id: string; code: string }, kind: string, at: Date): Promise<void> {
  const speakers = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT g.person_id::text AS id FROM partnership_member m JOIN role_grant g ON g.organisation_id = m.organisation_id
    WHERE m.partnership_id = ${partnership.id}::uuid AND m.joined_at IS NOT NULL
      AND (m.valid_to IS NULL OR m.valid_to > day_in_vietnam(${at}::timestamptz))
      AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL`;
  const subject = { type: "PARTNERSHIP", code: partnership.code } as const;
  await tell(tx, { event: "partnership.step", subject, params: { kind }, to: speakers.map(({ id }) => id) }, at);
}
