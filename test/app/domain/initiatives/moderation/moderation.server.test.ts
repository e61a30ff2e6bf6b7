import { beforeAll, expect, test } from "vitest";
import { must, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { judgeComment } from "#app/domain/initiatives/moderation/judge.server.ts";
import { findCase, listQueue } from "#app/domain/initiatives/moderation/queries.server.ts";
import { appealHiding, reportComment } from "#app/domain/initiatives/moderation/report.server.ts";
import { answer } from "#app/domain/initiatives/voice/answer.server.ts";
import { postComment } from "#app/domain/initiatives/voice/post-comment.server.ts";
import { findComment, findVoice } from "#app/domain/initiatives/voice/queries.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor } from "#test/support/initiative-cast.ts";

withTestDatabase();

let cast: Awaited<ReturnType<typeof aCast>>;
let writer: Actor;
let reporter: Actor;
let second: Actor;
beforeAll(async () => {
  cast = await aCast();
  writer = await anActor("Người viết");
  reporter = await anActor("Người báo cáo");
  second = await anActor("Cán bộ tiếp nhận thứ hai", ["INTAKE"], cast.intakeBody);
});

const WORDS = "Số điện thoại của chị Lành là 0900 000 000, gọi mà hỏi.";
const REPORT = { ground: "PERSONAL_DATA", reason: "Lộ số điện thoại của người khác.", language: "vi" } as const;
const HIDE = { verdict: "HIDE", ground: "PERSONAL_DATA", reason: "Có số điện thoại riêng.", language: "vi" } as const;
const because = { ground: null, reason: "Đọc lại: không nêu dữ liệu riêng của ai.", language: "vi" } as const;

/** A question on a public initiative, reported. */
async function reported(): Promise<{ code: string; comment: string }> {
  const code = await submitInitiative(cast.proposer, { opensEarly: true });
  await screenAs(cast, code);
  const asked = { stance: "QUESTION", addressee: "PROPOSER", text: WORDS, language: "vi" } as const;
  const { code: comment } = must(await postComment(writer, code, asked));
  must(await reportComment(reporter, comment, REPORT));
  return { code, comment };
}

async function openClocks(comment: string): Promise<string[]> {
  const { id } = await db().comment.findUniqueOrThrow({ where: { code: comment }, select: { id: true } });
  const open = await db().obligation.findMany({ where: { subjectId: id, doneAt: null, voidedAt: null } });
  return open.map((one) => one.kind).sort();
}

test("a report starts one clock, and hides nothing by itself", async () => {
  const { comment } = await reported();
  expect(await openClocks(comment)).toEqual(["MODERATION_REVIEW", "QUESTION_ANSWER"]);
  expect((await findComment(null, comment))?.text).toBe(WORDS);
  expect(await reportComment(reporter, comment, REPORT)).toMatchObject({ ok: false, code: "ALREADY_REPORTED" });
  expect(await reportComment(writer, comment, REPORT)).toMatchObject({ ok: false, code: "OWN_COMMENT" });
  must(await reportComment(cast.proposer, comment, REPORT));
  expect(await openClocks(comment)).toEqual(["MODERATION_REVIEW", "QUESTION_ANSWER"]);
  expect((await listQueue(cast.intake)).find((one) => one.code === comment)).toMatchObject({ reports: 2 });
  expect(await listQueue(reporter)).toEqual([]);
  expect(await findCase(cast.steering, comment)).toBeNull();
});

test("what is hidden leaves a tombstone with ground, reason, body and date, and nobody's words anywhere", async () => {
  const { code, comment } = await reported();
  must(await judgeComment(cast.intake, comment, HIDE));
  const voice = await findVoice(null, code, { stance: null, after: null, limit: 20 });
  expect(voice).toMatchObject({ hidden: { PERSONAL_DATA: 1 }, counts: { QUESTION: 0 }, unanswered: 0 });
  expect(voice?.comments[0]).toMatchObject({
    ...{ text: null, name: null },
    tombstone: { kind: "HIDDEN", ground: "PERSONAL_DATA", reason: HIDE.reason, post: "INTAKE", appeal: null },
  });
  expect((await findComment(writer, comment))?.text).toBe(WORDS);
  expect(await openClocks(comment)).toEqual([]);
  const late = { text: "Trả lời sau khi đã ẩn.", language: "vi" } as const;
  expect(await answer(cast.proposer, comment, late)).toMatchObject({ ok: false, code: "COMMENT_GONE" });
  const entries = await db().recordEntry.findMany({ where: { subjectCode: code } });
  expect(entries.map((one) => one.kind)).toContain("comment.hidden");
  expect(JSON.stringify(entries.map((one) => one.payload))).not.toContain("0900");
  expect(await db().notice.count({ where: { personId: writer.personId, event: "comment.moderated" } })).toBe(1);
});

test("who wrote, reported, proposed or sits elsewhere does not judge; nobody judges twice", async () => {
  const { comment } = await reported();
  const own = await anActor("Cán bộ báo cáo", ["INTAKE"], cast.intakeBody);
  must(await reportComment(own, comment, REPORT));
  for (const other of [own, writer, reporter, cast.proposer, cast.chair, cast.steering])
    expect(await judgeComment(other, comment, HIDE)).toMatchObject({ ok: false, code: "NOT_YOUR_CASE" });
  must(await judgeComment(cast.intake, comment, { ...because, verdict: "KEEP" }));
  expect(await judgeComment(second, comment, HIDE)).toMatchObject({ ok: false, code: "NOTHING_TO_JUDGE" });
  expect((await findComment(null, comment))?.text).toBe(WORDS);
});

test("the author appeals once, and another than who hid it decides", async () => {
  const { comment } = await reported();
  const plea = { reason: "Số này là số công khai của trạm khuyến nông.", language: "vi" } as const;
  expect(await appealHiding(writer, comment, plea)).toMatchObject({ ok: false, code: "NOT_HIDDEN" });
  must(await judgeComment(cast.intake, comment, HIDE));
  expect(await appealHiding(reporter, comment, plea)).toMatchObject({ ok: false, code: "NOT_FOUND" });
  must(await appealHiding(writer, comment, plea));
  expect(await appealHiding(writer, comment, plea)).toMatchObject({ ok: false, code: "ALREADY_APPEALED" });
  expect((await findComment(null, comment))?.tombstone).toMatchObject({ appeal: "OPEN" });
  expect(await judgeComment(cast.intake, comment, { ...because, verdict: "UPHOLD" })).toMatchObject({
    ...{ ok: false, code: "NOT_YOUR_CASE" },
  });
  must(await judgeComment(second, comment, { ...because, verdict: "RESTORE" }));
  expect((await findComment(null, comment))?.text).toBe(WORDS);
  expect(await openClocks(comment)).toEqual(["QUESTION_ANSWER"]);
});

test("an appeal that is lost stays lost, and the database takes no act out of turn", async () => {
  const { comment } = await reported();
  must(await judgeComment(cast.intake, comment, HIDE));
  must(await appealHiding(writer, comment, { reason: "Xin xem lại lần nữa.", language: "vi" }));
  const { id } = await db().comment.findUniqueOrThrow({ where: { code: comment }, select: { id: true } });
  const row = { commentId: id, reason: "Không đúng lượt.", language: "vi", organisationId: cast.intakeBody };
  const insert = (kind: "HIDE" | "UPHOLD" | "RESTORE", personId: string, ground: string | null = null) =>
    db().moderation.create({ data: { ...row, kind, personId, ground } });
  await expect(insert("UPHOLD", cast.intake.personId)).rejects.toThrow("NOT_INDEPENDENT");
  await expect(insert("HIDE", second.personId, "SPAM")).rejects.toThrow("NOT_STANDING");
  must(await judgeComment(second, comment, { ...because, verdict: "UPHOLD" }));
  expect((await findComment(null, comment))?.tombstone).toMatchObject({ appeal: "UPHELD" });
  await expect(insert("RESTORE", second.personId)).rejects.toThrow("NO_APPEAL");
});
