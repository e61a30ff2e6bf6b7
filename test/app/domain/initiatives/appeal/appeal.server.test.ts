import { beforeAll, describe, expect, test } from "vitest";
import { decideAs, evaluateAs, must, scoresOf, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeAppeal } from "#app/domain/initiatives/appeal/close-appeal.server.ts";
import { fileAppeal } from "#app/domain/initiatives/appeal/file-appeal.server.ts";
import { openPanel } from "#app/domain/initiatives/appeal/open-panel.server.ts";
import { findAppeal } from "#app/domain/initiatives/appeal/queries.server.ts";
import { voteOnAppeal } from "#app/domain/initiatives/appeal/vote.server.ts";
import { closeEvaluation } from "#app/domain/initiatives/council/close-evaluation.server.ts";
import { declareNoConflict } from "#app/domain/initiatives/council/declare-no-conflict.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { score } from "#app/domain/initiatives/council/score.server.ts";
import { findCase } from "#app/domain/initiatives/desk/queries.server.ts";
import { rejectForm } from "#app/domain/initiatives/intake/reject-form.server.ts";
import { findInitiative } from "#app/domain/initiatives/queries.server.ts";
import { replyToReview } from "#app/domain/initiatives/review/reply.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor, anOrganisation, evaluatorsOf } from "#test/support/initiative-cast.ts";

withTestDatabase();

const DAY_MS = 86_400_000;
const TEXT = "Lý do từ chối nói hồ sơ thiếu số liệu mùa khô, nhưng số liệu ấy nằm ở trang 12 của bản thuyết minh.";
const REASON = "Số liệu mùa khô có trong hồ sơ; hội đồng trước không nhắc đến nên cần đánh giá lại từ đầu.";
const APPEAL = { text: TEXT, language: "vi" } as const;
const CLOSE = { reason: REASON, language: "vi" } as const;

let cast: Awaited<ReturnType<typeof aCast>>;
let otherCouncil: string;
let otherChair: Actor;
let panel: Actor[];

beforeAll(async () => {
  cast = await aCast();
  otherCouncil = await anOrganisation("OTHER", "Hội đồng thẩm định số 7");
  otherChair = await anActor("Chủ tịch thứ hai", ["CHAIR"], otherCouncil);
  panel = await evaluatorsOf(otherCouncil, 6);
});

function ids(people: readonly Actor[]) {
  return { evaluatorIds: people.map(({ personId }) => personId) };
}

async function rejected(at = new Date()) {
  const code = await submitInitiative(cast.proposer, {}, at);
  await screenAs(cast, code, {}, at);
  await evaluateAs(cast, code, {}, at);
  await decideAs(cast, code, { kind: "REJECTED" }, at);
  return code;
}

async function heard(code: string, votes: readonly boolean[], chair = otherChair) {
  must(await fileAppeal(cast.proposer, code, APPEAL));
  must(await openPanel(chair, code, ids(panel.slice(0, votes.length))));
  for (const [index, uphold] of votes.entries()) {
    const member = panel[index];
    if (!member) throw new Error("a member");
    must(await declareNoConflict(member, code));
    const voteReason = `Phiếu số ${index + 1}: đã đọc lại hồ sơ và lý do từ chối.`;
    must(await voteOnAppeal(member, code, { vote: uphold ? "UPHOLD" : "REOPEN", voteReason }));
  }
}

async function stateOf(code: string) {
  return (await db().initiative.findUniqueOrThrow({ where: { code }, select: { state: true } })).state;
}

describe("an appeal", () => {
  test("is the proposer's, once, while its time lasts, and goes to a council that had no part", async () => {
    const code = await rejected();
    expect(await fileAppeal(cast.intake, code, APPEAL)).toMatchObject({ code: "NOT_FOUND" });
    const late = new Date(Date.now() + 40 * DAY_MS);
    expect(await fileAppeal(cast.proposer, code, APPEAL, late)).toMatchObject({ code: "APPEAL_TOO_LATE" });
    expect(await findAppeal(cast.proposer, code)).toMatchObject({ mayAppeal: true, appeal: null });
    expect(await findAppeal(cast.proposer, code, late)).toMatchObject({ mayAppeal: false });
    must(await fileAppeal(cast.proposer, code, APPEAL));
    expect(await stateOf(code)).toBe("APPEALED");
    const clock = await db().obligation.findFirstOrThrow({
      where: { subjectCode: code, doneAt: null, voidedAt: null },
    });
    expect([clock.kind, clock.debtorOrganisationId]).toEqual(["APPEAL_REVIEW", otherCouncil]);
    expect(await fileAppeal(cast.proposer, code, APPEAL)).toMatchObject({ ok: false });
    const told = await db().notice.findMany({ where: { event: "appeal.filed", subjectCode: code } });
    expect(told.map(({ personId }) => personId)).toEqual([otherChair.personId]);
    expect((await findInitiative(null, code))?.appeal).toMatchObject({ outcome: null, text: null, reason: null });
    const running = await submitInitiative(cast.proposer);
    expect(await fileAppeal(cast.proposer, running, APPEAL)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
  });

  test("is heard by nobody who sat, led or decided before: not by the command, not by the database", async () => {
    const code = await rejected();
    must(await fileAppeal(cast.proposer, code, APPEAL));
    const free = panel.slice(0, 2);
    expect(await openPanel(cast.chair, code, ids(panel.slice(0, 3)))).toMatchObject({ code: "NOT_YOUR_CASE" });
    expect(await openPanel(otherChair, code, ids(free))).toMatchObject({ code: "TOO_FEW_SEATS" });
    const [earlier] = cast.evaluators;
    if (!earlier) throw new Error("an evaluator");
    expect(await openPanel(otherChair, code, ids([...free, earlier]))).toMatchObject({ code: "NOT_INDEPENDENT" });
    expect(await openEvaluation(otherChair, code, ids(panel.slice(0, 3)))).toMatchObject({ ok: false });
    expect(await closeAppeal(otherChair, code, CLOSE)).toMatchObject({ code: "NO_PANEL" });
    must(await openPanel(otherChair, code, ids(panel.slice(0, 3))));
    expect(await openPanel(otherChair, code, ids(panel.slice(0, 3)))).toMatchObject({ code: "NO_COUNCIL_DUE" });
    const { id: initiativeId } = await db().initiative.findUniqueOrThrow({ where: { code } });
    const { id: evaluationId } = await db().evaluation.findFirstOrThrow({ where: { initiativeId, kind: "APPEAL" } });
    for (const person of [earlier, cast.chair, cast.intakeHead])
      await expect(db().evaluationSeat.create({ data: { evaluationId, personId: person.personId } })).rejects.toThrow(
        /NOT_INDEPENDENT/,
      );
    const led = { initiativeId, round: 9, kind: "APPEAL" as const, chairId: cast.chair.personId, closedAt: new Date() };
    await expect(db().evaluation.create({ data: led })).rejects.toThrow(/NOT_INDEPENDENT/);
  });

  test("is voted on blind: no vote is read before all are in, and the outcome is theirs", async () => {
    const code = await rejected();
    must(await fileAppeal(cast.proposer, code, APPEAL));
    must(await openPanel(otherChair, code, ids(panel.slice(0, 3))));
    const [first, second, third] = panel;
    if (!first || !second || !third) throw new Error("three members");
    const vote = { vote: "UPHOLD", voteReason: "Lý do từ chối khớp với hồ sơ đã nộp." } as const;
    expect(await voteOnAppeal(first, code, vote)).toMatchObject({ code: "CONFLICT_NOT_DECLARED" });
    for (const one of [first, second, third]) must(await declareNoConflict(one, code));
    expect(await score(first, code, scoresOf())).toMatchObject({ code: "CRITERION_MISSING" });
    must(await voteOnAppeal(first, code, vote));
    expect(await voteOnAppeal(first, code, vote)).toMatchObject({ code: "ALREADY_SCORED" });
    must(await voteOnAppeal(second, code, { ...vote, vote: "REOPEN" }));
    for (const reader of [otherChair, cast.intakeHead, second]) {
      const page = await findCase(reader, code);
      expect(page?.appeal?.votes).toBeNull();
      expect(JSON.stringify(page?.seats)).not.toContain("khớp với hồ sơ");
    }
    expect(await closeAppeal(otherChair, code, CLOSE)).toMatchObject({ code: "SCORES_MISSING" });
    must(await voteOnAppeal(third, code, vote));
    expect(must(await closeAppeal(otherChair, code, CLOSE))).toEqual({ outcome: "REJECTION_UPHELD" });
    const page = await findInitiative(null, code);
    expect(page).toMatchObject({
      state: "REJECTION_UPHELD",
      appeal: { reason: REASON, votes: { uphold: 2, reopen: 1 } },
    });
    expect(JSON.stringify(page?.appeal)).not.toContain(TEXT);
    expect(await db().obligation.count({ where: { subjectCode: code, doneAt: null, voidedAt: null } })).toBe(0);
    expect(await fileAppeal(cast.proposer, code, APPEAL)).toMatchObject({ ok: false });
  });

  test("that is granted leads to a new council, its scores stay sealed, and a second decision stands beside the first", async () => {
    const code = await rejected();
    const before = await findInitiative(null, code);
    await heard(code, [false, true, false]);
    expect(must(await closeAppeal(otherChair, code, CLOSE))).toEqual({ outcome: "UNDER_EVALUATION" });
    const [earlier] = cast.evaluators;
    const fresh = panel.slice(3, 6);
    if (!earlier) throw new Error("an evaluator");
    expect(await openPanel(otherChair, code, ids([...fresh.slice(0, 2), earlier]))).toMatchObject({
      code: "NOT_INDEPENDENT",
    });
    expect(await openPanel(otherChair, code, ids(panel.slice(1, 4)))).toMatchObject({ code: "NOT_INDEPENDENT" });
    expect(await openPanel(cast.chair, code, ids(fresh))).toMatchObject({ code: "NOT_YOUR_CASE" });
    must(await openPanel(otherChair, code, ids(fresh)));
    for (const one of fresh) {
      must(await declareNoConflict(one, code));
      must(await score(one, code, scoresOf({ points: [97, 97, 97, 97] })));
    }
    must(await closeEvaluation(otherChair, code));
    expect((await findInitiative(null, code))?.scores).toEqual(before?.scores);
    expect((await findInitiative(cast.proposer, code))?.scores).toEqual(before?.scores);
    must(await replyToReview(cast.proposer, code, { text: "", language: "vi" }));
    await decideAs(cast, code, { kind: "ACCEPTED" });
    const after = await findInitiative(null, code);
    expect(after?.decisions.map(({ kind }) => kind)).toEqual(["REJECTED", "ACCEPTED"]);
    expect(after?.scores).not.toEqual(before?.scores);
    expect(after?.publicOn).toBe(before?.publicOn);
  });

  test("against a refusal on the form is granted by a tie, and stays closed to the public", async () => {
    const code = await submitInitiative(cast.proposer);
    const reason = "Hồ sơ mô tả một sản phẩm đang bán, không phải một sáng kiến.";
    must(await rejectForm(cast.intake, code, { reasonCode: "NOT_AN_INITIATIVE", reason }));
    // no council had a part yet: the one that has held the role longest hears it
    await heard(code, [true, false, true, false], cast.chair);
    expect(must(await closeAppeal(cast.chair, code, CLOSE))).toEqual({ outcome: "UNDER_EVALUATION" });
    const page = await findInitiative(null, code);
    expect(page).toMatchObject({ state: "UNDER_EVALUATION", content: null, appeal: { reason: null, text: null } });
    const entries = await db().recordEntry.findMany({ where: { subjectCode: code } });
    for (const secret of [REASON, TEXT]) expect(entries.map(({ payload }) => payload).join()).not.toContain(secret);
    await expect(
      db().initiative.update({ where: { code: await rejected() }, data: { state: "APPEALED" } }),
    ).rejects.toThrow(/NO_APPEAL/);
  });

  test("of a panel whose time is over is closed with the votes that came", async () => {
    const code = await rejected();
    must(await fileAppeal(cast.proposer, code, APPEAL));
    must(await openPanel(otherChair, code, ids(panel.slice(0, 3))));
    for (const one of panel.slice(0, 2)) {
      must(await declareNoConflict(one, code));
      must(await voteOnAppeal(one, code, { vote: "UPHOLD", voteReason: "Lý do từ chối khớp với hồ sơ đã nộp." }));
    }
    expect(await closeAppeal(otherChair, code, CLOSE)).toMatchObject({ code: "SCORES_MISSING", params: { count: 1 } });
    const late = new Date(Date.now() + 90 * DAY_MS);
    expect(must(await closeAppeal(otherChair, code, CLOSE, late))).toEqual({ outcome: "REJECTION_UPHELD" });
  });
});
