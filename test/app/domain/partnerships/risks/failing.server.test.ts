import { describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { proposeRun } from "#app/domain/partnerships/distributions/propose.server.ts";
import { declareFailed } from "#app/domain/partnerships/failing/declare.server.ts";
import { findFailing } from "#app/domain/partnerships/failing/queries.server.ts";
import { move } from "#app/domain/partnerships/motions/move.server.ts";
import { planMilestone } from "#app/domain/partnerships/performance/plan-milestone.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { actorAt, approve, type Facts, NEW_YEAR, year } from "../distributions/runs.ts";
import { appraiser, must, PRODUCT } from "../people.ts";
import { mayConfirm, PASSWORD, running, withPasswords } from "./running.ts";

withTestDatabase();
withPasswords();

const REPORT = {
  report:
    "Bộ pin qua 2.000 giờ thử vẫn thấm mặn; ba phương án vỏ bọc đều không đạt, các bên dừng trước khi mở dây chuyền.",
  lessons: "Thử ăn mòn phải kéo dài đủ một mùa mặn trước khi đặt mua thiết bị; bộ điều khiển dùng được cho dự án khác.",
  evidenceSha256: null,
};

async function loseAll(facts: Facts, places = [0, 1]) {
  must(await proposeRun(actorAt(facts, 0), facts, year({ kind: "LOSS", loss: "30 tỷ" }), NEW_YEAR));
  await approve(facts, places);
}

function declare(facts: Facts, who: Actor = actorAt(facts, 0), password = PASSWORD) {
  return declareFailed(who, facts.code, { ...REPORT, password });
}

async function authority(): Promise<Actor> {
  const { actor } = await appraiser();
  await mayConfirm();
  return actor;
}

async function stateOf(code: string) {
  return (await db().partnership.findUniqueOrThrow({ where: { code } })).state;
}

describe("a partnership fails", () => {
  test("when its lead says so, once its loss is allocated and with lessons on the public record", async () => {
    const facts = await running();
    const { code } = facts;
    expect(await declare(facts)).toMatchObject({ code: "LOSSES_MISSING", params: { products: PRODUCT } });
    expect((await findFailing(code)).missing).toEqual([PRODUCT]);
    await loseAll(facts, []);
    expect(await declare(facts)).toMatchObject({ code: "RUN_OPEN" });
    await approve(facts, [0, 1]);
    expect(await declare(facts, actorAt(facts, 0), "không phải")).toMatchObject({ code: "PASSWORD_WRONG" });
    expect(await declare(facts, actorAt(facts, 1))).toMatchObject({ code: "NOT_THE_DECLARER" });
    must(await declare(facts));
    expect(await stateOf(code)).toBe("FAILED");
    expect((await findFailing(code)).report).toMatchObject({ lessons: REPORT.lessons, isAuthority: false });
    const entry = await db().recordEntry.findFirstOrThrow({ where: { subjectCode: code, kind: "partnership.failed" } });
    expect(JSON.parse(entry.payload)).toMatchObject({ state: "FAILED", lessons: REPORT.lessons });
    expect(await declare(facts)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
  });

  test("by a State authority that is no party, which no member of a party is", async () => {
    const facts = await running();
    await loseAll(facts);
    const outside = await authority();
    const inside = { ...outside, roles: [...outside.roles, ...actorAt(facts, 1).roles] };
    expect(await declare(facts, inside)).toMatchObject({ code: "NOT_THE_DECLARER" });
    must(await declare(facts, outside));
    expect((await findFailing(facts.code)).report).toMatchObject({ isAuthority: true });
  });

  test("and nobody owes work any more, nor is a motion still open", async () => {
    const facts = await running();
    const { code, memberIds } = facts;
    const words = { title: "Bộ pin chạy thử", measure: "Biên bản chạy thử 72 giờ", weight: 40 };
    must(await planMilestone(actorAt(facts, 0), code, { ...words, memberId: memberIds[1] ?? "", dueOn: "2028-06-30" }));
    const motion = { kind: "TERMINATE", reason: "Không còn khả năng đạt mục tiêu.", untilOn: null } as const;
    must(await move(actorAt(facts, 1), code, { ...motion, password: PASSWORD }));
    await loseAll(facts);
    must(await declare(facts));
    expect(await db().obligation.count({ where: { subjectCode: code, kind: "MILESTONE", voidedAt: null } })).toBe(0);
    const [lapsed] = await db().partnershipMotion.findMany({ where: { partnership: { code } } });
    expect(lapsed?.state).toBe("WITHDRAWN");
  });

  test("with a loss that a later year carries forward, not before somebody bears it", async () => {
    const facts = await running();
    must(
      await proposeRun(
        actorAt(facts, 0),
        facts,
        year({ lastOn: "30/06/2027", revenue: "10 tỷ", authors: "" }),
        NEW_YEAR,
      ),
    );
    await approve(facts, [0, 1]);
    expect(await declare(facts)).toMatchObject({ code: "LOSSES_MISSING" });
    const half = year({ kind: "LOSS", from: "01/07/2027", loss: "5 tỷ" });
    must(await proposeRun(actorAt(facts, 0), facts, half, NEW_YEAR));
    await approve(facts, [0, 1]);
    expect(await declare(facts)).toMatchObject({ code: "LOSSES_MISSING" });
    must(await proposeRun(actorAt(facts, 0), facts, { ...half, loss: 15_000_000_000n }, NEW_YEAR));
    await approve(facts, [0, 1]);
    must(await declare(facts));
  });
});

describe("the database refuses, whoever writes,", () => {
  function fail(code: string) {
    return db().partnership.update({ where: { code }, data: { state: "FAILED" } });
  }

  async function reportBy(code: string, facts: Facts, place: number) {
    const { id: partnershipId } = await db().partnership.findUniqueOrThrow({ where: { code } });
    const { organisationId, actor } = facts.bodies[place] ?? { organisationId: "", actor: actorAt(facts, 0) };
    const who = { memberId: facts.memberIds[place] ?? "", organisationId, personId: actor.personId, post: "Giám đốc" };
    return { partnershipId, ...REPORT, ...who };
  }

  test("failing without a report, without its loss allocated, and a report of who does not lead", async () => {
    const facts = await running();
    const { code } = facts;
    await expect(fail(code)).rejects.toThrow("REPORT_MISSING");
    const data = await reportBy(code, facts, 0);
    await expect(db().$transaction([db().failureReport.create({ data }), fail(code)])).rejects.toThrow(
      "LOSSES_MISSING",
    );
    await loseAll(facts);
    await expect(db().failureReport.create({ data })).rejects.toThrow("NOT_FAILED");
    const other = await reportBy(code, facts, 1);
    await expect(db().$transaction([db().failureReport.create({ data: other }), fail(code)])).rejects.toThrow(
      "NOT_A_SPEAKER",
    );
    const { actor, organisationId } = await appraiser();
    const inside = await reportBy(code, facts, 1);
    const state = { ...inside, memberId: null, organisationId, personId: actor.personId };
    await db().affiliation.create({
      data: { personId: actor.personId, organisationId: inside.organisationId, post: "Cố vấn", fromOn: new Date() },
    });
    await expect(db().$transaction([db().failureReport.create({ data: state }), fail(code)])).rejects.toThrow(
      "AUTHORITY_IS_A_PARTY",
    );
    must(await declare(facts));
    await expect(db().failureReport.updateMany({ data: { lessons: "Không có" } })).rejects.toThrow("permission denied");
  });
});
