import { beforeAll, expect, test } from "vitest";
import { decideAs, evaluateAs, must, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { withdraw } from "#app/domain/initiatives/drafts/withdraw.server.ts";
import { answer } from "#app/domain/initiatives/voice/answer.server.ts";
import { postComment } from "#app/domain/initiatives/voice/post-comment.server.ts";
import { findComment, findVoice } from "#app/domain/initiatives/voice/queries.server.ts";
import { support, withdrawSupport } from "#app/domain/initiatives/voice/support.server.ts";
import { withdrawComment } from "#app/domain/initiatives/voice/withdraw-comment.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor } from "#test/support/initiative-cast.ts";

withTestDatabase();

let cast: Awaited<ReturnType<typeof aCast>>;
let reader: Actor;

beforeAll(async () => {
  cast = await aCast();
  reader = await anActor("Lê Thị Bạn Đọc");
});

const TEXT = "Bộ đo chạy được bao lâu khi cống đóng cả tháng, không có chênh lệch mực nước?";
const QUESTION = { stance: "QUESTION", addressee: "PROPOSER", text: TEXT, language: "vi" } as const;
const FOR = { stance: "FOR", addressee: null, text: "Nơi tôi làm ruộng cần đúng thứ này.", language: "vi" } as const;
const REPLY = { text: "Pin đi kèm giữ được 21 ngày ở chu kỳ năm phút.", language: "vi" } as const;

/** Public from the completeness check on, and not decided. */
async function open(): Promise<string> {
  const code = await submitInitiative(cast.proposer, { opensEarly: true });
  await screenAs(cast, code);
  return code;
}

function voiceOf(code: string, actor: Actor | null = null, stance: "FOR" | "AGAINST" | "QUESTION" | null = null) {
  return findVoice(actor, code, { stance, after: null, limit: 20 });
}

async function clocksOf(comment: string) {
  const { id } = await db().comment.findUniqueOrThrow({ where: { code: comment }, select: { id: true } });
  return db().obligation.findMany({ where: { subjectId: id }, orderBy: { openedAt: "asc" } });
}

test("support pressed a hundred times at the same moment counts once", async () => {
  const code = await open();
  const pressed = await Promise.all(Array.from({ length: 100 }, () => support(reader, code)));
  expect(pressed.every((one) => one.ok)).toBe(true);
  expect(await voiceOf(code, reader)).toMatchObject({ supports: 1, mySupport: 1 });
  must(await withdrawSupport(reader, code));
  expect(await voiceOf(code, reader)).toMatchObject({ supports: 0, mySupport: null });
  must(await support(reader, code));
  expect((await voiceOf(code))?.supports).toBe(1);
});

test("nobody supports or judges their own initiative, or one that is not public", async () => {
  const code = await open();
  expect(await support(cast.proposer, code)).toMatchObject({ ok: false, code: "OWN_INITIATIVE" });
  expect(await postComment(cast.proposer, code, FOR)).toMatchObject({ ok: false, code: "OWN_INITIATIVE" });
  const closed = await submitInitiative(cast.proposer);
  for (const gone of [closed, "SK-2026-999999"]) {
    expect(await support(reader, gone)).toMatchObject({ ok: false, code: "NOT_FOUND" });
    expect(await postComment(reader, gone, FOR)).toMatchObject({ ok: false, code: "NOT_FOUND" });
    expect(await voiceOf(gone, reader)).toBeNull();
  }
  const { id } = await db().initiative.findUniqueOrThrow({ where: { code }, select: { id: true } });
  const row = { initiativeId: id, versionNumber: 1 };
  await expect(db().support.create({ data: { ...row, personId: cast.proposer.personId } })).rejects.toThrow(
    "OWN_INITIATIVE",
  );
});

test("a person speaks once for or against, also of a hundred at the same moment, and asks as often as they like", async () => {
  const code = await open();
  const people = await Promise.all(Array.from({ length: 6 }, (_, index) => anActor(`Thành viên ${index}`)));
  for (const person of people) {
    const said = await Promise.all(Array.from({ length: 16 }, () => postComment(person, code, FOR)));
    expect(said.filter((one) => one.ok)).toHaveLength(1);
    expect(new Set(said.flatMap((one) => (one.ok ? [] : [one.code])))).toEqual(new Set(["ALREADY_SPOKE"]));
  }
  expect((await voiceOf(code))?.counts).toEqual({ FOR: 6, AGAINST: 0, QUESTION: 0 });
  const [first = reader] = people;
  must(await postComment(first, code, QUESTION));
  must(await postComment(first, code, { ...QUESTION, addressee: "BODY" }));
  const mine = (await voiceOf(code, first))?.myStance ?? "";
  must(await withdrawComment(first, mine));
  must(await postComment(first, code, { ...FOR, stance: "AGAINST" }));
  expect((await voiceOf(code))?.counts).toEqual({ FOR: 5, AGAINST: 1, QUESTION: 2 });
});

test("nobody writes without a name, and nobody floods", async () => {
  const code = await open();
  const nameless = { ...reader, name: null };
  expect(await postComment(nameless, code, FOR)).toMatchObject({ ok: false, code: "NAME_MISSING" });
  const loud = await anActor("Người hỏi nhiều");
  const asked = [];
  for (let turn = 0; turn < 21; turn += 1) asked.push(await postComment(loud, code, QUESTION));
  expect(asked.map((one) => (one.ok ? "" : one.code)).at(-1)).toBe("TOO_MANY");
  expect(asked.filter((one) => one.ok)).toHaveLength(20);
});

test("a question starts a clock, and its answer closes exactly that one", async () => {
  const code = await open();
  const first = must(await postComment(reader, code, QUESTION));
  const second = must(await postComment(reader, code, QUESTION));
  expect(first.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await clocksOf(first.code)).toMatchObject([
    { kind: "QUESTION_ANSWER", debtorRole: "PROPOSER", debtorPersonId: cast.proposer.personId, subjectCode: code },
  ]);
  for (const other of [reader, cast.intake, cast.chair])
    expect(await answer(other, first.code, REPLY)).toMatchObject({ ok: false, code: "NOT_THE_ADDRESSEE" });
  must(await answer(cast.proposer, first.code, REPLY));
  expect(await answer(cast.proposer, first.code, REPLY)).toMatchObject({ ok: false, code: "ALREADY_ANSWERED" });
  expect((await clocksOf(first.code))[0]?.doneAt).not.toBeNull();
  expect((await clocksOf(second.code))[0]?.doneAt).toBeNull();
  const page = await voiceOf(code);
  expect(page).toMatchObject({ unanswered: 1, counts: { QUESTION: 2 } });
  expect(page?.comments.find((one) => one.code === first.code)).toMatchObject({
    ...{ name: "Lê Thị Bạn Đọc", text: TEXT, version: 1, answer: { text: REPLY.text, body: null } },
    clock: { role: "PROPOSER", clock: { state: "met" } },
  });
  const told = await db().notice.findMany({ where: { personId: reader.personId, event: "question.answered" } });
  expect(told).toHaveLength(1);
  const asked = await db().notice.findMany({ where: { personId: cast.proposer.personId, event: "question.asked" } });
  expect(asked.length).toBeGreaterThan(0);
});

test("what is put to the body is owed by the one whose turn it is, and answered in its name", async () => {
  const code = await open();
  const { code: asked } = must(await postComment(reader, code, { ...QUESTION, addressee: "BODY" }));
  expect(await clocksOf(asked)).toMatchObject([{ debtorRole: "CHAIR", debtorOrganisationId: cast.council }]);
  expect(await answer(cast.proposer, asked, REPLY)).toMatchObject({ ok: false, code: "NOT_THE_ADDRESSEE" });
  must(await answer(cast.chair, asked, REPLY));
  expect((await findComment(null, asked))?.answer).toMatchObject({ body: { vi: "Hội đồng thẩm định số 3" } });
  await evaluateAs(cast, code);
  await decideAs(cast, code);
  const { code: later } = must(await postComment(reader, code, { ...QUESTION, addressee: "BODY" }));
  expect(await clocksOf(later)).toMatchObject([{ debtorRole: "STEERING", debtorOrganisationId: cast.steeringBody }]);
});

test("what is taken back leaves a tombstone and no clock; only its author takes it back", async () => {
  const code = await open();
  const { code: asked } = must(await postComment(reader, code, QUESTION));
  expect(await withdrawComment(cast.proposer, asked)).toMatchObject({ ok: false, code: "NOT_FOUND" });
  must(await withdrawComment(reader, asked));
  expect(await withdrawComment(reader, asked)).toMatchObject({ ok: false, code: "COMMENT_GONE" });
  expect(await answer(cast.proposer, asked, REPLY)).toMatchObject({ ok: false, code: "COMMENT_GONE" });
  expect((await clocksOf(asked))[0]?.voidedAt).not.toBeNull();
  const [left] = (await voiceOf(code, reader))?.comments ?? [];
  expect(left).toMatchObject({ code: asked, text: null, name: null, tombstone: { kind: "WITHDRAWN" } });
});

test("a withdrawn initiative takes its voices and their clocks with it", async () => {
  const code = await open();
  const { code: asked } = must(await postComment(reader, code, QUESTION));
  must(await withdraw(cast.proposer, code));
  expect(await voiceOf(code, reader)).toBeNull();
  expect(await findComment(reader, asked)).toBeNull();
  expect((await clocksOf(asked))[0]?.voidedAt).not.toBeNull();
});

test("the list goes on where it stopped, by stance, and a cursor that nobody gave out starts it anew", async () => {
  const code = await open();
  const person = await anActor("Người hỏi");
  for (let turn = 0; turn < 5; turn += 1) must(await postComment(person, code, QUESTION));
  must(await postComment(person, code, FOR));
  const first = await findVoice(null, code, { stance: "QUESTION", after: null, limit: 2 });
  const second = await findVoice(null, code, { stance: "QUESTION", after: first?.next ?? null, limit: 3 });
  const codes = [...(first?.comments ?? []), ...(second?.comments ?? [])].map((one) => one.code);
  expect(new Set(codes).size).toBe(5);
  expect(second?.next).toBeNull();
  expect((await voiceOf(code))?.comments).toHaveLength(6);
  for (const cursor of ["x", Buffer.from('["2026-13-99T99:99:99Z","YK-2026-0001"]').toString("base64url")])
    expect((await findVoice(null, code, { stance: null, after: cursor, limit: 20 }))?.comments).toHaveLength(6);
});
