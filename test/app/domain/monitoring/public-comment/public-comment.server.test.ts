import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { findOwnCheck } from "#app/domain/monitoring/factual-check/queries.server.ts";
import { findFinding } from "#app/domain/monitoring/findings/queries.server.ts";
import { answerComments } from "#app/domain/monitoring/public-comment/answer.server.ts";
import { commentOnDraft } from "#app/domain/monitoring/public-comment/comment.server.ts";
import { prepareRound } from "#app/domain/monitoring/public-comment/prepare.server.ts";
import {
  findRound,
  listDeskComments,
  listDraftComments,
} from "#app/domain/monitoring/public-comment/queries.server.ts";
import { ruleOnComment } from "#app/domain/monitoring/public-comment/rule.server.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { addWorkingDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { anActor } from "#test/support/initiative-cast.ts";
import {
  aFront,
  aRound,
  CHECKED_DAYS_AGO,
  confirmed,
  daysAgo,
  type Front,
  inField,
  laidOpen,
  move,
  must,
  readAll,
} from "#test/support/monitoring/front.ts";
import { type Cast, gather, published } from "../../results/cast.ts";

withTestDatabase();

let front: Front;
let cast: Cast;
let member: Actor;
beforeAll(async () => {
  front = await aFront();
  cast = await gather();
  await published(cast);
  member = await anActor("Bà Lê Thị Mẫu");
}, 60_000);

const SAID = "Tôi nộp sáng kiến tháng 3, đến tháng 7 mới có trả lời và không nêu lý do.";
const NOTED = "Đã ghi nhận và nêu trong báo cáo.";

function said(about = "", text = SAID) {
  return { about, text, language: "vi" as const };
}
function keep(comment: string) {
  return { comment, keeps: true, ground: null, reason: "" };
}
function withhold(comment: string) {
  return { comment, keeps: false, ground: "PERSONAL_DATA" as const, reason: "Nêu số điện thoại của một người." };
}

/** A campaign whose draft is laid open with its one finding, since so many days. */
async function inComment(openedDaysAgo = 1) {
  const code = await inField(front, 1);
  await readAll(front, code);
  const { finding } = await confirmed(front, code, cast.school);
  await laidOpen(front, code, [finding], openedDaysAgo);
  return { code, finding };
}

describe("the public comment", () => {
  test("tells the body that a finding is about whether everybody reads its text now", async () => {
    const { finding } = await inComment();
    const code = await inField(front, 1);
    await readAll(front, code);
    const kept = await confirmed(front, code, cast.school);
    await laidOpen(front, code, []);
    const told = await Promise.all([finding, kept.finding].map((one) => findOwnCheck(cast.representative, one)));
    expect(told.map((check) => check?.isLaidOpen)).toEqual([true, false]);
  });

  test("opens with what a lead prepared, over confirmed findings, until a day, and with a clock of the Front", async () => {
    const code = await inField(front, 1);
    await readAll(front, code);
    const { finding } = await confirmed(front, code, cast.school);
    const other = await inField(front, 1);
    expect(await prepareRound(front.lead, code, aRound())).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
    must(await move(front.lead, code, "DRAFT_REPORT"));
    must(await move(front.lead, code, "FACTUAL_CHECK", daysAgo(CHECKED_DAYS_AGO)));
    expect(await move(front.lead, code, "PUBLIC_COMMENT")).toMatchObject({ code: "PUBLIC_ROUND_NOT_PREPARED" });
    expect(await prepareRound(front.monitor, code, aRound())).toMatchObject({ code: "NOT_THE_MONITORING_LEAD" });
    expect(await prepareRound(front.lead, code, aRound(["PH-2026-9999"]))).toMatchObject({
      code: "FINDING_NOT_OF_CAMPAIGN",
    });
    must(await prepareRound(front.lead, code, aRound([finding])));
    expect(await findRound(null, code)).toBeNull();
    expect(await findRound(front.monitor, code)).toMatchObject({ openedAt: null });
    must(await move(front.lead, code, "PUBLIC_COMMENT"));
    const due = addWorkingDays(dayInVietnam(new Date()), 15, await loadCalendar(db()));
    expect(await findRound(null, code)).toMatchObject({ dueOn: due, findings: [{ code: finding }] });
    expect((await findCampaign(null, code))?.commentUntil).toBe(due);
    expect(await findFinding(null, finding)).toBeNull();
    const { id } = await db().monitoringCampaign.findUniqueOrThrow({ where: { code } });
    const owed = await db().obligation.findFirstOrThrow({ where: { subjectId: id, kind: "PUBLIC_ANSWER" } });
    expect(owed).toMatchObject({ debtorOrganisationId: front.body, workingDays: 30 });
    expect(other).not.toBe(code);
  });

  test("everybody but the Front comments once on the whole and once on each finding; the monitored side is marked", async () => {
    const { code, finding } = await inComment();
    expect(await commentOnDraft(front.monitor, code, said())).toMatchObject({ code: "OWN_CAMPAIGN" });
    expect(await commentOnDraft({ ...member, name: null }, code, said())).toMatchObject({ code: "NAME_MISSING" });
    expect(await commentOnDraft(member, code, said("PH-2026-9999"))).toMatchObject({ code: "FINDING_NOT_LAID_OPEN" });
    const whole = must(await commentOnDraft(member, code, said()));
    expect(await commentOnDraft(member, code, said())).toMatchObject({ code: "SAID_ALREADY" });
    const own = must(await commentOnDraft(cast.representative, code, said(finding)));
    const desk = await listDeskComments(front.monitor, code);
    expect(desk.map((one) => [one.code, one.ofMonitored, one.state])).toEqual([
      [whole.code, false, "WAITING"],
      [own.code, true, "WAITING"],
    ]);
    // nobody reads what waits but its writer
    expect((await listDraftComments(null, code, null)).comments).toEqual([]);
    expect((await listDraftComments(member, code, null)).comments).toMatchObject([{ code: whole.code, isMine: true }]);
    const entry = await db().recordEntry.findFirstOrThrow({
      where: { kind: "public-comment.posted", subjectCode: code },
    });
    expect(entry.payload).not.toContain(SAID);
    expect(await listDeskComments(member, code)).toEqual([]);
  });

  test("many tries of one person at once leave one comment", async () => {
    const { code } = await inComment();
    const busy = await anActor("Người bấm nhiều lần");
    const tries = await Promise.all(Array.from({ length: 8 }, () => commentOnDraft(busy, code, said())));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("is read by the team under published grounds: what is withheld leaves a tombstone that another can lift", async () => {
    const { code } = await inComment();
    const { code: comment } = must(await commentOnDraft(member, code, said()));
    expect(await ruleOnComment(front.lead, code, keep(comment))).toMatchObject({ code: "NOT_ON_THE_TEAM" });
    expect(await ruleOnComment(cast.representative, code, keep(comment))).toMatchObject({ code: "NOT_A_MONITOR" });
    must(await ruleOnComment(front.monitor, code, withhold(comment)));
    const [tombstone] = (await listDraftComments(null, code, null)).comments;
    expect(tombstone).toMatchObject({ text: null, name: null, withheld: { ground: "PERSONAL_DATA" } });
    expect(
      await answerComments(front.monitor, code, { comments: [comment], outcome: "NOTED", text: NOTED }),
    ).toMatchObject({ code: "COMMENT_NOT_KEPT" });
    expect(await ruleOnComment(front.monitor, code, keep(comment))).toMatchObject({ code: "WITHHELD_BY_YOU" });
    must(await ruleOnComment(front.second, code, keep(comment)));
    expect((await listDraftComments(null, code, null)).comments).toMatchObject([{ text: SAID, name: member.name }]);
    const kinds = await db().recordEntry.findMany({
      where: { subjectCode: code, kind: { startsWith: "public-comment" } },
    });
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["public-comment.withheld", "public-comment.kept"]),
    );
  });

  test("the campaign is published after the last day, once everything said is read and every kept comment answered", async () => {
    const { code, finding } = await inComment();
    const first = must(await commentOnDraft(member, code, said())).code;
    const second = must(await commentOnDraft(cast.representative, code, said(finding))).code;
    const third = must(await commentOnDraft(await anActor("Ông Trần Mẫu"), code, said())).code;
    const later = new Date(Date.now() + 40 * 86_400_000);
    expect(await move(front.lead, code, "PUBLISHED")).toMatchObject({ code: "PUBLIC_ROUND_RUNS" });
    expect(await commentOnDraft(member, code, said(finding), later)).toMatchObject({ code: "PUBLIC_ROUND_OVER" });
    expect(await move(front.lead, code, "PUBLISHED", later)).toMatchObject({ code: "PUBLIC_COMMENTS_NOT_READ" });
    for (const one of [first, second]) must(await ruleOnComment(front.monitor, code, keep(one)));
    must(await ruleOnComment(front.monitor, code, withhold(third)));
    expect(await move(front.lead, code, "PUBLISHED", later)).toMatchObject({ code: "PUBLIC_COMMENTS_NOT_ANSWERED" });
    const both = { comments: [first, second], outcome: "PARTLY" as const, text: NOTED };
    must(await answerComments(front.second, code, both));
    expect(await answerComments(front.second, code, both)).toMatchObject({ code: "ANSWERED_ALREADY" });
    expect(await ruleOnComment(front.second, code, withhold(first))).toMatchObject({ code: "NOTHING_TO_RULE" });
    must(await move(front.lead, code, "PUBLISHED", later));
    expect((await findRound(null, code))?.counts).toEqual({ posted: 3, waiting: 0, kept: 2, withheld: 1, answered: 2 });
    const { id } = await db().monitoringCampaign.findUniqueOrThrow({ where: { code } });
    const owed = await db().obligation.findFirstOrThrow({ where: { subjectId: id, kind: "PUBLIC_ANSWER" } });
    expect(owed.outcome).toBe("ANSWERED");
  });
});

describe("the database alone refuses", () => {
  test("a round that changes once open, a late comment, a change or a deletion of anything said", async () => {
    const { code } = await inComment();
    const { id: campaignId } = await db().monitoringCampaign.findUniqueOrThrow({ where: { code } });
    const change = db().publicRound.update({ where: { campaignId }, data: { summary: { vi: "khác" } } });
    await expect(change).rejects.toThrow("FROZEN public_round");
    const row = { code: "GY-2026-9999", campaignId, personId: member.personId, text: SAID };
    const late = new Date(Date.now() + 60 * 86_400_000);
    await expect(db().publicComment.create({ data: { ...row, at: late } })).rejects.toThrow("PUBLIC_ROUND_OVER");
    const byFront = { ...row, personId: front.lead.personId };
    await expect(db().publicComment.create({ data: byFront })).rejects.toThrow("OWN_CAMPAIGN");
    const { code: comment } = must(await commentOnDraft(member, code, said()));
    const where = { code: comment };
    await expect(db().publicComment.update({ where, data: { text: "khác hẳn đi" } })).rejects.toThrow(
      "permission denied",
    );
    await expect(db().publicComment.delete({ where })).rejects.toThrow("permission denied");
  });

  test("a ruling or an answer of somebody outside the team, a delay of the clock, and a publication before all is considered", async () => {
    const { code } = await inComment();
    const { code: comment } = must(await commentOnDraft(member, code, said()));
    const { id: commentId, campaignId } = await db().publicComment.findUniqueOrThrow({ where: { code: comment } });
    const ruling = { commentId, keeps: true, byId: cast.representative.personId, post: "Hiệu trưởng" };
    await expect(db().publicCommentRuling.create({ data: ruling })).rejects.toThrow("NOT_A_MONITOR");
    const answer = { campaignId, outcome: "NOTED", text: NOTED, byId: front.lead.personId, post: "Trưởng đoàn" };
    await expect(db().publicAnswer.create({ data: answer })).rejects.toThrow("NOT_ON_THE_TEAM");
    const given = await db().publicAnswer.create({ data: { ...answer, byId: front.monitor.personId } });
    await expect(db().publicCommentAnswer.create({ data: { commentId, answerId: given.id } })).rejects.toThrow(
      "PUBLIC_ANSWER",
    );
    const owed = await db().obligation.findFirstOrThrow({ where: { subjectId: campaignId, kind: "PUBLIC_ANSWER" } });
    const pause = { obligationId: owed.id, reason: "x", byRole: "MONITOR" };
    await expect(db().obligationPause.create({ data: pause })).rejects.toThrow("PUBLIC_ANSWER_NOT_DELAYED");
    const step = { campaignId, fromState: "PUBLIC_COMMENT", toState: "PUBLISHED" } as const;
    const signed = { byId: front.lead.personId, post: "MONITOR_LEAD", at: new Date(Date.now() + 60 * 86_400_000) };
    await expect(db().campaignStep.create({ data: { ...step, ...signed } })).rejects.toThrow("NOT_READY PUBLISHED");
  });
});
