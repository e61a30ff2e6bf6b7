import { beforeAll, expect, test } from "vitest";
import { submitInitiative } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { NOTICE_GROUPS, type NoticeEvent } from "#app/domain/notices/event.ts";
import { readFrame } from "#app/domain/notices/frame.server.ts";
import { markRead } from "#app/domain/notices/mark-read.server.ts";
import { readPreferences, savePreferences } from "#app/domain/notices/preferences.server.ts";
import { listNotices } from "#app/domain/notices/queries.server.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { done } from "#app/platform/outcome.ts";
import { loader as home } from "#app/routes/account/me.tsx";
import { action as preferencesAction } from "#app/routes/me/notice-preferences.tsx";
import { action, loader } from "#app/routes/me/notices.tsx";
import { db, pool } from "#prisma/client.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { anActor } from "#test/support/initiative-cast.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";

withTestDatabase();

let proposer: Actor;
let code: string;

beforeAll(async () => {
  proposer = await anActor("Người đề xuất");
  code = await submitInitiative(proposer);
});

async function news(event: NoticeEvent, to: readonly Actor[], of = code): Promise<void> {
  await inTransaction(async (tx) => {
    const subject = { type: "INITIATIVE", code: of } as const;
    await tell(tx, { event, subject, to: to.map((one) => one.personId), followers: false });
    return done(null);
  });
}

test("what somebody is told is theirs alone, the newest first, and pages by place", async () => {
  const reader = await anActor("Người đọc");
  const other = await anActor("Người khác");
  await news("question.asked", [reader]);
  await news("comment.posted", [reader]);
  await news("comment.posted", [reader, reader]);
  const first = await listNotices(reader.personId, { limit: 2, before: null });
  expect(first.items.map((one) => one.event)).toEqual(["comment.posted", "comment.posted"]);
  const rest = await listNotices(reader.personId, { limit: 2, before: BigInt(first.next ?? 0) });
  expect(rest).toMatchObject({ items: [{ event: "question.asked", title: null, isRead: false }], next: null });
  expect((await listNotices(other.personId, { limit: 2, before: null })).items).toEqual([]);
});

test("marking read reaches what was shown, and nobody else's news", async () => {
  const reader = await anActor("Người đọc");
  const other = await anActor("Người khác");
  await news("question.asked", [reader, other]);
  const { items } = await listNotices(reader.personId, { limit: 5, before: null });
  await news("comment.posted", [reader]);
  const upTo = BigInt(items[0]?.id ?? 0);
  expect(await markRead(reader, { upTo, code: "SK-2026-9999" })).toBe(0);
  expect(await markRead(reader, { upTo, code: null })).toBe(1);
  expect((await readFrame(reader.personId, null)).unread).toBe(1);
  expect(await markRead(other, { upTo: 10n ** 17n, code })).toBe(1);
  expect((await readFrame(reader.personId, null)).unread).toBe(1);
});

test("a group that is not wanted on the page is neither shown nor counted, and comes back when wanted", async () => {
  const reader = await anActor("Người đọc");
  await news("comment.posted", [reader]);
  await news("author.invited", [reader]);
  const chosen = await readPreferences(reader.personId);
  expect(chosen).toEqual({ onPage: [...NOTICE_GROUPS], byMail: [...NOTICE_GROUPS], frequency: "DAILY" });
  await savePreferences(reader, { ...chosen, onPage: ["invitation"] });
  expect((await listNotices(reader.personId, { limit: 5, before: null })).items).toHaveLength(1);
  expect((await readFrame(reader.personId, null)).unread).toBe(1);
  await savePreferences(reader, chosen);
  expect((await readFrame(reader.personId, null)).unread).toBe(2);
});

test("the pages answer: reading, marking, choosing", async () => {
  const reader = await anActor("Người đọc");
  await news("comment.posted", [reader]);
  const page = await readPage(loader, "/vi/me/notices?before=999999999999999999", { as: reader });
  expect(page.data).toMatchObject({ items: [{ event: "comment.posted" }], isFirst: false });
  const send = (fields: Record<string, string | string[]>) =>
    sendForm(action, "/vi/me/notices", fields, { as: reader });
  expect((await send({ upTo: "1e9" })).status).toBe(404);
  expect((await send({})).status).toBe(422);
  expect((await send({ upTo: "999999999999999999" })).location).toBe("/vi/me/notices");
  const choose = (fields: Record<string, string | string[]>) =>
    sendForm(preferencesAction, "/vi/me/notices/preferences", fields, { as: reader });
  expect((await choose({ onPage: ["voice", "case"], frequency: "HOURLY" })).status).toBe(422);
  expect((await choose({ onPage: ["voice", "everything"], frequency: "NEVER" })).status).toBe(422);
  expect((await choose({ onPage: ["voice", "case"], byMail: "case", frequency: "WEEKLY" })).status).toBe(302);
  expect(await readPreferences(reader.personId)).toEqual({
    onPage: ["voice", "case"],
    byMail: ["case"],
    frequency: "WEEKLY",
  });
});

test("one's own page and the page of notices ask few questions, however much there is to tell", async () => {
  const reader = await anActor("Người đọc");
  for (let told = 0; told < 20; told += 1) await news("comment.posted", [reader]);
  for (const read of [loader, home]) {
    const ask = () => Promise.all([readPage(read, "/vi/me", { as: reader }), readFrame(reader.personId, null)]);
    await ask();
    const { queries } = await countQueries(ask);
    expect(queries.length, queries.join("\n")).toBeLessThanOrEqual(6);
  }
});

test("the database keeps what was read and what was told", async () => {
  const reader = await anActor("Người đọc");
  await news("comment.posted", [reader]);
  await markRead(reader, { upTo: 10n ** 17n, code: null });
  const change = (sql: string) => pool().query(`UPDATE notice SET ${sql} WHERE person_id = $1`, [reader.personId]);
  await expect(change("read_at = NULL")).rejects.toThrow(/ONCE/);
  await expect(change("event = 'question.asked'")).rejects.toThrow(/permission denied/);
  const strange = { personId: reader.personId, event: "x", eventGroup: "gossip", subjectCode: code };
  await expect(db().notice.create({ data: { ...strange, subjectType: "INITIATIVE" } })).rejects.toThrow(/check/i);
});
