import type { House } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { openObligation, voidObligationsOf } from "#app/domain/obligations/write.server.ts";
import { done } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { pool } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { clockStep, cureHouse } from "../internal/house-alarm.server.ts";
import { type LockedPartnership, lockPartnership } from "../internal/locked.server.ts";
import { isRunning, missingHouses, PARTNERSHIP_STATES } from "../partnership.ts";

// Begun, without a house and no alarm; with an alarm that is cured, overdue, or of a partnership that ended.
const TO_LOOK_AT = `
  SELECT p.code FROM partnership p
  WHERE p.state::text = ANY ($2) AND p.valid_from <= $1::date AND EXISTS (
    SELECT FROM unnest(ARRAY['STATE', 'SCHOOL', 'ENTERPRISE']::"House"[]) AS one(house)
    WHERE has_house(p.id, one.house, $1::date) = EXISTS (
      SELECT FROM house_alarm h WHERE h.partnership_id = p.id AND h.house = one.house AND h.ended_at IS NULL))
  UNION
  SELECT p.code FROM house_alarm h JOIN partnership p ON p.id = h.partnership_id
  WHERE h.ended_at IS NULL AND (p.state::text <> ALL ($2) OR h.overdue_at IS NULL AND EXISTS (
    SELECT FROM obligation o WHERE o.subject_id = h.id AND o.kind = 'HOUSE_CURE' AND o.done_at IS NULL
      AND o.voided_at IS NULL AND o.due_on < $1::date))
  ORDER BY code LIMIT 500`;

/**
 * The clock's own act: where a running partnership that has begun is without one of the three houses, an alarm is raised and the lead
 * owes a party of that house within the cure period; where it is back, the alarm ends; where the period is over, the
 * parties are told: to suspend stays their decision, or a State authority's. Run as often as one likes. Returns how many
 * alarms were raised or ended or told. Source: docs/domain.md, "A house is lost".
 */
export async function watchHouses(at = new Date()): Promise<number> {
  const { rows } = await pool().query<{ code: string }>(TO_LOOK_AT, [
    dayInVietnam(at),
    PARTNERSHIP_STATES.filter(isRunning),
  ]);
  let acts = 0;
  for (const { code } of rows) {
    const outcome = await inTransaction(async (tx) => {
      const partnership = await lockPartnership(tx, code);
      return done(partnership ? await look(tx, partnership, at) : 0);
    });
    if (outcome.ok) acts += outcome.value;
  }
  return acts;
}

async function look(tx: Tx, partnership: LockedPartnership, at: Date): Promise<number> {
  const today = dayInVietnam(at);
  const { id: partnershipId, members } = partnership;
  const open = await tx.houseAlarm.findMany({ where: { partnershipId, endedAt: null } });
  if (!isRunning(partnership.state)) {
    for (const { id } of open) {
      await tx.houseAlarm.update({ where: { id }, data: { endedAt: at, outcome: "ENDED" } });
      await voidObligationsOf(tx, id, "HOUSE_CURE", at);
    }
    return open.length;
  }
  const present = members.filter(({ joined, from, to }) => joined && from <= today && (to === null || to > today));
  const missing = partnership.from > today ? [] : missingHouses(present);
  let acts = 0;
  for (const house of missing.filter((one) => !open.some((alarm) => alarm.house === one))) {
    await raise(tx, partnership, house, at);
    acts += 1;
  }
  for (const { house } of open)
    if (!missing.some((one) => one === house) && (await cureHouse(tx, partnership, house, at))) acts += 1;
  for (const { id, house } of open.filter(({ overdueAt }) => overdueAt === null)) {
    if (!missing.some((one) => one === house) || !(await isOver(tx, id, today))) continue;
    await tx.houseAlarm.update({ where: { id }, data: { overdueAt: at } });
    await clockStep(tx, partnership, { kind: "partnership.house-overdue", payload: { house }, at });
    acts += 1;
  }
  return acts;
}

async function raise(tx: Tx, partnership: LockedPartnership, house: House, at: Date): Promise<void> {
  const { id: partnershipId, code, members } = partnership;
  const today = dayInVietnam(at);
  const left = members.filter((member) => member.house === house && member.to !== null && member.to <= today);
  const lostOn =
    left
      .map(({ to }) => to ?? today)
      .sort()
      .at(-1) ?? today;
  const { id } = await tx.houseAlarm.create({
    data: { partnershipId, house, lostOn: new Date(`${lostOn}T00:00:00Z`), raisedAt: at },
  });
  const lead = members.find(({ role }) => role === "LEAD");
  const dueOn = await openObligation(
    tx,
    {
      subject: { type: "PARTNERSHIP", id, code },
      kind: "HOUSE_CURE",
      debtor: { organisationId: lead?.organisationId ?? null, role: "PARTY_REP" },
      parameter: "partnership.house-cure.working-days",
    },
    at,
  );
  await clockStep(tx, partnership, { kind: "partnership.house-lost", payload: { house, lostOn, dueOn }, at });
}

async function isOver(tx: Tx, alarmId: string, today: string): Promise<boolean> {
  const open = await tx.obligation.count({
    where: {
      ...{ subjectId: alarmId, kind: "HOUSE_CURE", doneAt: null, voidedAt: null },
      dueOn: { lt: new Date(`${today}T00:00:00Z`) },
    },
  });
  return open > 0;
}
