import { beforeAll, describe, expect, test } from "vitest";
import { must, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import { closeEvaluation } from "#app/domain/initiatives/council/close-evaluation.server.ts";
import { action as chair } from "#app/routes/desk/chair/case.tsx";
import { action as steering } from "#app/routes/desk/decisions/case.tsx";
import { action as decide } from "#app/routes/desk/decisions/decide.tsx";
import { action as evaluator } from "#app/routes/desk/evaluator/case.tsx";
import { action as reject } from "#app/routes/desk/intake/reject.tsx";
import { action as sendBack } from "#app/routes/desk/intake/return.tsx";
import { action as screen } from "#app/routes/desk/intake/screen.tsx";
import { action as comments } from "#app/routes/submit/comments.tsx";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast } from "#test/support/initiative-cast.ts";
import { formArgs, statusOf } from "#test/support/page-args.ts";

withTestDatabase();

type Cast = Awaited<ReturnType<typeof aCast>>;
type Answer = { form: { values: Record<string, unknown>; errors: Record<string, string[]> } };

let cast: Cast;

beforeAll(async () => {
  cast = await aCast();
});

async function stateOf(code: string) {
  return (await db().initiative.findUniqueOrThrow({ where: { code }, select: { state: true } })).state;
}

async function bodyOf(answer: unknown): Promise<Answer> {
  if (!(answer instanceof Response)) throw new Error("The action gave no answer.");
  return answer.json();
}

describe("intake", () => {
  test("returns with every missing item at once, and is confirmed", async () => {
    const code = await submitInitiative(cast.proposer);
    const fields = {
      "items[0].field": "team",
      "items[0].message": "Ghi rõ phần việc của từng người.",
      "items[16].field": "files",
      "items[16].message": "Kèm bản vẽ mặt cắt của thiết bị.",
    };
    const answer = await sendBack(formArgs("/vi/desk/intake/x/return", cast.intake, fields, { code }));
    expect(answer instanceof Response && answer.headers.get("Location")).toBe(`/vi/desk/done/${code}?act=returned`);
    expect(await stateOf(code)).toBe("NEEDS_COMPLETION");
    expect(await db().missingItem.count({ where: { initiative: { code } } })).toBe(2);
  });

  test("a return that lacks a message or a tick keeps what was typed, at its field", async () => {
    const code = await submitInitiative(cast.proposer);
    const fields = {
      "items[3].field": "problem",
      "items[3].message": "Ngắn",
      "items[5].message": "Mô tả nguyên lý hoạt động.",
    };
    const answer = await sendBack(formArgs("/vi/desk/intake/x/return", cast.intake, fields, { code }));
    expect(answer instanceof Response && answer.status).toBe(422);
    const { form } = await bodyOf(answer);
    expect(form.values).toMatchObject(fields);
    expect(Object.keys(form.errors).sort()).toEqual(["items[3].message", "items[5].field"]);
    expect(await stateOf(code)).toBe("SUBMITTED");
  });

  test("a return without any item is refused", async () => {
    const code = await submitInitiative(cast.proposer);
    const answer = await sendBack(formArgs("/vi/desk/intake/x/return", cast.intake, {}, { code }));
    expect(Object.keys((await bodyOf(answer)).form.errors)).toEqual(["items"]);
  });

  test("screens once; the second time hears that the step is over and keeps its choices", async () => {
    const code = await submitInitiative(cast.proposer);
    const fields = { track: "BREAKTHROUGH", fordCode: "2.7", productCodes: "21-S15" };
    expect(await statusOf(() => screen(formArgs("/vi/desk/intake/x/screen", cast.intake, fields, { code })))).toBe(302);
    const again = await screen(formArgs("/vi/desk/intake/x/screen", cast.intake, fields, { code }));
    expect(again instanceof Response && again.status).toBe(409);
    expect((await bodyOf(again)).form.values).toMatchObject(fields);
  });

  test("a file goes on the breakthrough track only with a product of the catalogue", async () => {
    const code = await submitInitiative(cast.proposer);
    const fields = { track: "BREAKTHROUGH", fordCode: "2.7" };
    const answer = await screen(formArgs("/vi/desk/intake/x/screen", cast.intake, fields, { code }));
    expect((await bodyOf(answer)).form.errors["productCodes"]).toBeDefined();
    expect((await db().initiative.findUniqueOrThrow({ where: { code } })).state).toBe("SUBMITTED");
  });

  test("an unknown field of science is refused at its field", async () => {
    const code = await submitInitiative(cast.proposer);
    const fields = { track: "ORDINARY", fordCode: "99.9" };
    const answer = await screen(formArgs("/vi/desk/intake/x/screen", cast.intake, fields, { code }));
    expect(Object.keys((await bodyOf(answer)).form.errors)).toEqual(["fordCode"]);
  });

  test("refuses on the form with a coded ground and a reason of some length", async () => {
    const code = await submitInitiative(cast.proposer);
    const short = { reasonCode: "DUPLICATE", reason: "Trùng." };
    const answer = await reject(formArgs("/vi/desk/intake/x/reject", cast.intake, short, { code }));
    expect((await bodyOf(answer)).form).toMatchObject({ values: short, errors: { reason: [expect.any(String)] } });
    const whole = { ...short, reason: "Cùng nội dung và cùng nhóm tác giả với hồ sơ nộp tháng trước." };
    expect(await statusOf(() => reject(formArgs("/vi/desk/intake/x/reject", cast.intake, whole, { code })))).toBe(302);
    expect(await stateOf(code)).toBe("REJECTED_FORM");
  });
});

describe("the council", () => {
  test("opens, declares, scores, steps aside and closes, each with its confirmation", async () => {
    const code = await submitInitiative(cast.proposer);
    await screenAs(cast, code);
    const [first, second, third] = cast.evaluators;
    if (!first || !second || !third) throw new Error("The cast has three evaluators.");
    const at = (path: string) => `/vi/desk/${path}/x`;
    const open = { intent: "open", evaluatorIds: [first.personId, second.personId, third.personId] };
    const goes = async (answer: unknown) => (answer instanceof Response ? answer.headers.get("Location") : null);
    expect(await goes(await chair(formArgs(at("chair"), cast.chair, { intent: "open" }, { code })))).toBeNull();
    expect(await goes(await chair(formArgs(at("chair"), cast.chair, open, { code })))).toContain("act=opened");
    const none = { intent: "declare", conflict: "NONE" };
    const some = { intent: "declare", conflict: "CONFLICT", ties: "COAUTHOR" };
    const both = { intent: "declare", conflict: "NONE", ties: "COAUTHOR" };
    expect(await goes(await evaluator(formArgs(at("evaluator"), first, none, { code })))).toContain("act=declared");
    expect(await goes(await evaluator(formArgs(at("evaluator"), second, some, { code })))).toContain("act=recused");
    const unclear = await evaluator(formArgs(at("evaluator"), third, both, { code }));
    expect(Object.keys((await bodyOf(unclear)).form.errors)).toEqual(["conflict"]);
    expect(await goes(await evaluator(formArgs(at("evaluator"), third, none, { code })))).toContain("act=declared");
    const early = await chair(formArgs(at("chair"), cast.chair, { intent: "close" }, { code }));
    expect(early instanceof Response && early.status).toBe(409);
    expect(await goes(await evaluator(formArgs(at("evaluator"), first, points(90), { code })))).toContain("act=scored");
    expect(await goes(await evaluator(formArgs(at("evaluator"), third, points(84), { code })))).toContain("act=scored");
    const twice = await evaluator(formArgs(at("evaluator"), first, points(10), { code }));
    expect(twice instanceof Response && twice.status).toBe(409);
    expect((await bodyOf(twice)).form.values).toMatchObject({ value_NOVELTY: "10" });
    const close = await chair(formArgs(at("chair"), cast.chair, { intent: "close" }, { code }));
    expect(await goes(close)).toContain("act=closed");
    expect(await stateOf(code)).toBe("EVALUATED");
  });

  test("points out of range and short comments are said at their criterion", async () => {
    const code = await submitInitiative(cast.proposer);
    await screenAs(cast, code);
    const [first] = cast.evaluators;
    if (!first) throw new Error("The cast has an evaluator.");
    await chair(formArgs("/vi/desk/chair/x", cast.chair, councilForm(), { code }));
    await evaluator(formArgs("/vi/desk/evaluator/x", first, { intent: "declare", conflict: "NONE" }, { code }));
    const wrong = { ...points(80), value_NOVELTY: "101", comment_CREATIVITY: "Tốt" };
    const answer = await evaluator(formArgs("/vi/desk/evaluator/x", first, wrong, { code }));
    const { form } = await bodyOf(answer);
    expect(Object.keys(form.errors).sort()).toEqual(["comment_CREATIVITY", "value_NOVELTY"]);
    expect(form.values).toMatchObject(wrong);
  });
});

describe("a decision", () => {
  test("needs a kind and reasons, is never the screener's, and leaves the assignment's clock alone", async () => {
    const code = await submitInitiative(cast.proposer);
    await screenAs(cast, code);
    await chair(formArgs("/vi/desk/chair/x", cast.chair, councilForm(), { code }));
    for (const one of cast.evaluators.slice(0, 3)) {
      await evaluator(formArgs("/vi/desk/evaluator/x", one, { intent: "declare", conflict: "NONE" }, { code }));
      await evaluator(formArgs("/vi/desk/evaluator/x", one, points(80), { code }));
    }
    must(await closeEvaluation(cast.chair, code));
    const waive = await comments(formArgs("/vi/submit/x/comments", cast.proposer, { intent: "waive" }, { code }));
    expect(waive instanceof Response && waive.headers.get("Location")).toBe(`/vi/submit/${code}/comments`);
    const path = "/vi/desk/decisions/x/decide";
    const empty = await decide(formArgs(path, cast.intakeHead, { language: "vi" }, { code }));
    expect(Object.keys((await bodyOf(empty)).form.errors).sort()).toEqual(["kind", "reason"]);
    const fields = {
      kind: "ACCEPTED",
      language: "vi",
      legalRef: "",
      reason: "Giải pháp giải được một khó khăn có thật và chi phí hợp lý so với lợi ích.",
    };
    const screener = {
      ...cast.intake,
      roles: [...cast.intake.roles, ...cast.intakeHead.roles],
    };
    const refused = await decide(formArgs(path, screener, fields, { code }));
    expect(refused instanceof Response && refused.status).toBe(403);
    expect((await bodyOf(refused)).form.values).toMatchObject(fields);
    const done = await decide(formArgs(path, cast.intakeHead, fields, { code }));
    expect(done instanceof Response && done.headers.get("Location")).toBe(`/vi/desk/done/${code}?act=accepted`);
    const open = await db().obligation.findMany({ where: { subjectCode: code, doneAt: null, voidedAt: null } });
    expect(open.map(({ kind }) => kind)).toEqual(["ASSIGNMENT"]);
  });

  test("on an ordinary initiative is not submitted to the steering body", async () => {
    const code = await submitInitiative(cast.proposer);
    const answer = await steering(formArgs("/vi/desk/decisions/x", cast.intake, {}, { code }));
    expect(answer instanceof Response && answer.status).toBe(409);
  });
});

function councilForm() {
  return { intent: "open", evaluatorIds: cast.evaluators.slice(0, 3).map(({ personId }) => personId) };
}

function points(value: number): Record<string, string> {
  return Object.fromEntries([
    ["intent", "score"],
    ...["NOVELTY", "CREATIVITY", "APPLICABILITY", "SOCIO_ECONOMIC_EFFECT"].flatMap((code) => [
      [`value_${code}`, String(value)],
      [`comment_${code}`, "Lập luận rõ, số liệu kèm theo kiểm tra lại được."],
    ]),
  ]);
}
