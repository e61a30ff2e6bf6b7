import { beforeAll, expect, test } from "vitest";
import { answerAs, must, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { answerExtension } from "#app/domain/extensions/answer-extension.server.ts";
import { findExtensionDesk } from "#app/domain/extensions/queries.server.ts";
import { requestExtension } from "#app/domain/extensions/request-extension.server.ts";
import { submit } from "#app/domain/initiatives/drafts/submit.server.ts";
import { returnForCompletion } from "#app/domain/initiatives/intake/return-for-completion.server.ts";
import { findObligation, listDueForPeople, obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { openAgreedObligation } from "#app/domain/obligations/write.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor } from "#test/support/initiative-cast.ts";

withTestDatabase();

type Cast = Awaited<ReturnType<typeof aCast>>;
let cast: Cast;
let otherHead: Actor;

function at(on: string): Date {
  return new Date(`${on}T03:00:00Z`);
}
const REASON = "Hai thành viên đi công tác, cần thêm thời gian để chấm đủ phiếu.";
const ANSWER = "Lý do xác đáng; hội đồng báo tiến độ mỗi tuần một lần.";
const granted = { answer: "granted", reason: ANSWER } as const;
const refused = { answer: "refused", reason: ANSWER } as const;

beforeAll(async () => {
  cast = await aCast();
  otherHead = await anActor("Trưởng phòng thứ hai", ["INTAKE_HEAD"], cast.intakeBody);
});

/** An initiative submitted on Monday 16 March 2026; its check is due on 30 March. */
async function checking(): Promise<{ code: string; id: string }> {
  const code = await submitInitiative(cast.proposer, {}, at("2026-03-16"));
  return { code, id: await openId(code) };
}

async function openId(code: string): Promise<string> {
  const open = await db().obligation.findFirstOrThrow({
    where: { subjectCode: code, doneAt: null, voidedAt: null },
    orderBy: { openedAt: "desc" },
  });
  return open.id;
}

function ask(actor: Actor, id: string, untilOn: string, on: string) {
  return requestExtension(actor, id, { untilOn, reason: REASON }, at(on));
}

test("the debtor asks, the post above grants: the due date moves, the first one and the lateness against it stay", async () => {
  const { code, id } = await checking();
  expect(must(await ask(cast.intake, id, "2026-04-11", "2026-03-27"))).toEqual({ untilOn: "2026-04-13" });
  expect((await findObligation(id, at("2026-03-27")))?.dueOn).toBe("2026-03-30");
  expect(must(await answerExtension(cast.intakeHead, id, granted, at("2026-03-30")))).toEqual({ dueOn: "2026-04-13" });

  const read = await findObligation(id, at("2026-04-07"));
  expect(read).toMatchObject({
    originalDueOn: "2026-03-30",
    dueOn: "2026-04-13",
    clock: { state: "soon", daysPastOriginal: 8, metOriginal: false },
    extensions: [
      {
        ...{ untilOn: "2026-04-13", granted: true, reason: REASON, answerReason: ANSWER },
        ...{ requestedOn: "2026-03-27", answeredOn: "2026-03-30" },
        requestedBy: { role: "INTAKE" },
        answeredBy: { role: "INTAKE_HEAD", names: { vi: "Bộ phận tiếp nhận sáng kiến Lam Giang" } },
      },
    ],
  });
  const entries = await db().recordEntry.findMany({
    where: { subjectCode: code, kind: { startsWith: "obligation." } },
    orderBy: { id: "asc" },
  });
  expect(entries.map(({ kind, actorPost }) => [kind, actorPost])).toEqual([
    ["obligation.extension-requested", "INTAKE"],
    ["obligation.extension-granted", "INTAKE_HEAD"],
  ]);
  const told = await db().notice.findMany({ where: { subjectCode: code, event: { startsWith: "extension." } } });
  expect(new Set(told.map(({ event, personId }) => `${event} ${personId}`))).toEqual(
    new Set([
      `extension.requested ${cast.intakeHead.personId}`,
      `extension.requested ${otherHead.personId}`,
      `extension.answered ${cast.intake.personId}`,
      // who follows their own initiative
      `extension.answered ${cast.proposer.personId}`,
    ]),
  );
});

test("a refusal moves nothing and stays on record; another request may follow", async () => {
  const { id } = await checking();
  must(await ask(cast.intake, id, "2026-04-13", "2026-03-20"));
  expect(must(await answerExtension(cast.intakeHead, id, refused, at("2026-03-23")))).toEqual({ dueOn: "2026-03-30" });
  must(await ask(cast.intake, id, "2026-04-06", "2026-03-24"));
  const read = await findObligation(id, at("2026-03-24"));
  expect(read?.extensions.map((one) => one.granted)).toEqual([false, null]);
});

test("only whoever owes asks, while it runs, before it is over, for a later day and not for ever", async () => {
  const { code, id } = await checking();
  const code403 = { code: "NOT_THE_DEBTOR" };
  for (const other of [cast.proposer, cast.intakeHead, cast.chair])
    expect(await ask(other, id, "2026-04-13", "2026-03-20")).toMatchObject(code403);
  expect(await ask(cast.intake, id, "2026-03-30", "2026-03-20")).toMatchObject({ code: "NOT_LATER", field: "untilOn" });
  expect(await ask(cast.intake, id, "2026-12-31", "2026-03-20")).toMatchObject({ code: "TOO_MUCH_LATER" });
  expect(await ask(cast.intake, id, "2026-04-13", "2026-03-31")).toMatchObject({ code: "ALREADY_OVER" });
  expect(await ask(cast.intake, crypto.randomUUID(), "2026-04-13", "2026-03-20")).toMatchObject({ code: "NOT_FOUND" });
  expect(await ask(cast.intake, "x", "2026-04-13", "2026-03-20")).toMatchObject({ code: "NOT_FOUND" });
  must(await ask(cast.intake, id, "2026-04-13", "2026-03-20"));
  expect(await ask(cast.intake, id, "2026-04-14", "2026-03-20")).toMatchObject({ code: "ALREADY_ASKED" });
  await screenAs(cast, code, {}, at("2026-03-24"));
  expect(await ask(cast.intake, id, "2026-04-13", "2026-03-24")).toMatchObject({ code: "CLOCK_ENDED" });
  expect(await answerExtension(cast.intakeHead, id, granted, at("2026-03-24"))).toMatchObject({ code: "CLOCK_ENDED" });
});

test("somebody else answers, in the right post, once", async () => {
  const { id } = await checking();
  expect(await answerExtension(cast.intakeHead, id, granted, at("2026-03-20"))).toMatchObject({
    code: "NOTHING_ASKED",
  });
  must(await ask(cast.intake, id, "2026-04-13", "2026-03-20"));
  for (const other of [cast.intake, cast.proposer, cast.chair, cast.steering])
    expect(await answerExtension(other, id, granted, at("2026-03-20"))).toMatchObject({ code: "NOT_YOURS_TO_ANSWER" });
  const both = await Promise.all([
    answerExtension(cast.intakeHead, id, granted, at("2026-03-20")),
    answerExtension(otherHead, id, refused, at("2026-03-20")),
  ]);
  expect(both.map((one) => (one.ok ? "done" : one.code)).sort()).toEqual(["NOTHING_ASKED", "done"]);
});

test("one who holds both posts does not answer their own request", async () => {
  const both = await anActor("Hai vai", ["INTAKE", "INTAKE_HEAD"], cast.intakeBody);
  const { id } = await checking();
  must(await ask(both, id, "2026-04-13", "2026-03-20"));
  expect(await answerExtension(both, id, granted, at("2026-03-20"))).toMatchObject({ code: "NOT_YOURS_TO_ANSWER" });
  expect((await findExtensionDesk(both, id, at("2026-03-20"))).mayAnswer).toBe(false);
  expect((await findExtensionDesk(cast.intakeHead, id, at("2026-03-20"))).mayAnswer).toBe(true);
  expect(await findExtensionDesk(null, id)).toMatchObject({ mayRequest: false, mayAnswer: false, asked: null });
});

test("a proposer asks intake for time to complete the file; their reason is read by those concerned alone", async () => {
  const { code } = await checking();
  must(
    await returnForCompletion(
      cast.intake,
      code,
      { items: [{ field: "solution", message: "Thêm bản vẽ mặt cắt của bộ đo." }] },
      at("2026-03-20"),
    ),
  );
  const completion = await db().obligation.findFirstOrThrow({ where: { subjectCode: code, kind: "COMPLETION" } });
  const check = await db().obligation.findFirstOrThrow({ where: { subjectCode: code, kind: "INTAKE_CHECK" } });
  expect(await ask(cast.intake, check.id, "2026-05-04", "2026-03-23")).toMatchObject({ code: "CLOCK_STANDS" });
  expect(completion).toMatchObject({
    creditorRole: "INTAKE",
    creditorOrganisationId: cast.intakeBody,
    workingDays: 20,
  });
  must(await ask(cast.proposer, completion.id, "2026-05-04", "2026-04-01"));
  expect(await answerExtension(cast.proposer, completion.id, granted)).toMatchObject({ code: "NOT_YOURS_TO_ANSWER" });
  must(await answerExtension(cast.intake, completion.id, granted, at("2026-04-02")));
  const read = (await obligationsOf(code, at("2026-04-02"))).find(({ kind }) => kind === "COMPLETION");
  expect(read).toMatchObject({ dueOn: "2026-05-04", creditor: { role: "INTAKE" } });
  expect(JSON.stringify(read)).not.toContain(REASON);
  expect(JSON.stringify(read)).not.toContain(ANSWER);
  const entries = await db().recordEntry.findMany({ where: { subjectCode: code } });
  expect(entries.some(({ payload }) => payload.includes(REASON) || payload.includes(ANSWER))).toBe(false);
  const { revision } = await db().initiative.findUniqueOrThrow({ where: { code } });
  await answerAs(cast.proposer, code, {}, at("2026-05-04"));
  must(await submit(cast.proposer, code, { revision }, at("2026-05-04")));
  const resumed = (await obligationsOf(code, at("2026-05-04"))).find(({ kind }) => kind === "INTAKE_CHECK");
  const stored = await db().obligation.findUniqueOrThrow({ where: { id: check.id } });
  expect(stored.dueOn.toISOString().slice(0, 10)).toBe(resumed?.dueOn);
  expect(resumed?.pauses).toMatchObject([{ from: "2026-03-20", to: "2026-05-04", by: { role: "INTAKE" } }]);
});

test("what a day has left behind, or a later date, can no longer be granted, only refused", async () => {
  const { id } = await checking();
  must(await ask(cast.intake, id, "2026-04-06", "2026-03-30"));
  expect(await answerExtension(cast.intakeHead, id, granted, at("2026-04-07"))).toMatchObject({
    code: "NO_LONGER_LATER",
  });
  must(await answerExtension(cast.intakeHead, id, refused, at("2026-04-07")));
});

test("a day that was agreed is kept as agreed, moved off a day without work; its creditor body answers", async () => {
  const subject = { type: "PARTNERSHIP", id: crypto.randomUUID(), code: "DA-2026-0999" } as const;
  const debtor = { organisationId: cast.council, role: "CHAIR" } as const;
  const creditor = { organisationId: cast.steeringBody, role: "STEERING" } as const;
  const agreed = { subject, kind: "ASSIGNMENT", debtor, creditor, basis: "DA-2026-0999", dueOn: "2026-05-30" } as const;
  const dueOn = await db().$transaction((tx) => openAgreedObligation(tx, agreed, at("2026-05-04")));
  expect(dueOn).toBe("2026-06-01");
  const id = await openId("DA-2026-0999");
  must(await ask(cast.chair, id, "2026-06-15", "2026-05-20"));
  expect(await answerExtension(cast.intakeHead, id, granted)).toMatchObject({ code: "NOT_YOURS_TO_ANSWER" });
  must(await answerExtension(cast.steering, id, granted, at("2026-05-21")));
  expect(await findObligation(id, at("2026-05-21"))).toMatchObject({
    ...{ workingDays: null, basis: "DA-2026-0999", dueOn: "2026-06-15", originalDueOn: "2026-06-01" },
    creditor: { role: "STEERING", names: { vi: "Ban Chỉ đạo Lam Giang" } },
  });
});

test("whoever owes is reminded of what is due soon, and of what was due yesterday", async () => {
  const { code } = await checking();
  const due = async (days: number[], on: string) =>
    (await listDueForPeople(days, at(on))).filter(
      ({ subject, personId }) => subject.code === code && personId === cast.intake.personId,
    );
  expect(await due([3], "2026-03-27")).toMatchObject([
    { personId: cast.intake.personId, kind: "INTAKE_CHECK", dueOn: "2026-03-30", daysLeft: 3 },
  ]);
  expect(await due([-1], "2026-03-31")).toMatchObject([{ daysLeft: -1 }]);
  expect(await due([-1, 3, 7], "2026-03-25")).toEqual([]);
});

test("the database moves a due date by what is on record alone, and answers a request once", async () => {
  // no published year waits for its count
  await db().calendarYear.updateMany({ where: { recountedAt: null }, data: { recountedAt: new Date() } });
  const { id } = await checking();
  const until = new Date("2026-04-13T00:00:00Z");
  const move = db().obligation.update({ where: { id }, data: { dueOn: until } });
  await expect(move).rejects.toThrow(/DUE_DATE_OFF_RECORD/);
  await expect(db().obligation.update({ where: { id }, data: { originalDueOn: until } })).rejects.toThrow(/IMMUTABLE/);
  await expect(db().obligation.update({ where: { id }, data: { recountedDueOn: until } })).rejects.toThrow(
    /DUE_DATE_OFF_RECORD/,
  );
  const asked = {
    ...{ obligationId: id, reason: REASON, requestedById: cast.intake.personId, requestedByRole: "INTAKE" },
    requestedAt: at("2026-03-20"),
  };
  const early = { ...asked, untilOn: new Date("2026-03-30T00:00:00Z") };
  await expect(db().obligationExtension.create({ data: early })).rejects.toThrow(/EXTENSION_OUT_OF_TIME/);
  const made = await db().obligationExtension.create({ data: { ...asked, untilOn: until } });
  const answer = { granted: true, answerReason: ANSWER, answeredByRole: "INTAKE_HEAD", answeredAt: at("2026-03-21") };
  const own = { ...answer, answeredById: cast.intake.personId };
  await expect(db().obligationExtension.update({ where: { id: made.id }, data: own })).rejects.toThrow();
  const other = { ...answer, answeredById: cast.intakeHead.personId };
  await db().obligationExtension.update({ where: { id: made.id }, data: other });
  await expect(db().obligationExtension.update({ where: { id: made.id }, data: { granted: false } })).rejects.toThrow(
    /ONCE/,
  );
  // granted in an earlier transaction: what it allowed was to be done there and then
  await expect(db().obligation.update({ where: { id }, data: { dueOn: until } })).rejects.toThrow(
    /DUE_DATE_OFF_RECORD/,
  );
});
