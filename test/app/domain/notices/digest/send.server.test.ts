import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { beforeEach, expect, test } from "vitest";
import type { Actor, Role } from "#app/domain/accounts/actor.ts";
import { digestRounds, sendDigests } from "#app/domain/notices/digest/send.server.ts";
import { chooseBySecret, findSubscriber } from "#app/domain/notices/digest/unsubscribe.server.ts";
import { NOTICE_GROUPS, type NoticeEvent } from "#app/domain/notices/event.ts";
import { markRead } from "#app/domain/notices/mark-read.server.ts";
import { savePreferences } from "#app/domain/notices/preferences.server.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { done } from "#app/platform/outcome.ts";
import { db, pool } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { resetDatabase, withTestDatabase } from "#test/setup/database.ts";
import { anActor, anOrganisation } from "#test/support/initiative-cast.ts";

withTestDatabase();
beforeEach(resetDatabase);

/** Wednesday, 25 November 2026, eight in the morning in Vietnam. */
const WEDNESDAY = new Date("2026-11-25T01:00:00Z");
const MONDAY = new Date("2026-11-23T01:00:00Z");
const DAY_MS = 86_400_000;
const NEWS_AT = new Date("2026-11-22T20:00:00Z");
const EVERYTHING = { onPage: [...NOTICE_GROUPS], byMail: [...NOTICE_GROUPS] };

type Letter = { to: string; subject: string; text: string; html: string; unsubscribe: string };

async function letters(): Promise<Letter[]> {
  const { rows } = await pool().query<{ payload: Letter }>(
    "SELECT payload FROM outbox WHERE topic = 'mail' ORDER BY id",
  );
  return rows.map(({ payload }) => payload);
}

async function news(to: readonly Actor[], event: NoticeEvent = "comment.posted", at = NEWS_AT, mailed: Actor[] = []) {
  await inTransaction(async (tx) => {
    const subject = { type: "INITIATIVE", code: "SK-2026-0001" } as const;
    const ids = (people: readonly Actor[]) => people.map((one) => one.personId);
    await tell(tx, { event, subject, to: ids(to), mailed: ids(mailed), followers: false }, at);
    return done(null);
  });
}

type Owed = { dueOn: string; person?: Actor; role?: Role; body?: string; code?: string };

async function owes({ dueOn, person, role, body, code = "SK-2026-0007" }: Owed): Promise<string> {
  const day = new Date(`${dueOn}T00:00:00Z`);
  const { id } = await db().obligation.create({
    data: {
      subjectType: "INITIATIVE",
      subjectId: randomUUID(),
      subjectCode: code,
      kind: person ? "COMPLETION" : "INTAKE_CHECK",
      debtorPersonId: person?.personId ?? null,
      debtorOrganisationId: body ?? null,
      debtorRole: role ?? "PROPOSER",
      basis: "initiative.intake-check.working-days",
      openedAt: new Date("2026-11-02T03:00:00Z"),
      originalDueOn: day,
      dueOn: day,
    },
  });
  return id;
}

test("a person with news gets one digest, in their language, and the news is marked", async () => {
  const reader = await anActor("Người đọc");
  const french = await anActor("Lectrice");
  await db().person.update({ where: { id: french.personId }, data: { language: "fr" } });
  await news([reader, french]);
  await news([reader], "question.asked");
  expect(await sendDigests(WEDNESDAY)).toBe(2);
  const sent = await letters();
  const [own] = sent.filter((one) => one.to === reader.email);
  expect(own?.subject).toBe("Ba Nhà, 25/11/2026: 2 tin mới");
  expect(own?.text).toContain(
    "SK-2026-0001 · Sáng kiến\nCó câu hỏi mới chờ trả lời · 03:00, 23/11/2026\nCó ý kiến mới",
  );
  expect(own?.html).toContain('<html lang="vi">');
  expect(own?.unsubscribe).toMatch(/^https:\/\/ba-nha\.example\/unsubscribe\/[\w-]{43}$/);
  expect(sent.find((one) => one.to === french.email)?.text).toContain("Un nouveau commentaire");
  expect(await db().notice.count({ where: { mailedAt: null } })).toBe(0);
  expect(await sendDigests(WEDNESDAY)).toBe(0);
  expect(await sendDigests(new Date(WEDNESDAY.getTime() + DAY_MS))).toBe(0);
});

test("nobody gets a digest without anything in it, before seven, or twice a day", async () => {
  const reader = await anActor("Người đọc");
  expect(await sendDigests(WEDNESDAY)).toBe(0);
  await news([reader]);
  expect(await sendDigests(new Date("2026-11-24T23:59:00Z"))).toBe(0);
  expect(await sendDigests(WEDNESDAY)).toBe(1);
  await news([reader], "question.asked", new Date(WEDNESDAY.getTime() + 1));
  expect(await sendDigests(new Date(WEDNESDAY.getTime() + 60_000))).toBe(0);
  expect(await sendDigests(new Date(WEDNESDAY.getTime() + DAY_MS))).toBe(1);
  expect(await db().digest.count()).toBe(2);
});

test("what came after seven waits for tomorrow, whenever the digest is sent", async () => {
  const reader = await anActor("Người đọc");
  await news([reader], "comment.posted", new Date("2026-11-25T00:00:00Z"));
  expect(await sendDigests(new Date("2026-11-25T16:00:00Z"))).toBe(0);
  expect(await sendDigests(new Date("2026-11-26T00:00:00Z"))).toBe(1);
});

test("what was read, mailed at once, unwanted by mail or too old is not in it", async () => {
  const reader = await anActor("Người đọc");
  await news([reader]);
  await markRead(reader, { upTo: 10n ** 17n, code: null });
  await news([reader], "initiative.step", NEWS_AT, [reader]);
  await news([reader], "case.assigned");
  await savePreferences(reader, { ...EVERYTHING, byMail: ["progress", "voice"], frequency: "DAILY" });
  await news([reader], "comment.posted", new Date(WEDNESDAY.getTime() - 15 * DAY_MS));
  expect(await sendDigests(WEDNESDAY)).toBe(0);
});

test("nothing goes to who is disabled, has not confirmed the address, or wants none", async () => {
  const [disabled, unconfirmed, silent] = [await anActor("A"), await anActor("B"), await anActor("C")];
  await news([disabled, unconfirmed, silent]);
  await db().person.update({ where: { id: disabled.personId }, data: { disabledAt: new Date() } });
  await db().person.update({ where: { id: unconfirmed.personId }, data: { emailConfirmedAt: null } });
  await savePreferences(silent, { ...EVERYTHING, frequency: "NEVER" });
  for (const person of [disabled, unconfirmed, silent]) await owes({ dueOn: "2026-11-25", person });
  expect(await sendDigests(WEDNESDAY)).toBe(0);
});

test("a weekly digest comes on Monday, and on a later day only what Monday's would have told", async () => {
  const reader = await anActor("Người đọc");
  await savePreferences(reader, { ...EVERYTHING, frequency: "WEEKLY" });
  await news([reader], "comment.posted", new Date("2026-11-23T02:00:00Z"));
  expect(await sendDigests(WEDNESDAY)).toBe(0);
  await news([reader], "question.asked", new Date("2026-11-20T02:00:00Z"));
  expect(await sendDigests(WEDNESDAY)).toBe(1);
  const [late] = await letters();
  expect(late?.text).toContain("Có câu hỏi mới");
  expect(late?.text).not.toContain("Có ý kiến mới");
  expect(await sendDigests(new Date(WEDNESDAY.getTime() + DAY_MS))).toBe(0);
  expect(await sendDigests(new Date(MONDAY.getTime() + 7 * DAY_MS))).toBe(1);
});

test("who owes something is reminded ahead, the day before, on the day and on the day after: overdue first", async () => {
  const proposer = await anActor("Người đề xuất");
  // Tuesday the 24th is a day off: three working days after Wednesday the 25th are Monday the 30th.
  for (const dueOn of ["2026-11-30", "2026-11-26", "2026-11-25", "2026-11-24"])
    await owes({ dueOn, person: proposer, code: `SK-2026-00${dueOn.slice(8)}` });
  await owes({ dueOn: "2026-11-27", person: proposer, code: "SK-2026-9999" });
  await owes({ dueOn: "2026-11-20", person: proposer, code: "SK-2026-9999" });
  expect(await sendDigests(WEDNESDAY)).toBe(1);
  const [letter] = await letters();
  expect(letter?.subject).toBe("Ba Nhà, 25/11/2026: 4 việc đến lượt bạn");
  expect(letter?.text.match(/· SK-2026-\d{4}\n/g)?.map((line) => line.slice(-3, -1))).toEqual(["24", "25", "26", "30"]);
  for (const words of ["Quá hạn 1 ngày", "Đến hạn hôm nay", "Đến hạn ngày mai", "Còn 5 ngày"])
    expect(letter?.text).toContain(words);
  expect(letter?.text).not.toContain("SK-2026-9999");
  expect(letter?.text).toContain("https://ba-nha.example/vi/submit/SK-2026-0024");
});

test("whoever holds the post in the body that owes is reminded, nobody of another body, and not while the clock stands", async () => {
  const [body, other] = [await anOrganisation("STATE", "Cơ quan A"), await anOrganisation("STATE", "Cơ quan B")];
  const officers = [await anActor("A", ["INTAKE"], body), await anActor("B", ["INTAKE"], body)];
  await anActor("C", ["INTAKE"], other);
  await anActor("D", ["CHAIR"], body);
  await owes({ dueOn: "2026-11-25", role: "INTAKE", body });
  const standing = await owes({ dueOn: "2026-11-25", role: "CHAIR", body });
  await db().obligationPause.create({ data: { obligationId: standing, reason: "chờ bổ sung" } });
  expect(await sendDigests(WEDNESDAY)).toBe(2);
  expect((await letters()).map((one) => one.to).sort()).toEqual(officers.map((one) => one.email).sort());
});

test("of much news a digest tells fifty, counts the rest, and repeats none of it", async () => {
  const reader = await anActor("Người đọc");
  for (let told = 0; told < 60; told += 1) await news([reader]);
  expect(await sendDigests(WEDNESDAY)).toBe(1);
  const [letter] = await letters();
  expect(letter?.subject).toContain("60 tin mới");
  expect(letter?.text.match(/Có ý kiến mới/g)).toHaveLength(50);
  expect(letter?.text).toContain("Còn 10 tin nữa");
  expect(await sendDigests(new Date(WEDNESDAY.getTime() + DAY_MS))).toBe(0);
});

test("a digest carries the way out of it: one click ends it, and the choice comes back", async () => {
  const reader = await anActor("Người đọc");
  await news([reader]);
  await sendDigests(WEDNESDAY);
  const secret = (await letters())[0]?.unsubscribe.split("/").at(-1);
  const { rows } = await pool().query<{ token_hash: string }>("SELECT token_hash FROM unsubscribe_token");
  expect(rows.map((row) => row.token_hash)).not.toContain(secret);
  expect(await findSubscriber(secret)).toMatchObject({ frequency: "DAILY" });
  expect((await chooseBySecret(secret, "NEVER")).ok).toBe(true);
  expect((await chooseBySecret(secret, "NEVER")).ok).toBe(true);
  await news([reader], "question.asked", WEDNESDAY);
  const tomorrow = new Date(WEDNESDAY.getTime() + DAY_MS);
  expect(await sendDigests(tomorrow)).toBe(0);
  expect((await chooseBySecret(secret, "DAILY")).ok).toBe(true);
  expect(await sendDigests(tomorrow)).toBe(1);
  for (const text of [undefined, "", "x".repeat(43), `${secret}x`])
    expect(await chooseBySecret(text, "NEVER")).toMatchObject({ ok: false, code: "NOT_FOUND" });
});

test("the round of a process sends once a day and rests until the next", async () => {
  const reader = await anActor("Người đọc");
  let now = new Date("2026-11-24T23:00:00Z");
  const round = digestRounds(() => now);
  await news([reader]);
  await round();
  expect(await letters()).toHaveLength(0);
  now = WEDNESDAY;
  await round();
  await round();
  expect(await letters()).toHaveLength(1);
});

async function manyPeople(count: number): Promise<void> {
  await pool().query(
    `INSERT INTO person (email, email_confirmed_at) SELECT 'p' || n || '@vi-du.test', now() FROM generate_series(1, $1) AS n`,
    [count],
  );
  await pool().query(
    `INSERT INTO notice (person_id, event, event_group, subject_type, subject_code, at)
     SELECT id, 'comment.posted', 'voice', 'INITIATIVE', 'SK-2026-0001', $1 FROM person`,
    [NEWS_AT],
  );
}

test("a thousand people, four workers at once: one digest each", { timeout: 60_000 }, async () => {
  await manyPeople(1_000);
  const sent = await Promise.all([1, 2, 3, 4].map(() => sendDigests(WEDNESDAY)));
  expect(sent.reduce((sum, one) => sum + one, 0)).toBe(1_000);
  const to = (await letters()).map((one) => one.to);
  expect([to.length, new Set(to).size]).toEqual([1_000, 1_000]);
  expect(await db().digest.count()).toBe(1_000);
  expect(await db().notice.count({ where: { mailedAt: null } })).toBe(0);
});

test("a worker that dies between two batches leaves nobody with two digests or none", { timeout: 60_000 }, async () => {
  await manyPeople(1_000);
  const holder = await pool().connect();
  await holder.query("BEGIN");
  await holder.query(
    `INSERT INTO digest (person_id, on_date) SELECT id, '2026-11-25' FROM person ORDER BY id OFFSET 500 LIMIT 1`,
  );
  const dying = sendDigests(WEDNESDAY).catch(() => null);
  const blocked = await backendBlockedBy(holder);
  expect(await db().digest.count()).toBe(400);
  await pool().query("SELECT pg_terminate_backend($1)", [blocked]);
  expect(await dying).toBeNull();
  await holder.query("ROLLBACK");
  holder.release();
  await sendDigests(WEDNESDAY);
  const to = (await letters()).map((one) => one.to);
  expect([to.length, new Set(to).size]).toEqual([1_000, 1_000]);
});

/** The backend that waits for this connection's lock. */
async function backendBlockedBy(holder: PoolClient): Promise<number> {
  const { rows: own } = await holder.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  for (;;) {
    const { rows } = await pool().query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND $1 = ANY(pg_blocking_pids(pid))",
      [own[0]?.pid],
    );
    if (rows[0]) return rows[0].pid;
  }
}
