import { beforeAll, describe, expect, test } from "vitest";
import { must, scoresOf, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeEvaluation } from "#app/domain/initiatives/council/close-evaluation.server.ts";
import { declareNoConflict } from "#app/domain/initiatives/council/declare-no-conflict.server.ts";
import { nameEvaluators } from "#app/domain/initiatives/council/name-evaluator.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { recuse } from "#app/domain/initiatives/council/recuse.server.ts";
import { score } from "#app/domain/initiatives/council/score.server.ts";
import { openSecondRound, proposedCriteria } from "#app/domain/initiatives/council/second-round.server.ts";
import { decide } from "#app/domain/initiatives/decision/decide.server.ts";
import { findCase } from "#app/domain/initiatives/desk/queries.server.ts";
import { rank } from "#app/domain/initiatives/desk/ranking.server.ts";
import { findReview } from "#app/domain/initiatives/review/queries.server.ts";
import { replyToReview } from "#app/domain/initiatives/review/reply.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { scoresSeenOf, underEvaluationBy } from "#test/support/council-eyes.ts";
import { aCast, anActor, evaluatorsOf } from "#test/support/initiative-cast.ts";

withTestDatabase();

const DAY_MS = 86_400_000;
const REASON = "Giải pháp giải được một khó khăn có thật và kiểm chứng được bằng số liệu kèm theo.";
const ACCEPT = { kind: "ACCEPTED", reason: REASON, language: "vi", legalRef: "" } as const;
let cast: Awaited<ReturnType<typeof aCast>>;

beforeAll(async () => {
  cast = await aCast();
});

function underEvaluation(people: readonly Actor[] = cast.evaluators.slice(0, 3)) {
  return underEvaluationBy(cast, people);
}

/** The first scores 90 on the first criterion where the others give 30; on the rest they agree. */
async function scoreApart(code: string) {
  for (const [index, one] of cast.evaluators.slice(0, 3).entries()) {
    const points = scoresOf().map((given) => ({
      ...given,
      value: given.criterion === "NOVELTY" ? (index === 0 ? 93 : 31) : 77,
      comment: `Nhận xét số ${index + 1} về tiêu chí này, có lý lẽ.`,
    }));
    must(await score(one, code, points));
  }
}

describe("scores are blind", () => {
  test("to everybody, chair and deciders too, until the last round is closed", async () => {
    const code = await underEvaluation();
    await scoreApart(code);
    expect(await scoresSeenOf(cast, code)).not.toMatch(/93|31|77|Nhận xét số/);
    must(await openSecondRound(cast.chair, code));
    expect(await scoresSeenOf(cast, code)).not.toMatch(/93|31|77|Nhận xét số/);
    expect(await rank([code])).toEqual([]);
  });

  test("and the criteria on which a council is apart stay unknown until all are in", async () => {
    const code = await underEvaluation();
    const [first, second] = cast.evaluators;
    if (!first || !second) throw new Error("two evaluators");
    must(await score(first, code, scoresOf({ points: [95, 95, 95, 95] })));
    must(await score(second, code, scoresOf({ points: [15, 15, 15, 15] })));
    expect(await proposedCriteria(code)).toEqual([]);
    expect(await openSecondRound(cast.chair, code)).toMatchObject({ code: "SCORES_MISSING" });
    expect((await proposedCriteria(code, new Date(Date.now() + 90 * DAY_MS))).length).toBeGreaterThan(0);
  });
});

describe("a second round", () => {
  test("is of the same people on the divergent criteria alone, who read the comments without names", async () => {
    const code = await underEvaluation();
    await scoreApart(code);
    expect(await proposedCriteria(code)).toEqual(["NOVELTY"]);
    expect(must(await openSecondRound(cast.chair, code))).toEqual({ criteria: ["NOVELTY"] });
    const [first, second, third] = cast.evaluators;
    if (!first || !second || !third) throw new Error("three evaluators");
    const seen = await findCase(first, code);
    expect(seen?.earlier.map(({ criterion }) => criterion)).toEqual(["NOVELTY", "NOVELTY", "NOVELTY"]);
    expect(JSON.stringify(seen?.earlier)).not.toMatch(/Người đánh giá|93|31/);
    expect(await score(first, code, scoresOf())).toMatchObject({ code: "CRITERION_MISSING" });
    const extra = { evaluatorIds: [cast.evaluators[4]?.personId ?? ""], replacesSeatId: null };
    expect(await nameEvaluators(cast.chair, code, extra)).toMatchObject({ code: "EVALUATION_CLOSED" });
    expect(await openSecondRound(cast.chair, code)).toMatchObject({ code: "EVALUATION_CLOSED" });
    const again = (value: number) =>
      scoresOf()
        .slice(0, 1)
        .map((one) => ({ ...one, value }));
    must(await score(first, code, again(66)));
    must(await score(second, code, again(58)));
    must(await recuse(third, code, { ground: "TIME", reason: "" }));
    must(await closeEvaluation(cast.chair, code));
    const file = await findCase(cast.intakeHead, code);
    const novelty = file?.scores.find(({ criterion }) => criterion === "NOVELTY");
    expect(novelty?.values).toEqual([58, 66]);
    expect(file?.scores.find(({ criterion }) => criterion === "CREATIVITY")?.values).toEqual([77, 77, 77]);
    expect((await rank([code]))[0]?.total).toBeCloseTo((62 + 77 * 3) / 4, 9);
    const entry = await db().recordEntry.findFirstOrThrow({
      where: { subjectCode: code, kind: "initiative.second-round" },
    });
    expect(JSON.parse(entry.payload)).toMatchObject({ criteria: ["NOVELTY"], round: 1, next: 2 });
  });

  test("is refused where nothing diverges, and to whoever does not lead", async () => {
    const code = await underEvaluation();
    for (const one of cast.evaluators.slice(0, 3)) must(await score(one, code, scoresOf()));
    expect(await proposedCriteria(code)).toEqual([]);
    expect(await openSecondRound(cast.chair, code)).toMatchObject({ code: "NOTHING_DIVERGES" });
    expect(await openSecondRound(cast.intakeHead, code)).toMatchObject({ code: "NOT_YOUR_CASE" });
    expect(await openSecondRound(cast.chair, "SK-2026-9999")).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the author's reply", () => {
  async function evaluated() {
    const code = await underEvaluation();
    await scoreApart(code);
    must(await closeEvaluation(cast.chair, code));
    return code;
  }

  test("is waited for: no decision before it, or before its days are over", async () => {
    const code = await evaluated();
    expect(await decide(cast.intakeHead, code, ACCEPT)).toMatchObject({
      code: "AUTHOR_MAY_REPLY",
      params: { date: expect.stringMatching(/^\d\d\/\d\d\/\d{4}$/) },
    });
    const review = await findReview(cast.proposer, code);
    expect(review).toMatchObject({ mayReply: true, isWaitedFor: true });
    expect(review?.comments).toHaveLength(12);
    expect(JSON.stringify(review)).not.toMatch(/Người đánh giá|:93|:31/);
    const text = "Số liệu thử nghiệm nằm ở trang 12 của bản thuyết minh, nhóm đã đo lại tháng trước.";
    must(await replyToReview(cast.proposer, code, { text, language: "vi" }));
    expect(await replyToReview(cast.proposer, code, { text, language: "vi" })).toMatchObject({
      code: "ALREADY_REPLIED",
    });
    expect((await findCase(cast.intakeHead, code))?.reply).toMatchObject({ text });
    must(await decide(cast.intakeHead, code, ACCEPT));
    expect(await findReview(cast.proposer, code)).toMatchObject({ mayReply: false, reply: { text } });
  });

  test("may be waived, and may come until the decision where its days are over", async () => {
    const waived = await evaluated();
    must(await replyToReview(cast.proposer, waived, { text: "", language: "vi" }));
    must(await decide(cast.intakeHead, waived, ACCEPT));
    expect(await replyToReview(cast.proposer, waived, { text: "", language: "vi" })).toMatchObject({
      code: "REPLY_NOT_OPEN",
    });
    const late = await evaluated();
    const later = new Date(Date.now() + 20 * DAY_MS);
    must(await decide(cast.intakeHead, late, ACCEPT, later));
    expect(await findReview(cast.chair, late)).toBeNull();
    expect(await replyToReview(cast.chair, late, { text: "", language: "vi" })).toMatchObject({ code: "NOT_FOUND" });
  });

  test("past the command is refused by the database while nothing is evaluated", async () => {
    const code = await underEvaluation();
    const { id: initiativeId } = await db().initiative.findUniqueOrThrow({ where: { code } });
    const { id: evaluationId } = await db().evaluation.findFirstOrThrow({ where: { initiativeId } });
    await expect(
      db().authorReply.create({ data: { initiativeId, evaluationId, text: "", language: "vi" } }),
    ).rejects.toThrow(/REPLY_NOT_OPEN/);
  });
});

describe("fifty reviewers at once", () => {
  test("each counts once, whoever presses twice is told, and no score is seen on the way", {
    timeout: 120_000,
  }, async () => {
    const fifty = await evaluatorsOf(cast.council, 50);
    const code = await underEvaluation(fifty.slice(0, 15));
    for (let at = 15; at < 50; at += 15) {
      const more = fifty.slice(at, at + 15);
      must(
        await nameEvaluators(cast.chair, code, { evaluatorIds: more.map((one) => one.personId), replacesSeatId: null }),
      );
      for (const one of more) must(await declareNoConflict(one, code));
    }
    const points = scoresOf().map((one) => ({ ...one, value: 83 }));
    let isOver = false;
    const watching = (async () => {
      const seen: string[] = [];
      while (!isOver) seen.push(await scoresSeenOf(cast, code));
      return seen.join();
    })();
    const outcomes = await Promise.all(fifty.flatMap((one) => [score(one, code, points), score(one, code, points)]));
    isOver = true;
    expect(await watching).not.toContain("83");
    expect(outcomes.filter((one) => one.ok)).toHaveLength(50);
    expect(outcomes.filter((one) => !one.ok && one.code === "ALREADY_SCORED")).toHaveLength(50);
    expect(await db().score.count({ where: { seat: { evaluation: { initiative: { code } } } } })).toBe(200);
    const entries = await db().recordEntry.findMany({ where: { subjectCode: code, kind: "initiative.scored" } });
    const counts = entries.map(({ payload }) =>
      Number(JSON.parse(payload).payload?.scored ?? JSON.parse(payload).scored),
    );
    expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    const closings = await Promise.all([closeEvaluation(cast.chair, code), closeEvaluation(cast.chair, code)]);
    expect(closings.filter((one) => one.ok)).toHaveLength(1);
    expect((await findCase(cast.intakeHead, code))?.scores.map(({ values }) => values.length)).toEqual([
      50, 50, 50, 50,
    ]);
  });
});

test("a whole council with an outsider's seat is refused by the number of seats, not by luck", async () => {
  const outsider = await anActor("Không phải chuyên gia");
  const code = await submitInitiative(cast.proposer);
  await screenAs(cast, code);
  const evaluatorIds = [outsider, ...cast.evaluators.slice(0, 2)].map(({ personId }) => personId);
  expect(await openEvaluation(cast.chair, code, { evaluatorIds })).toMatchObject({ code: "NOT_AN_EVALUATOR" });
});
