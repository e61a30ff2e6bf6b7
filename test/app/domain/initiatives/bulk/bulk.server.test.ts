import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { evaluateAs, must, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { BulkWork } from "#app/domain/initiatives/bulk/bulk.schema.ts";
import { carryOut } from "#app/domain/initiatives/bulk/carry-out.server.ts";
import { prepare } from "#app/domain/initiatives/bulk/prepare.server.ts";
import { findBulk } from "#app/domain/initiatives/bulk/queries.server.ts";
import { returnForCompletion } from "#app/domain/initiatives/intake/return-for-completion.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor } from "#test/support/initiative-cast.ts";

withTestDatabase();

let cast: Awaited<ReturnType<typeof aCast>>;
beforeAll(async () => {
  cast = await aCast();
});

const ITEMS = [{ field: "novelty", message: "Nêu rõ điểm mới so với cách làm hiện nay." }];
const RETURN: BulkWork = { kind: "return", input: { items: ITEMS } };
const ACCEPT: BulkWork = {
  kind: "decide",
  input: {
    kind: "ACCEPTED",
    reason: "Hội đồng đánh giá cao tính mới và khả năng áp dụng; cơ quan tiếp nhận đồng ý với nhận xét đó.",
    language: "vi",
    legalRef: "Quyết định 3463/QĐ-BKHCN, Điều 9",
  },
};

async function prepared(actor: Actor, codes: string[], work: BulkWork): Promise<string> {
  return must(await prepare(actor, codes, work)).key;
}

async function rowsOf(actor: Actor, key: string) {
  const bulk = await findBulk(actor, key);
  return bulk?.rows.map(({ code, expected, outcome }) => [
    code,
    expected.ok || expected.code,
    outcome?.ok || outcome?.code,
  ]);
}

async function stateOf(code: string) {
  return (await db().initiative.findUniqueOrThrow({ where: { code }, select: { state: true } })).state;
}

async function several(count: number): Promise<string[]> {
  const codes: string[] = [];
  for (let made = 0; made < count; made += 1) codes.push(await submitInitiative(cast.proposer));
  return codes;
}

describe("a preview", () => {
  test("tells each row's refusal by the rules of the command, changes nothing and leaves no trace in the record", async () => {
    const [good = "", late = ""] = await several(2);
    await screenAs(cast, late);
    const both = await anActor("Cán bộ nộp sáng kiến", ["INTAKE"], cast.intakeBody);
    const own = await submitInitiative(both);
    const before = await db().recordEntry.aggregate({ _max: { id: true } });
    const key = await prepared(both, [good, late, own, "SK-2026-999999"], RETURN);
    expect(await rowsOf(both, key)).toEqual([
      [good, true, undefined],
      [late, "NOT_ALLOWED_FROM_STATE", undefined],
      [own, "NOT_YOUR_CASE", undefined],
      ["SK-2026-999999", "NOT_FOUND", undefined],
    ]);
    expect(await stateOf(good)).toBe("SUBMITTED");
    const next = await submitInitiative(cast.proposer);
    const { id } = await db().recordEntry.findFirstOrThrow({ where: { subjectCode: next }, orderBy: { id: "asc" } });
    // The numbers of the public record go on without a gap.
    expect(id).toBe((before._max.id ?? 0n) + 1n);
  });

  test("of a decision knows the author's time to reply and the conflicts of the decider", async () => {
    const stranger = await anActor("Người đề xuất còn hạn trả lời");
    const waiting = await submitInitiative(stranger);
    const [ready = "", screened = ""] = await several(2);
    const screener = await anActor("Vừa kiểm tra vừa là trưởng", ["INTAKE", "INTAKE_HEAD"], cast.intakeBody);
    for (const code of [waiting, ready]) await screenAs(cast, code);
    await screenAs({ ...cast, intake: screener }, screened);
    for (const code of [waiting, ready, screened]) await evaluateAs(cast, code);
    const key = await prepared(screener, [waiting, ready, screened], ACCEPT);
    expect(await rowsOf(screener, key)).toEqual([
      [waiting, "AUTHOR_MAY_REPLY", undefined],
      [ready, true, undefined],
      [screened, "NOT_YOUR_CASE", undefined],
    ]);
    must(await carryOut(screener, key));
    expect([await stateOf(waiting), await stateOf(ready), await stateOf(screened)]).toEqual([
      "EVALUATED",
      "ACCEPTED",
      "EVALUATED",
    ]);
  });

  test("is nobody else's, and no start for whoever lacks the post", async () => {
    const [code = ""] = await several(1);
    const key = await prepared(cast.intake, [code], RETURN);
    const other = await anActor("Cán bộ khác", ["INTAKE"], cast.intakeBody);
    expect(await findBulk(other, key)).toBeNull();
    expect(await carryOut(other, key)).toMatchObject({ code: "NOT_FOUND" });
    for (const none of [randomUUID(), "x'--", ""])
      expect(await carryOut(cast.intake, none)).toMatchObject({ ok: false });
    expect(await prepare(cast.chair, [code], RETURN)).toMatchObject({ code: "NOT_FOUND" });
    expect(await prepare(cast.intake, [code], ACCEPT)).toMatchObject({ code: "NOT_FOUND" });
    expect(await stateOf(code)).toBe("SUBMITTED");
  });
});

describe("confirming", () => {
  test("ten times at once does each row once, and every answer is the same", async () => {
    const codes = await several(4);
    const key = await prepared(cast.intake, codes, RETURN);
    const answers = await Promise.all(Array.from({ length: 10 }, () => carryOut(cast.intake, key)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await rowsOf(cast.intake, key)).toEqual(codes.map((code) => [code, true, true]));
    for (const code of codes) {
      const initiative = { code };
      expect(await db().missingItem.count({ where: { initiative } })).toBe(1);
      expect(await db().initiativeStep.count({ where: { initiative, toState: "NEEDS_COMPLETION" } })).toBe(1);
    }
    expect((await findBulk(cast.intake, key))?.isDone).toBe(true);
  });

  test("again, after a row has come back, does nothing a second time", async () => {
    const [code = ""] = await several(1);
    const key = await prepared(cast.intake, [code], RETURN);
    must(await carryOut(cast.intake, key));
    const { revision } = await db().initiative.findUniqueOrThrow({ where: { code } });
    must(await carryOut(cast.intake, key));
    expect((await db().initiative.findUniqueOrThrow({ where: { code } })).revision).toBe(revision);
  });

  test("a row that was moved since the preview is refused in words, and undoes no other", async () => {
    const [first = "", moved = "", last = ""] = await several(3);
    const key = await prepared(cast.intake, [first, moved, last], RETURN);
    must(await returnForCompletion(cast.intake, moved, { items: ITEMS }));
    must(await carryOut(cast.intake, key));
    expect(await rowsOf(cast.intake, key)).toEqual([
      [first, true, true],
      [moved, true, "NOT_ALLOWED_FROM_STATE"],
      [last, true, true],
    ]);
  });

  test("leaves undone what the preview refused, even where it has become possible", async () => {
    const [code = ""] = await several(1);
    const work: BulkWork = { kind: "assign", input: { to: null } };
    const key = await prepared(cast.intakeHead, [code], work);
    const give: BulkWork = { kind: "assign", input: { to: cast.intake.personId } };
    must(await carryOut(cast.intakeHead, await prepared(cast.intakeHead, [code], give)));
    must(await carryOut(cast.intakeHead, key));
    expect(await rowsOf(cast.intakeHead, key)).toEqual([[code, "ASSIGNED_SO", "ASSIGNED_SO"]]);
    expect(await db().caseAssignment.count({ where: { initiative: { code }, endedAt: null } })).toBe(1);
  });

  test("after the post is lost changes nothing", async () => {
    const leaving = await anActor("Cán bộ sắp chuyển đi", ["INTAKE"], cast.intakeBody);
    const [code = ""] = await several(1);
    const key = await prepared(leaving, [code], RETURN);
    expect(await carryOut({ ...leaving, roles: [] }, key)).toMatchObject({ code: "NOT_FOUND" });
    expect(await stateOf(code)).toBe("SUBMITTED");
  });
});

test("the database keeps an outcome once written, and no more than a hundred rows", async () => {
  const [code = ""] = await several(1);
  const key = await prepared(cast.intake, [code], RETURN);
  must(await carryOut(cast.intake, key));
  const other = { ok: false, code: "NOT_FOUND" };
  await expect(db().bulkRow.updateMany({ where: { key }, data: { outcome: other } })).rejects.toThrow(/ONCE/);
  await expect(
    db().bulkRow.create({ data: { key, position: 101, code: "SK-2026-0001", expected: other } }),
  ).rejects.toThrow();
});
