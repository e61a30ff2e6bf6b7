import { beforeAll, expect, test } from "vitest";
import {
  decideAs,
  evaluateAs,
  type InitiativeCast,
  must,
  scoresOf,
  screenAs,
  submitInitiative,
} from "#app/demo/initiatives.server.ts";
import { closeEvaluation } from "#app/domain/initiatives/council/close-evaluation.server.ts";
import { declareNoConflict } from "#app/domain/initiatives/council/declare-no-conflict.server.ts";
import { nameEvaluators } from "#app/domain/initiatives/council/name-evaluator.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { recuse } from "#app/domain/initiatives/council/recuse.server.ts";
import { score } from "#app/domain/initiatives/council/score.server.ts";
import { decide } from "#app/domain/initiatives/decision/decide.server.ts";
import { submitToSteering } from "#app/domain/initiatives/decision/submit-to-steering.server.ts";
import { withdraw } from "#app/domain/initiatives/drafts/withdraw.server.ts";
import { rejectForm } from "#app/domain/initiatives/intake/reject-form.server.ts";
import { screen } from "#app/domain/initiatives/intake/screen.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor, anOrganisation } from "#test/support/initiative-cast.ts";

withTestDatabase();

type Cast = InitiativeCast & { intakeBody: string; council: string; steeringBody: string };
let cast: Cast;
const REASON = "Giải pháp giải được một khó khăn có thật và kiểm chứng được bằng số liệu kèm theo.";
const ACCEPT = { kind: "ACCEPTED", reason: REASON, language: "vi", legalRef: "" } as const;

beforeAll(async () => {
  cast = await aCast();
});

async function state(code: string) {
  return (await db().initiative.findUniqueOrThrow({ where: { code }, select: { state: true } })).state;
}

async function screened(words = {}) {
  const code = await submitInitiative(cast.proposer, words);
  await screenAs(cast, code, words);
  return code;
}

/** The least that an ordinary council needs, with these people in it. */
function council(...people: { personId: string }[]) {
  return { evaluatorIds: [...people, ...cast.evaluators].slice(0, 3).map(({ personId }) => personId) };
}

async function openClocks(code: string) {
  const open = await db().obligation.findMany({ where: { subjectCode: code, doneAt: null, voidedAt: null } });
  return open.map((clock) => [clock.kind, clock.debtorOrganisationId]);
}

test("an ordinary initiative goes from intake to a reasoned acceptance, one clock at a time", async () => {
  const code = await submitInitiative(cast.proposer);
  expect(await openClocks(code)).toEqual([["INTAKE_CHECK", cast.intakeBody]]);
  await screenAs(cast, code);
  expect(await openClocks(code)).toEqual([["COUNCIL_SET_UP", cast.council]]);
  await evaluateAs(cast, code);
  expect(await openClocks(code)).toEqual([["DECISION", cast.intakeBody]]);
  await decideAs(cast, code);
  expect(await openClocks(code)).toEqual([["ASSIGNMENT", cast.steeringBody]]);
  const initiative = await db().initiative.findUniqueOrThrow({
    where: { code },
    include: { decisions: true, steps: true },
  });
  expect(initiative.decidedAt).not.toBeNull();
  expect(initiative.decisions).toMatchObject([
    { kind: "ACCEPTED", versionNumber: 1, decidedById: cast.intakeHead.personId },
  ]);
  expect(initiative.steps.map((step) => step.toState)).toEqual([
    "DRAFT",
    "SUBMITTED",
    "SCREENED",
    "UNDER_EVALUATION",
    "EVALUATED",
    "ACCEPTED",
  ]);
  const entry = await db().recordEntry.findFirstOrThrow({ where: { subjectCode: code }, orderBy: { id: "desc" } });
  expect(JSON.parse(entry.payload)).toMatchObject({ state: "ACCEPTED", version: 1, title: { vi: expect.any(String) } });
  expect(entry.payload).not.toContain(cast.intakeHead.personId);
});

test("a breakthrough initiative is decided by the steering body alone, after intake lays it before that body", async () => {
  const words = { track: "BREAKTHROUGH" } as const;
  const code = await screened(words);
  await evaluateAs(cast, code, words);
  expect(await decide(cast.intakeHead, code, ACCEPT)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
  expect(await decide(cast.steering, code, ACCEPT)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
  must(await submitToSteering(cast.intake, code));
  expect(await decide(cast.intakeHead, code, ACCEPT)).toMatchObject({ code: "NOT_YOUR_CASE" });
  must(await decide(cast.steering, code, { ...ACCEPT, kind: "REJECTED" }));
  expect(await state(code)).toBe("REJECTED");
});

test("an ordinary initiative is never laid before the steering body", async () => {
  const code = await screened();
  await evaluateAs(cast, code);
  expect(await submitToSteering(cast.intake, code)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
});

test("a decision sends back to evaluation once, in a second round; a second time is refused", async () => {
  const code = await screened();
  await evaluateAs(cast, code);
  must(await decide(cast.intakeHead, code, { ...ACCEPT, kind: "RETURNED" }));
  const entry = await db().recordEntry.findFirstOrThrow({ where: { subjectCode: code }, orderBy: { id: "desc" } });
  expect(entry.payload).not.toContain(REASON);
  expect(await openClocks(code)).toEqual([["EVALUATION", cast.council]]);
  await evaluateAs(cast, code);
  expect(await decide(cast.intakeHead, code, { ...ACCEPT, kind: "RETURNED" })).toMatchObject({
    code: "ALREADY_RETURNED",
  });
  must(await decide(cast.intakeHead, code, { ...ACCEPT, kind: "REJECTED" }));
  expect(await db().evaluation.count({ where: { initiative: { code } } })).toBe(2);
});

test("a decision needs its role, its body, and hands that had no part before", async () => {
  const elsewhere = await anOrganisation("STATE", "Bộ phận tiếp nhận tỉnh khác");
  const stranger = await anActor("Trưởng bộ phận khác", ["INTAKE_HEAD"], elsewhere);
  const everything = await anActor("Người nhiều vai", ["INTAKE", "INTAKE_HEAD", "EVALUATOR"], cast.intakeBody);
  const code = await submitInitiative(cast.proposer);
  await screenAs({ ...cast, intake: everything }, code);
  await evaluateAs(cast, code);
  for (const wrong of [cast.proposer, cast.chair, cast.steering, cast.intake, stranger, everything, ...cast.evaluators])
    expect(await decide(wrong, code, ACCEPT)).toMatchObject({ ok: false, code: "NOT_YOUR_CASE" });
  expect(await state(code)).toBe("EVALUATED");
});

test("the database refuses a decider and an evaluator who had a part before, past the commands", async () => {
  const code = await screened();
  const initiative = await db().initiative.findUniqueOrThrow({ where: { code } });
  must(await openEvaluation(cast.chair, code, council()));
  const evaluation = await db().evaluation.findFirstOrThrow({ where: { initiativeId: initiative.id } });
  for (const personId of [cast.proposer.personId, cast.intake.personId])
    await expect(db().evaluationSeat.create({ data: { evaluationId: evaluation.id, personId } })).rejects.toThrow(
      /NOT_INDEPENDENT/,
    );
  const decision = {
    initiativeId: initiative.id,
    versionNumber: 1,
    kind: "ACCEPTED" as const,
    reason: REASON,
    language: "vi",
    organisationId: cast.intakeBody,
  };
  for (const person of [cast.proposer, cast.intake, ...cast.evaluators.slice(0, 1)])
    await expect(db().decision.create({ data: { ...decision, decidedById: person.personId } })).rejects.toThrow(
      /NOT_INDEPENDENT/,
    );
});

test("the database accepts no decided state without its written decision", async () => {
  const code = await screened();
  await evaluateAs(cast, code);
  await expect(db().initiative.update({ where: { code }, data: { state: "ACCEPTED" } })).rejects.toThrow(
    /NO_WRITTEN_REASON/,
  );
});

test("intake works on what its own body checks, never on its own proposal", async () => {
  const elsewhere = await anOrganisation("STATE", "Bộ phận tiếp nhận xa");
  const stranger = await anActor("Cán bộ khác", ["INTAKE"], elsewhere);
  const code = await submitInitiative(cast.proposer);
  const input = { track: "ORDINARY", fordCode: "2.7", productCodes: [] } as const;
  for (const wrong of [stranger, cast.proposer, cast.chair, cast.intakeHead])
    expect(await screen(wrong, code, { ...input, productCodes: [] })).toMatchObject({ code: "NOT_YOUR_CASE" });
  const own = await submitInitiative(cast.intake);
  expect(await screen(cast.intake, own, { ...input, productCodes: [] })).toMatchObject({ code: "NOT_YOUR_CASE" });
  expect(await screen(cast.intake, "SK-2026-9999", { ...input, productCodes: [] })).toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await screen(cast.intake, code, { ...input, productCodes: ["KHONG-CO"] })).toMatchObject({
    code: "UNKNOWN_PRODUCT",
  });
});

test("a refusal on the form tells the public its code and the proposer its words", async () => {
  const code = await submitInitiative(cast.proposer);
  const reason = "Hồ sơ mô tả một sản phẩm đang bán, không phải một sáng kiến.";
  must(await rejectForm(cast.intake, code, { reasonCode: "NOT_AN_INITIATIVE", reason }));
  expect(await state(code)).toBe("REJECTED_FORM");
  const entry = await db().recordEntry.findFirstOrThrow({ where: { subjectCode: code }, orderBy: { id: "desc" } });
  expect(JSON.parse(entry.payload)).toMatchObject({ reasonCode: "NOT_AN_INITIATIVE" });
  expect(entry.payload).not.toContain(reason);
  expect(await withdraw(cast.proposer, code)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
});

test("an evaluator is independent of proposer, officer, chair and house", async () => {
  const code = await screened();
  const school = await anOrganisation("SCHOOL", "Trường Đại học Kỹ thuật Lam Giang");
  const colleague = await anActor("Đồng nghiệp", ["EVALUATOR"], school);
  await db().affiliation.create({ data: { personId: cast.proposer.personId, organisationId: school } });
  const nobody = await anActor("Không vai trò");
  const officer = await anActor("Cán bộ kiêm nhiệm", ["INTAKE", "EVALUATOR"], cast.intakeBody);
  const other = await submitInitiative(cast.proposer);
  await screenAs({ ...cast, intake: officer }, other);
  expect(await openEvaluation(cast.chair, other, council(officer))).toMatchObject({
    code: "NOT_INDEPENDENT",
  });
  expect(await openEvaluation(cast.chair, code, council(colleague))).toMatchObject({
    code: "SAME_ORGANISATION",
  });
  expect(await openEvaluation(cast.chair, code, council(nobody))).toMatchObject({
    code: "NOT_AN_EVALUATOR",
  });
  expect(await state(code)).toBe("SCREENED");
  expect(await db().evaluation.count({ where: { initiative: { code } } })).toBe(0);
});

test("the file opens after the declaration, one score counts, and the chair waits for all or for the clock", async () => {
  const [first, second, other] = cast.evaluators;
  if (!first || !second || !other) throw new Error("three evaluators");
  const code = await screened();
  must(await openEvaluation(cast.chair, code, council()));
  expect(await score(first, code, scoresOf())).toMatchObject({ code: "CONFLICT_NOT_DECLARED" });
  must(await declareNoConflict(first, code));
  expect(await score(first, code, scoresOf().slice(1))).toMatchObject({ code: "CRITERION_MISSING" });
  expect(await closeEvaluation(cast.chair, code)).toMatchObject({ code: "TOO_FEW_SCORES" });
  must(await score(first, code, scoresOf()));
  expect(await score(first, code, scoresOf())).toMatchObject({ code: "ALREADY_SCORED" });
  expect(await closeEvaluation(cast.chair, code)).toMatchObject({ code: "TOO_FEW_SCORES" });
  must(await declareNoConflict(other, code));
  must(await score(other, code, scoresOf()));
  expect(await closeEvaluation(cast.chair, code)).toMatchObject({ code: "SCORES_MISSING", params: { count: 1 } });
  must(await recuse(second, code, { ground: "COAUTHOR", reason: "" }));
  expect(await declareNoConflict(second, code)).toMatchObject({ code: "RECUSED" });
  const third = await anActor("Người thay", ["EVALUATOR"], cast.council);
  must(await nameEvaluators(cast.chair, code, { evaluatorIds: [third.personId], replacesSeatId: null }));
  expect(await score(cast.steering, code, scoresOf())).toMatchObject({ code: "NOT_FOUND" });
  must(await closeEvaluation(cast.chair, code, new Date(Date.now() + 90 * 86_400_000)));
  expect(await score(third, code, scoresOf())).toMatchObject({ code: "EVALUATION_CLOSED" });
  expect(await state(code)).toBe("EVALUATED");
});

test("a score past the commands is refused by the database: undeclared, recused or closed", async () => {
  const code = await screened();
  must(await openEvaluation(cast.chair, code, council()));
  const seat = await db().evaluationSeat.findFirstOrThrow({ where: { evaluation: { initiative: { code } } } });
  await expect(
    db().score.create({ data: { seatId: seat.id, criterion: "NOVELTY", value: 100, comment: "" } }),
  ).rejects.toThrow(/SCORE_NOT_OPEN/);
});
