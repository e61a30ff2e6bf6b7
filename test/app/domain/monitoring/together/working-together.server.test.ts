import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { listStandings, monitoringOf } from "#app/domain/monitoring/assessments/queries.server.ts";
import { readSubject } from "#app/domain/monitoring/assessments/read.server.ts";
import { assignReadings } from "#app/domain/monitoring/assignments/assign.server.ts";
import { listAssigned } from "#app/domain/monitoring/assignments/queries.server.ts";
import { answerInvitation, inviteBody } from "#app/domain/monitoring/bodies/invite.server.ts";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { joinTeam, leaveTeam } from "#app/domain/monitoring/campaigns/team.server.ts";
import { findVisit } from "#app/domain/monitoring/field-work/queries.server.ts";
import { signVisit } from "#app/domain/monitoring/field-work/sign.server.ts";
import { writeVisit } from "#app/domain/monitoring/field-work/visit.server.ts";
import { draftFinding } from "#app/domain/monitoring/findings/draft.server.ts";
import { confirmFinding, secondFinding } from "#app/domain/monitoring/findings/move.server.ts";
import { findFinding } from "#app/domain/monitoring/findings/queries.server.ts";
import { recommend } from "#app/domain/monitoring/recommendations/recommend.server.ts";
import { listWork } from "#app/domain/monitoring/workbench/queries.server.ts";
import { listNotices } from "#app/domain/notices/queries.server.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { anActor, anOrganisation } from "#test/support/initiative-cast.ts";
import { aVisit } from "#test/support/monitoring/field.ts";
import {
  aFront,
  aReading,
  DECLARATION,
  EVIDENCE,
  type Front,
  inField,
  laidOpen,
  move,
  must,
  planned,
  publishedCampaign,
} from "#test/support/monitoring/front.ts";
import { type Cast, gather, published } from "../../results/cast.ts";

withTestDatabase();

let front: Front;
let cast: Cast;
let province: { body: string; lead: Actor; monitor: Actor };
const SOON = "2030-01-15";
const ACCEPTS = { accepted: true, note: "" };

beforeAll(async () => {
  setEnvironment(readEnvironment({ NODE_ENV: "test", BASE_URL: "https://ba-nha.example" }));
  front = await aFront();
  cast = await gather();
  await published(cast);
  const body = await anOrganisation("OTHER", "Mặt trận tỉnh Lam Giang");
  province = {
    body,
    lead: await anActor("Trưởng đoàn tỉnh", ["MONITOR_LEAD"], body),
    monitor: await anActor("Người giám sát tỉnh", ["MONITOR"], body),
  };
});

async function firstUnit(code: string): Promise<string> {
  return (await listStandings(front.lead, code))[0]?.unitId ?? "";
}

function give(code: string, unitIds: string[], first: Actor, second: Actor, more = {}) {
  const pair = { firstId: first.personId, secondId: second.personId };
  return assignReadings(front.lead, code, { unitIds, ...pair, readOn: SOON, assignmentReason: "", ...more });
}

async function yours(actor: Actor) {
  return (await listWork(actor)).filter(({ isYours }) => isYours).map(({ kind, campaign }) => `${kind} ${campaign}`);
}

describe("another body of the Front in a campaign", () => {
  test("reads the plan once it is invited, works in it once its lead accepts, and does not move it", async () => {
    const code = await planned(front);
    expect(await findCampaign(province.lead, code)).toBeNull();
    expect(await inviteBody(front.monitor, code, { bodyId: province.body })).toMatchObject({
      code: "NOT_THE_MONITORING_LEAD",
    });
    expect(await inviteBody(front.lead, code, { bodyId: cast.school })).toMatchObject({ code: "NO_BODY_OF_THE_FRONT" });
    must(await inviteBody(front.lead, code, { bodyId: province.body }));
    expect(await inviteBody(front.lead, code, { bodyId: province.body })).toMatchObject({ code: "BODY_INVITED" });
    expect(await findCampaign(province.monitor, code)).toMatchObject({ bodies: [{ accepted: null }] });
    expect(await yours(province.lead)).toEqual([`INVITATION ${code}`]);
    expect(await yours(province.monitor)).toEqual([]);
    const joins = { email: province.monitor.email, post: "Thành viên tỉnh", declaration: DECLARATION };
    expect(await joinTeam(front.monitor, code, joins)).toMatchObject({ code: "NOBODY_OF_THE_FRONT" });
    expect(await answerInvitation(province.monitor, code, ACCEPTS)).toMatchObject({ code: "NOT_THE_MONITORING_LEAD" });
    must(await answerInvitation(province.lead, code, ACCEPTS));
    expect(await answerInvitation(province.lead, code, ACCEPTS)).toMatchObject({ code: "INVITATION_ANSWERED" });
    must(await joinTeam(front.monitor, code, joins));
    expect(await move(province.lead, code, "APPROVED")).toMatchObject({ code: "NOT_THE_MONITORING_LEAD" });
    const { items } = await listNotices(front.lead.personId, { limit: 5, before: null });
    expect(items.map(({ event }) => event)).toContain("campaign.invitation-answered");
  });

  test("reads the minutes of the field work, which wait with each who was there for their signature", async () => {
    const code = await inField(front, 1);
    const visit = must(await writeVisit(front.monitor, code, aVisit(front, await firstUnit(code)))).code;
    expect(await yours(front.second)).toContain(`SIGN ${code}`);
    must(await signVisit(front.second, visit));
    expect(await yours(front.second)).not.toContain(`SIGN ${code}`);
    expect(await findVisit(province.monitor, visit)).toBeNull();
    must(await inviteBody(front.lead, code, { bodyId: province.body }));
    expect(await findVisit(province.monitor, visit)).toBeNull();
    must(await answerInvitation(province.lead, code, ACCEPTS));
    expect(await findVisit(province.monitor, visit)).toMatchObject({ code: visit });
    const { rows } = await pool().query(
      "SELECT kind FROM record_entry WHERE subject_code = $1 ORDER BY id DESC LIMIT 1",
      [code],
    );
    expect(rows).toEqual([{ kind: "campaign.body-joined" }]);
  });

  test("that is monitored by it is not invited, and nobody else answers an invitation", async () => {
    await anActor("Trưởng đoàn trường", ["MONITOR_LEAD"], cast.school);
    const code = await planned(front);
    expect(await inviteBody(front.lead, code, { bodyId: cast.school })).toMatchObject({ code: "BODY_MONITORED" });
    const stranger = await anActor("Đại diện", ["PARTY_REP"], cast.school);
    expect(await answerInvitation(stranger, code, ACCEPTS)).toMatchObject({ code: "NOT_A_MONITOR" });
    expect(await db().securityEvent.count({ where: { personId: stranger.personId } })).toBe(1);
    expect(await answerInvitation(province.lead, code, ACCEPTS)).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("who reads what", () => {
  test("a lead gives subjects to two of the team until a day; given anew it says why, and each is told", async () => {
    const code = await inField(front, 1);
    const unit = await firstUnit(code);
    expect(await give(code, [unit], front.monitor, front.monitor)).toMatchObject({ code: "READERS_THE_SAME" });
    expect(await give(code, [unit], front.monitor, front.lead)).toMatchObject({ code: "READER_NOT_ON_THE_TEAM" });
    expect(await give(code, [unit], front.monitor, front.second, { readOn: "2026-01-01" })).toMatchObject({
      code: "READ_IN_THE_PAST",
    });
    expect(await yours(front.lead)).toContain(`ASSIGN ${code}`);
    must(await give(code, [unit], front.monitor, front.second));
    expect(await yours(front.monitor)).toContain(`READ ${code}`);
    expect(await yours(front.lead)).not.toContain(`ASSIGN ${code}`);
    expect(await give(code, [unit], front.second, front.monitor)).toMatchObject({ code: "REASON_FOR_ANOTHER_READER" });
    const reason = { assignmentReason: "Người thứ nhất đi công tác." };
    must(await give(code, [unit], front.second, front.monitor, reason));
    expect((await listAssigned(front.monitor, code))[0]?.readers.map(({ name }) => name)).toEqual([
      front.second.name,
      front.monitor.name,
    ]);
    const kept = await pool().query(
      "SELECT end_reason FROM reading_assignment WHERE ended_at IS NOT NULL AND unit_id = $1",
      [unit],
    );
    expect(kept.rows).toEqual([{ end_reason: reason.assignmentReason }, { end_reason: reason.assignmentReason }]);
    const { items } = await listNotices(front.second.personId, { limit: 1, before: null });
    expect(items[0]).toMatchObject({ event: "reading.assigned", code, params: { count: 1 } });
    must(await leaveTeam(front.lead, code, front.monitor.personId));
    expect((await listAssigned(front.second, code))[0]?.readers).toHaveLength(1);
  });

  test("what was read leaves the reader's list; whoever read it stays one of the two; a difference comes to the lead", async () => {
    const code = await inField(front, 1);
    const unit = await firstUnit(code);
    must(await give(code, [unit], front.monitor, front.second));
    must(await readSubject(front.monitor, unit, aReading()));
    expect(await yours(front.monitor)).not.toContain(`READ ${code}`);
    expect(await yours(front.second)).toContain(`READ ${code}`);
    const third = await anActor("Người giám sát thứ ba", ["MONITOR"], front.body);
    must(await joinTeam(front.monitor, code, { email: third.email, post: "Thành viên", declaration: DECLARATION }));
    const again = { assignmentReason: "Đổi người đọc thứ hai." };
    expect(await give(code, [unit], third, front.second, again)).toMatchObject({ code: "READ_BY_ANOTHER" });
    must(await give(code, [unit], front.monitor, third, again));
    must(await readSubject(third, unit, aReading({ completion: "LIMITED" })));
    expect(await yours(front.lead)).toContain(`SETTLE ${code}`);
    expect(await give(code, [unit], front.monitor, third, again)).toMatchObject({ code: "READ_TWICE_ALREADY" });
  });

  test("the database takes no assignment of somebody outside the team, nor one person twice", async () => {
    const code = await inField(front, 1);
    const unit = await firstUnit(code);
    const insert = (place: number, person: string) =>
      pool().query(
        "INSERT INTO reading_assignment (unit_id, place, person_id, due_on, assigned_by_id) VALUES ($1, $2, $3, '2030-01-01', $4)",
        [unit, place, person, front.lead.personId],
      );
    await expect(insert(1, front.lead.personId)).rejects.toThrow(/NOT_ON_THE_TEAM/);
    await insert(1, front.monitor.personId);
    await expect(insert(2, front.monitor.personId)).rejects.toThrow(/reading_assignment_person/);
    await expect(pool().query("DELETE FROM reading_assignment")).rejects.toThrow(/permission denied/);
  });
});

describe("a publication", () => {
  test("serves each recommendation at the same moment: a notice and a mail to who represents its addressee", async () => {
    const rep = await anActor("Đại diện trường", ["PARTY_REP"], cast.school);
    const mails = () => db().outbox.findMany({ where: { topic: "mail" } });
    const before = (await mails()).length;
    const { recommendation, finding } = await publishedCampaign(front, cast.school);
    const { items } = await listNotices(rep.personId, { limit: 1, before: null });
    expect(items[0]).toMatchObject({
      event: "recommendation.served",
      code: recommendation,
      params: { finding, until: "30/06/2027" },
    });
    const sent = (await mails()).slice(before).map(({ payload }) => JSON.stringify(payload));
    expect(sent.find((one) => one.includes(rep.email))).toContain(`/monitoring/recommendations/${recommendation}`);
    expect(sent.find((one) => one.includes(rep.email))).toContain(finding);
  });

  test("asks about the facts the body that answers for the subject and those named by a recommendation alone", async () => {
    const code = await inField(front, 1);
    const unit = await db().sampleUnit.findUniqueOrThrow({ where: { id: await firstUnit(code) } });
    expect(unit.bodyIds.length).toBeGreaterThan(1);
    const [answers = "", handed = ""] = unit.bodyIds;
    for (const reader of [front.monitor, front.second]) must(await readSubject(reader, unit.id, aReading()));
    const text = "Điều đã thấy, đối chiếu với điều phải có, viết đủ để ai cũng kiểm lại được.";
    const written = {
      criteria: text,
      condition: text,
      cause: text,
      effect: text,
      evidence: EVIDENCE,
      severity: "MINOR",
    } as const;
    const asked = { text, criticality: "IMPORTANT", priority: false, dueOn: "2030-01-31" } as const;
    const found: string[] = [];
    for (const addresseeId of [answers, handed]) {
      const input = { title: "Thiếu biên bản nghiệm thu", unitId: unit.id, ...written };
      const { code: finding } = must(await draftFinding(front.monitor, code, input));
      must(await recommend(front.monitor, finding, { ...asked, addresseeId }));
      must(await secondFinding(front.second, finding, { secondNote: "Đã đọc lại, đồng ý với phát hiện." }));
      must(await confirmFinding(front.lead, finding));
      found.push(finding);
    }
    await laidOpen(front, code);
    const checked = await Promise.all(
      found.map(async (one) => (await findFinding(front.lead, one))?.checks.map(({ body }) => body.id)),
    );
    expect(checked).toEqual([[answers], [answers, handed].toSorted()]);
    must(await move(front.lead, code, "PUBLISHED"));
    const [own] = (await monitoringOf("RESULT", unit.subjectCode)).assessments;
    expect(own?.findings.map((one) => one.code)).toEqual(found);
    expect(own?.findings[0]?.recommendations).toMatchObject([{ status: "OPEN" }]);
  });
});
