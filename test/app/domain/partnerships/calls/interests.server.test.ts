import { beforeAll, describe, expect, test } from "vitest";
import { putCall, showInterest } from "#app/demo/partnerships/calls.server.ts";
import { closeCall, withdrawCall } from "#app/domain/partnerships/calls/finish.server.ts";
import { answerInterest, withdrawInterest } from "#app/domain/partnerships/calls/interests/answer.server.ts";
import { expressInterest } from "#app/domain/partnerships/calls/interests/express.server.ts";
import { findInterest, listOwnInterests } from "#app/domain/partnerships/calls/interests/queries.server.ts";
import { findCall } from "#app/domain/partnerships/calls/queries.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { type Body, body, must } from "../people.ts";

withTestDatabase();

const DAY_MS = 86_400_000;
const MESSAGE = "Phòng hiệu chuẩn của chúng tôi còn chỗ từ tháng sau cho ba mươi cảm biến.";
const ACCEPT = { outcome: "ACCEPTED", answer: "Rất mong được làm cùng.", language: "vi" } as const;
const DECLINE = { outcome: "DECLINED", answer: "Chúng tôi đã chọn đơn vị khác.", language: "vi" } as const;

let caller: Body;
let school: Body;
let state: Body;
let unverified: Body;

beforeAll(async () => {
  caller = await body("ENTERPRISE", "Công ty Cảm biến Lam Giang");
  school = await body("SCHOOL", "Viện Đo lường Lam Giang");
  state = await body("STATE", "Chi cục Đo lường Lam Giang");
  unverified = await body("SCHOOL", "Viện chưa xác minh", false);
});

function by({ organisationId }: Body) {
  return { organisationId, message: MESSAGE, language: "vi" } as const;
}

async function obligation(id: string) {
  return db().obligation.findFirstOrThrow({ where: { subjectId: id } });
}

async function toldTo(person: string, event: string): Promise<unknown[]> {
  const notices = await db().notice.findMany({ where: { personId: person, event }, orderBy: { id: "desc" } });
  return notices.map((notice) => notice.params);
}

describe("an interest", () => {
  test("is counted for everybody, named for its two sides alone, and the caller owes an answer", async () => {
    const code = await putCall(caller.actor, caller.organisationId);
    const id = await showInterest(school.actor, school.organisationId, { code });
    for (const reader of [null, state.actor])
      expect(await findCall(reader, code)).toMatchObject({ interests: 1, concerned: [] });
    for (const side of [caller.actor, school.actor])
      expect((await findCall(side, code))?.concerned).toMatchObject([{ id, state: "SENT" }]);
    expect(await findInterest(state.actor, id)).toBeNull();
    const found = await findInterest(caller.actor, id);
    expect(found).toMatchObject({ isCaller: true, isInterested: false, from: { post: "Giám đốc" } });
    expect(JSON.stringify(found)).not.toContain("@");
    const owed = await obligation(id);
    expect(owed).toMatchObject({
      kind: "INTEREST_ANSWER",
      subjectCode: code,
      workingDays: 10,
      creditorRole: "INTERESTED",
    });
    expect(owed).toMatchObject({ debtorOrganisationId: caller.organisationId, creditorOrganisationId: null });
    expect(await toldTo(caller.actor.personId, "call.interest")).toEqual([{ code, interest: id }]);
    const entries = await db().recordEntry.findMany({ where: { subjectCode: code, kind: "call.interest" } });
    expect(entries).toMatchObject([{ actorOrganisationId: null, actorPost: "PARTY_REP" }]);
    expect(entries[0]?.payload).not.toContain(school.organisationId);
  });

  test("comes from another verified body, by its representative, while the call is open", async () => {
    const code = await putCall(caller.actor, caller.organisationId);
    expect(await expressInterest(caller.actor, code, by(caller))).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    expect(await expressInterest(school.actor, code, by(state))).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    expect(await expressInterest(unverified.actor, code, by(unverified))).toMatchObject({
      code: "ORGANISATION_NOT_VERIFIED",
    });
    const late = new Date(Date.now() + 90 * DAY_MS);
    expect(await expressInterest(school.actor, code, by(school), late)).toMatchObject({ code: "CALL_NOT_OPEN" });
    const draft = await putCall(caller.actor, caller.organisationId, { publish: false });
    expect(await expressInterest(school.actor, draft, by(school))).toMatchObject({ code: "NOT_FOUND" });
    must(await closeCall(caller.actor, code, { reason: "" }));
    expect(await expressInterest(school.actor, code, by(school))).toMatchObject({ code: "CALL_NOT_OPEN" });
    const { id: callId } = await db().partnershipCall.findUniqueOrThrow({ where: { code } });
    const row = {
      callId,
      organisationId: school.organisationId,
      personId: school.actor.personId,
      post: "",
      message: "m",
    };
    await expect(db().callInterest.create({ data: row })).rejects.toThrow(/CALL_NOT_OPEN/);
  });

  test("of one organisation is one, however many are sent at once; taken back it may be sent anew", async () => {
    const code = await putCall(caller.actor, caller.organisationId);
    const sent = await Promise.all([1, 2, 3].map(() => expressInterest(school.actor, code, by(school))));
    expect(sent.map((one) => (one.ok ? "sent" : one.code)).toSorted()).toEqual([
      "ALREADY_INTERESTED",
      "ALREADY_INTERESTED",
      "sent",
    ]);
    const { id } = must(sent.find((one) => one.ok) ?? sent[0] ?? expect.fail("nothing came back"));
    expect(await db().obligation.count({ where: { subjectCode: code } })).toBe(1);
    expect(await withdrawInterest(state.actor, { code, id })).toMatchObject({ code: "NOT_FOUND" });
    must(await withdrawInterest(school.actor, { code, id }));
    expect((await obligation(id)).voidedAt).not.toBeNull();
    expect((await findCall(null, code))?.interests).toBe(0);
    must(await expressInterest(school.actor, code, by(school)));
    const { id: callId } = await db().partnershipCall.findUniqueOrThrow({ where: { code } });
    const row = {
      callId,
      organisationId: school.organisationId,
      personId: school.actor.personId,
      post: "",
      message: "m",
    };
    await expect(db().callInterest.create({ data: row })).rejects.toThrow(/Unique constraint|call_interest_once/);
  });

  test("is answered once, by the caller, with words for the other side alone", async () => {
    const code = await putCall(caller.actor, caller.organisationId);
    const id = await showInterest(school.actor, school.organisationId, { code });
    expect(await answerInterest(school.actor, { code, id }, ACCEPT)).toMatchObject({ code: "NOT_FOUND" });
    must(await answerInterest(caller.actor, { code, id }, ACCEPT));
    expect(await answerInterest(caller.actor, { code, id }, DECLINE)).toMatchObject({ code: "INTEREST_ANSWERED" });
    expect(await withdrawInterest(school.actor, { code, id })).toMatchObject({ code: "INTEREST_ANSWERED" });
    expect(await obligation(id)).toMatchObject({ outcome: "ACCEPTED", doneAt: expect.any(Date) });
    expect((await toldTo(school.actor.personId, "call.answered"))[0]).toEqual({
      code,
      interest: id,
      outcome: "ACCEPTED",
    });
    expect(await findInterest(school.actor, id)).toMatchObject({ state: "ACCEPTED", answer: { text: ACCEPT.answer } });
    const entry = await db().recordEntry.findFirstOrThrow({ where: { subjectCode: code, kind: "call.answered" } });
    expect(entry.payload).not.toContain("mong");
    expect(entry.payload).not.toContain(school.organisationId);
    await expect(db().callInterest.update({ where: { id }, data: { answer: "khác" } })).rejects.toThrow(/ONCE/);
    expect(await expressInterest(school.actor, code, by(school))).toMatchObject({ code: "ALREADY_INTERESTED" });
  });

  test("that waits gets the reason as its answer when the call is taken back; after a closing it is still answered", async () => {
    const taken = await putCall(caller.actor, caller.organisationId);
    const waiting = await showInterest(school.actor, school.organisationId, { code: taken });
    const reason = "Nhu cầu này không còn nữa.";
    must(await withdrawCall(caller.actor, taken, { reason }));
    expect(await findInterest(school.actor, waiting)).toMatchObject({ state: "DECLINED", answer: { text: reason } });
    expect((await obligation(waiting)).voidedAt).not.toBeNull();
    expect(await toldTo(school.actor.personId, "call.ended")).toContainEqual({ code: taken });
    const closed = await putCall(caller.actor, caller.organisationId);
    const id = await showInterest(school.actor, school.organisationId, { code: closed });
    must(await closeCall(caller.actor, closed, { reason: "" }));
    must(await answerInterest(caller.actor, { code: closed, id }, DECLINE));
    expect((await listOwnInterests(school.actor)).map((one) => [one.id, one.state])).toContainEqual([id, "DECLINED"]);
  });
});
