import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid, typedDay } from "#app/platform/typed.ts";
import type { Tx } from "#prisma/client.server.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { mayLead } from "../monitoring.policy.ts";
import type { AssignmentInput } from "./assignment.schema.ts";

type AssignRefusal =
  | MonitorRefusal
  | "READERS_THE_SAME"
  | "READER_NOT_ON_THE_TEAM"
  | "NOT_IN_THE_SAMPLE"
  | "READ_TWICE_ALREADY"
  | "READ_BY_ANOTHER"
  | "REASON_FOR_ANOTHER_READER"
  | "READ_IN_THE_PAST";

const LEAST_REASON = 10;

/**
 * A lead gives drawn subjects to two people of the team, a first and a second reader, until a day; each is told once. Given
 * anew, the former readers end with the reason. It orders the work and takes nobody's right to read. Gives how many were
 * given. Refuses READERS_THE_SAME at `secondId`; READER_NOT_ON_THE_TEAM at the reader (the team is independent of every
 * monitored body); READ_IN_THE_PAST at `readOn`; NOT_IN_THE_SAMPLE, READ_TWICE_ALREADY and READ_BY_ANOTHER (somebody else
 * has read it, who must be one of the two) at `unitIds`; REASON_FOR_ANOTHER_READER at `assignmentReason`; and what
 * `asMonitor` refuses. Source: docs/domain.md, "Readings".
 */
export async function assignReadings(
  actor: Actor,
  code: string,
  input: AssignmentInput,
  at = new Date(),
): Promise<Outcome<{ given: number }, AssignRefusal>> {
  const tried = { act: "campaign.assign", code, leads: true, from: ["FIELDWORK"] } as const;
  return asMonitor<{ given: number }, AssignRefusal>(actor, tried, async (tx, campaign) => {
    const { unitIds, firstId, secondId, readOn, assignmentReason } = input;
    if (!mayLead(actor, campaign)) return refuse("NOT_THE_MONITORING_LEAD");
    if (firstId === secondId) return refuse("READERS_THE_SAME", { field: "secondId" });
    for (const [field, personId] of [
      ["firstId", firstId],
      ["secondId", secondId],
    ] as const)
      if (!(await isOnTeam(tx, campaign.id, personId))) return refuse("READER_NOT_ON_THE_TEAM", { field });
    if (readOn < dayInVietnam(at)) return refuse("READ_IN_THE_PAST", { field: "readOn" });
    const units = await lockUnits(tx, campaign.id, unitIds);
    if (units.length < unitIds.length) return refuse("NOT_IN_THE_SAMPLE", { field: "unitIds" });
    const readers = [firstId, secondId];
    const twice = units.find(({ readBy }) => readBy.length > 1);
    if (twice) return refuse("READ_TWICE_ALREADY", { field: "unitIds", params: { key: twice.key } });
    const other = units.find(({ readBy }) => readBy.some((one) => !readers.includes(one)));
    if (other) return refuse("READ_BY_ANOTHER", { field: "unitIds", params: { key: other.key } });
    const changed = units.flatMap(({ open }) => open.filter(({ place, personId }) => readers[place - 1] !== personId));
    if (changed.length > 0 && [...assignmentReason].length < LEAST_REASON)
      return refuse("REASON_FOR_ANOTHER_READER", { field: "assignmentReason" });
    const ends = { endedAt: at, endedById: actor.personId, endReason: assignmentReason || "OTHER_DAY" };
    await tx.readingAssignment.updateMany({ where: { unitId: { in: unitIds }, endedAt: null }, data: ends });
    const given = { dueOn: new Date(`${readOn}T00:00:00Z`), assignedById: actor.personId, assignedAt: at };
    await tx.readingAssignment.createMany({
      data: unitIds.flatMap((unitId) =>
        readers.map((personId, index) => ({ unitId, place: index + 1, personId, ...given })),
      ),
    });
    const subject = { type: "CAMPAIGN", code } as const;
    const told = {
      event: "reading.assigned",
      subject,
      params: { count: unitIds.length, until: typedDay(readOn) },
    } as const;
    await tell(tx, { ...told, to: readers, followers: false, by: actor.personId }, at);
    return done({ given: unitIds.length });
  });
}

async function isOnTeam(tx: Tx, campaignId: string, personId: string): Promise<boolean> {
  return isUuid(personId) && (await tx.campaignMember.count({ where: { campaignId, personId, leftAt: null } })) > 0;
}

type LockedUnit = { id: string; key: string; readBy: string[]; open: { place: number; personId: string }[] };

/** The drawn ones of these subjects, with who has read them and who is to. */
async function lockUnits(tx: Tx, campaignId: string, ids: readonly string[]): Promise<LockedUnit[]> {
  return tx.$queryRaw<LockedUnit[]>`
    SELECT u.id::text, u.key, ARRAY(SELECT r.reader_id::text FROM assessment_reading r WHERE r.unit_id = u.id) AS "readBy",
      coalesce((SELECT json_agg(json_build_object('place', x.place, 'personId', x.person_id)) FROM reading_assignment x
        WHERE x.unit_id = u.id AND x.ended_at IS NULL), '[]') AS open
    FROM sample_unit u JOIN campaign_sample s ON s.id = u.sample_id
    WHERE s.campaign_id = ${campaignId}::uuid AND u.drawn IS NOT NULL AND u.id = ANY (${[...ids]}::uuid[])`;
}
