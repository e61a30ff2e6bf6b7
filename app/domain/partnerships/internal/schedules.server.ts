import type { Tx } from "#prisma/client.server.ts";
import type { Schedule, ShareDimension } from "../share-schedule.ts";

export type RecordedSchedule = Schedule & { dimension: ShareDimension };

/** The schedules of an agreement as they are known now; `party` of a line is the member's id. */
export async function currentSchedules(tx: Tx, agreementId: string): Promise<(RecordedSchedule & { id: string })[]> {
  return tx.$queryRaw<(RecordedSchedule & { id: string })[]>`
    SELECT s.id::text, s.dimension::text AS dimension, s.valid_from::text AS "from", s.valid_to::text AS "to",
      (SELECT json_agg(json_build_object('party', l.member_id, 'ppm', l.ppm) ORDER BY m.position)
        FROM share_line l JOIN partnership_member m ON m.id = l.member_id WHERE l.schedule_id = s.id) AS lines
    FROM share_schedule s WHERE s.agreement_id = ${agreementId}::uuid AND s.superseded_at IS NULL
    ORDER BY s.dimension, s.valid_from`;
}

/** The ids of those who stand in the schedules, with whatever share: the parties, who all sign. */
export function partiesOf(schedules: readonly RecordedSchedule[]): Set<string> {
  return new Set(schedules.flatMap(({ lines }) => lines.map(({ party }) => party)));
}

/** The same, of those that reach a day or a later one: whose signature a change from that day on needs. */
export function partiesFrom(schedules: readonly RecordedSchedule[], since: string): Set<string> {
  return partiesOf(schedules.filter(({ to }) => !to || to > since));
}

/** Writes schedules with their lines; `party` of a line is the member's id. The database checks them at commit. */
export async function insertSchedules(tx: Tx, agreementId: string, schedules: readonly RecordedSchedule[]) {
  for (const { dimension, from, to, lines } of schedules)
    await tx.shareSchedule.create({
      data: {
        agreementId,
        dimension,
        validFrom: new Date(`${from}T00:00:00Z`),
        validTo: to ? new Date(`${to}T00:00:00Z`) : null,
        lines: { createMany: { data: lines.map(({ party, ppm }) => ({ memberId: party, ppm })) } },
      },
    });
}
