import { inspect } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { answerComplaint } from "#app/domain/results/complaints/answer.server.ts";
import { complain } from "#app/domain/results/complaints/complain.server.ts";
import { findResult, openComplaintText } from "#app/domain/results/queries.server.ts";
import { listQueue } from "#app/domain/results/verification/queries.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { type Cast, gather, person, published } from "./cast.ts";

withTestDatabase();

let cast: Cast;
beforeAll(async () => {
  cast = await gather();
});

const complaint = {
  ground: "WRONG_FACTS",
  text: "Số đo sau sáu tháng không khớp với biên bản mà xã đang giữ.",
} as const;
const answer = "Đã đo lại tại ba giếng; số liệu của hồ sơ là đúng.";

async function codeOf(outcome: Promise<{ ok: true } | { ok: false; code: string }>): Promise<string> {
  const done = await outcome;
  return done.ok ? "done" : done.code;
}

describe("a complaint about a published result", () => {
  test("leaves it on its page under a banner, with a clock, and tells the public its ground alone", async () => {
    const code = await published(cast);
    const sent = await complain(cast.stranger, code, complaint);
    expect(sent.ok && sent.value.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    const result = await findResult(code);
    expect(result).toMatchObject({
      state: "UNDER_REVIEW",
      complaints: [{ ground: "WRONG_FACTS", outcome: null, answer: null }],
    });
    expect(inspect(result, { depth: null })).not.toContain(complaint.text);
    const entries = await db().recordEntry.findMany({ where: { subjectCode: code } });
    expect(entries.map((it) => it.kind)).toContain("result.under-review");
    expect(JSON.stringify(entries.map((it) => it.payload))).not.toContain(complaint.text);
    expect(await openComplaintText(code)).toBe(complaint.text);
    const { items } = await listQueue(cast.officer, "UNDER_REVIEW");
    expect(items.map((it) => [it.code, it.mine])).toEqual([[code, true]]);
  });

  test("that is dismissed leaves its answer on the page, and who sent it is told once", async () => {
    const code = await published(cast);
    await complain(cast.stranger, code, complaint);
    const personId = cast.stranger.personId;
    await db().follow.create({ data: { personId, subjectType: "RESULT", subjectCode: code } });
    expect(await codeOf(answerComplaint(cast.officer, code, { outcome: "DISMISSED", answer }))).toBe("done");
    expect(await findResult(code)).toMatchObject({
      state: "PUBLISHED",
      complaints: [{ outcome: "DISMISSED", answer }],
    });
    const clock = await db().obligation.findFirstOrThrow({ where: { subjectCode: code, kind: "RESULT_REVIEW" } });
    expect(clock).toMatchObject({ outcome: "PUBLISHED", debtorOrganisationId: cast.agency });
    const told = await db().notice.findMany({ where: { personId, subjectCode: code } });
    expect(told.map((it) => it.event)).toEqual(["result.step"]);
    expect(await codeOf(complain(cast.stranger, code, complaint))).toBe("ALREADY_COMPLAINED");
  });

  test("that is upheld leaves a tombstone with the answer as its reason", async () => {
    const code = await published(cast);
    await complain(cast.stranger, code, complaint);
    expect(await codeOf(answerComplaint(cast.officer, code, { outcome: "UPHELD", answer }))).toBe("done");
    expect(await findResult(code)).toMatchObject({ state: "WITHDRAWN", withdrawalReason: answer });
  });

  test("is sent by nobody of the host, once at a time, and answered by an independent officer who did not send it", async () => {
    const code = await published(cast);
    expect(await codeOf(complain(cast.author, code, complaint))).toBe("OWN_RESULT");
    expect(await codeOf(complain(cast.representative, code, complaint))).toBe("OWN_RESULT");
    const own = await person("Chuyên viên phản ánh", cast.agency, ["RESULT_OFFICER"]);
    expect(await codeOf(complain(own, code, complaint))).toBe("done");
    expect(await codeOf(complain(cast.stranger, code, complaint))).toBe("NOT_ALLOWED_FROM_STATE");
    const answered = { outcome: "UPHELD", answer } as const;
    expect(await codeOf(answerComplaint(cast.ownOfficer, code, answered))).toBe("VERIFIER_OF_HOST");
    expect(await codeOf(answerComplaint(cast.stranger, code, answered))).toBe("NOT_AN_OFFICER");
    expect(await codeOf(answerComplaint(own, code, answered))).toBe("OWN_COMPLAINT");
    expect(await codeOf(answerComplaint(cast.officer, code, answered))).toBe("done");
  });

  test("of two at once one is taken", async () => {
    const code = await published(cast);
    const other = await person("Người Ngoài Hai", null);
    const both = await Promise.all([complain(other, code, complaint), complain(cast.stranger, code, complaint)]);
    expect(both.map((it) => it.ok).sort()).toEqual([false, true]);
  });

  test("is answered once and by an independent officer, whoever writes", async () => {
    const code = await published(cast);
    await complain(cast.stranger, code, complaint);
    const { id } = await db().resultComplaint.findFirstOrThrow({ where: { result: { code } } });
    const data = { outcome: "DISMISSED", answer, answeredByBody: cast.agency, answeredAt: new Date() } as const;
    const write = (answeredById: string) =>
      db().resultComplaint.update({ where: { id }, data: { ...data, answeredById } });
    await expect(write(cast.ownOfficer.personId)).rejects.toThrow(/NOT_INDEPENDENT/);
    await expect(write(cast.stranger.personId)).rejects.toThrow(/NOT_INDEPENDENT/);
    await write(cast.officer.personId);
    await expect(write(cast.officer.personId)).rejects.toThrow(/ONCE/);
    await expect(db().resultComplaint.update({ where: { id }, data: { text: "khác" } })).rejects.toThrow(
      /permission denied/,
    );
  });
});
