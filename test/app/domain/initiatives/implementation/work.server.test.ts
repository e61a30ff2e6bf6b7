import { beforeAll, describe, expect, test } from "vitest";
import { assignTo, beginAs, closeAs, reportAs } from "#app/demo/initiatives/work.server.ts";
import { decideAs, evaluateAs, must, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { withdraw } from "#app/domain/initiatives/drafts/withdraw.server.ts";
import { assign } from "#app/domain/initiatives/implementation/assign.server.ts";
import { begin } from "#app/domain/initiatives/implementation/begin.server.ts";
import { close } from "#app/domain/initiatives/implementation/close.server.ts";
import { findPublicWork, findWork } from "#app/domain/initiatives/implementation/queries.server.ts";
import { report } from "#app/domain/initiatives/implementation/report.server.ts";
import { findLife } from "#app/domain/initiatives/life/queries.server.ts";
import { addLink } from "#app/domain/initiatives/links/add-link.server.ts";
import { endLink } from "#app/domain/initiatives/links/end-link.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor, anOrganisation } from "#test/support/initiative-cast.ts";
import { agreed, signBy } from "../../partnerships/people.ts";
import { gather, published } from "../../results/cast.ts";

withTestDatabase();

let cast: Awaited<ReturnType<typeof aCast>>;
let ownerBody: string;
let owner: Actor;
let verifier: Actor;

beforeAll(async () => {
  cast = await aCast();
  ownerBody = await anOrganisation("ENTERPRISE", "Công ty Máy bơm Cửa Sông");
  owner = await anActor("Người đại diện", ["PARTY_REP"], ownerBody);
  const verifying = await anOrganisation("STATE", "Trung tâm Kiểm chứng Đồng Bằng");
  verifier = await anActor("Cán bộ kiểm chứng", ["VERIFIER"], verifying);
});

async function accepted(): Promise<string> {
  const code = await submitInitiative(cast.proposer);
  await screenAs(cast, code);
  await evaluateAs(cast, code);
  await decideAs(cast, code);
  return code;
}

async function working(): Promise<string> {
  const code = await accepted();
  await assignTo(cast.steering, code, ownerBody);
  await beginAs(owner, code);
  return code;
}

async function stateOf(code: string) {
  return (await db().initiative.findUniqueOrThrow({ where: { code } })).state;
}

async function openClocks(code: string) {
  const open = await db().obligation.findMany({ where: { subjectCode: code, doneAt: null, voidedAt: null } });
  return open.map((clock) => [clock.kind, clock.debtorOrganisationId]);
}

const GIVEN = {
  ...{ chiefPost: "Trưởng phòng Kỹ thuật", chiefEmail: "", funding: "Dòng 371", language: "vi" as const },
  expectedProduct: "Mười hai bộ thiết bị chạy ổn định sáu tháng tại hiện trường.",
  dueOn: dayInVietnam(new Date(Date.now() + 90 * 86_400_000)),
};
const REPORT = { percent: 40, note: "Đã lắp xong hai điểm đo đầu tiên.", evidence: "", language: "vi" } as const;
const CLOSE = {
  closing: "CLOSED_APPLIED",
  evidence: "Đã xem thiết bị chạy tại hiện trường và đối chiếu nhật ký.",
  language: "vi",
} as const;

describe("the work on an accepted initiative", () => {
  test("goes from the steering body to the owner, to a verifier, one clock at a time, in public", async () => {
    const code = await accepted();
    expect(await openClocks(code)).toEqual([["ASSIGNMENT", cast.steeringBody]]);
    const { dueOn } = must(
      await assign(cast.steering, code, { ...GIVEN, ownerId: ownerBody, chiefEmail: owner.email }),
    );
    expect(await openClocks(code)).toEqual([["IMPLEMENTATION", ownerBody]]);
    const clock = await db().obligation.findFirstOrThrow({ where: { subjectCode: code, kind: "IMPLEMENTATION" } });
    expect(clock.originalDueOn.toISOString().slice(0, 10)).toBe(dueOn);
    must(await begin(owner, code));
    must(await report(owner, code, REPORT));
    expect(await openClocks(code)).toEqual([["IMPLEMENTATION", ownerBody]]);
    must(await report(owner, code, { ...REPORT, percent: 100, evidence: "Biên bản nghiệm thu số 14." }));
    expect(await openClocks(code)).toEqual([["IMPLEMENTATION_CHECK", verifier.roles[0]?.organisationId]]);
    must(await close(verifier, code, CLOSE));
    expect(await openClocks(code)).toEqual([]);
    expect(await stateOf(code)).toBe("CLOSED_APPLIED");
    const work = await findPublicWork(code);
    expect(work?.reports.map(({ percent }) => percent)).toEqual([100, 40]);
    expect(work?.assignment).toMatchObject({ chiefPost: GIVEN.chiefPost, chiefName: null, dueOn: GIVEN.dueOn });
    expect((await findWork(cast.steering, code))?.assignment?.chiefName).toBe("Người đại diện");
    const { rows } = await pool().query("SELECT payload FROM record_entry WHERE subject_code = $1", [code]);
    expect(JSON.stringify(rows)).not.toContain(owner.personId);
    expect(JSON.stringify(rows)).toContain(CLOSE.evidence);
  });

  test("tells its proposer of every step", async () => {
    const code = await working();
    await reportAs(owner, code, 100);
    await closeAs(verifier, code);
    const notices = await db().notice.findMany({
      where: { personId: cast.proposer.personId, subjectCode: code },
      orderBy: { id: "asc" },
    });
    const told = notices.map(({ event, params }) => `${event} ${JSON.stringify(params)}`);
    for (const state of ["ASSIGNED", "IN_IMPLEMENTATION", "CLOSED_APPLIED"])
      expect(told).toContain(`initiative.step {"state":"${state}"}`);
    expect(told).toContain('initiative.implementation {"percent":100}');
  });

  test("is assigned by the steering body alone, to a verified body, by a day that is still to come", async () => {
    const code = await accepted();
    const input = { ...GIVEN, ownerId: ownerBody };
    expect(await assign(cast.intakeHead, code, input)).toMatchObject({ code: "NOT_YOUR_CASE" });
    const elsewhere = await anActor("Nơi khác", ["STEERING"], await anOrganisation("STATE", "Ban khác"));
    expect(await assign(elsewhere, code, input)).toMatchObject({ code: "NOT_YOUR_CASE" });
    const late = { ...input, dueOn: dayInVietnam(new Date()) };
    expect(await assign(cast.steering, code, late)).toMatchObject({ code: "DUE_IN_THE_PAST", field: "dueOn" });
    const nobody = { ...input, chiefEmail: "khong-co@vi-du.test" };
    expect(await assign(cast.steering, code, nobody)).toMatchObject({ code: "PERSON_UNKNOWN", field: "chiefEmail" });
    const unverified = await db().organisation.create({
      data: { scheme: "VN-PORTAL", identifier: "TC-2026-9999", nameVi: "Chưa", house: "STATE", provinceCode: "01" },
    });
    const given = { ...input, ownerId: unverified.id };
    expect(await assign(cast.steering, code, given)).toMatchObject({ code: "OWNER_NOT_VERIFIED", field: "owner" });
    expect(await stateOf(code)).toBe("ACCEPTED");
    expect(await assign(cast.steering, "SK-2026-999999", input)).toMatchObject({ code: "NOT_FOUND" });
  });

  test("is taken up and reported by the owner body alone, and nothing follows the report of the whole", async () => {
    const code = await accepted();
    await assignTo(cast.steering, code, ownerBody);
    expect(await begin(verifier, code)).toMatchObject({ code: "NOT_YOUR_CASE" });
    expect(await report(owner, code, REPORT)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
    await beginAs(owner, code);
    expect(await begin(owner, code)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
    expect(await report(cast.steering, code, REPORT)).toMatchObject({ code: "NOT_YOUR_CASE" });
    const whole = { ...REPORT, percent: 100 };
    expect(await report(owner, code, whole)).toMatchObject({ code: "REPORT_WITHOUT_EVIDENCE", field: "evidence" });
    await reportAs(owner, code, 100);
    expect(await report(owner, code, REPORT)).toMatchObject({ code: "ALREADY_WHOLE" });
  });

  test("is closed by a verifier of another body, never by the owner's own people or its proposer", async () => {
    const code = await working();
    const own = await anActor("Kiểm chứng nhà", ["VERIFIER"], ownerBody);
    expect(await close(own, code, CLOSE)).toMatchObject({ code: "NOT_YOUR_CASE" });
    expect(await close(owner, code, CLOSE)).toMatchObject({ code: "NOT_YOUR_CASE" });
    expect(await stateOf(code)).toBe("IN_IMPLEMENTATION");
    must(await close(verifier, code, { ...CLOSE, closing: "CLOSED_STOPPED" }));
    expect(await openClocks(code)).toEqual([]);
  });

  test("the database itself refuses a report of others and a closing by the owner", async () => {
    const code = await working();
    const { id } = await db().initiative.findUniqueOrThrow({ where: { code } });
    const foreign = { ...REPORT, initiativeId: id, personId: verifier.personId, organisationId: cast.intakeBody };
    await expect(db().implementationReport.create({ data: foreign })).rejects.toThrow(/NOT_THE_OWNER/);
    const step = {
      initiativeId: id,
      fromState: "IN_IMPLEMENTATION" as const,
      toState: "CLOSED_APPLIED" as const,
      ...{ actorRole: "VERIFIER", actorId: owner.personId, actorOrganisationId: ownerBody, reason: CLOSE.evidence },
    };
    await expect(db().initiativeStep.create({ data: step })).rejects.toThrow(/NOT_INDEPENDENT/);
    await expect(
      db().implementationReport.updateMany({ where: { initiativeId: id }, data: { percent: 1 } }),
    ).rejects.toThrow(/permission denied/);
  });
});

describe("the ties of an initiative", () => {
  test("lead to public partnerships and results, tasks, and what it builds on; a tie is taken back with a reason", async () => {
    const code = await working();
    const base = await accepted();
    const facts = await agreed();
    await signBy(facts);
    const result = await published(await gather());
    const tie = (kind: "BUILDS_ON" | "TASK" | "PARTNERSHIP" | "RESULT", to: string) =>
      addLink(owner, code, { kind, code: to, note: "" });
    expect((await tie("PARTNERSHIP", facts.code)).ok).toBe(true);
    const { linkId } = must(await tie("RESULT", result));
    expect((await tie("TASK", "Nhiệm vụ 12, Quyết định 507/QĐ-TTg")).ok).toBe(true);
    expect((await tie("BUILDS_ON", base)).ok).toBe(true);
    expect(await tie("RESULT", result)).toMatchObject({ code: "LINKED_ALREADY" });
    expect(await tie("PARTNERSHIP", "DA-2026-999999")).toMatchObject({ code: "UNKNOWN_ORIGIN", field: "code" });
    expect(await tie("BUILDS_ON", code)).toMatchObject({ code: "LINKED_TO_ITSELF" });
    expect(await addLink(cast.proposer, base, { kind: "BUILDS_ON", code, note: "" })).toMatchObject({
      code: "LINKED_TO_ITSELF",
    });
    const stranger = await anActor("Người ngoài");
    expect(await addLink(stranger, code, { kind: "TASK", code: "Số 1", note: "" })).toMatchObject({
      code: "NOT_YOUR_CASE",
    });
    const life = await findLife(null, code);
    const kinds = new Set(life?.entries.map(({ kind }) => kind));
    for (const kind of [
      "step",
      "council",
      "assignment",
      "link",
      "partnership",
      "signing",
      "result",
      "ancestor",
    ] as const)
      expect(kinds, kind).toContain(kind);
    expect((await findLife(null, base))?.entries.some(({ kind }) => kind === "descendant")).toBe(true);
    expect(await endLink(stranger, code, { linkId, reason: "Nhầm kết quả khác." })).toMatchObject({
      code: "NOT_YOUR_CASE",
    });
    must(await endLink(owner, code, { linkId, reason: "Nhầm với một kết quả khác." }));
    expect(await endLink(owner, code, { linkId, reason: "Nhầm với một kết quả khác." })).toMatchObject({
      code: "ABSENT",
    });
    expect((await findPublicWork(code))?.links.map((link) => link.kind)).not.toContain("RESULT");
  });

  test("two ties made at once never close a circle", async () => {
    const [one, two] = [await accepted(), await accepted()];
    const outcomes = await Promise.allSettled([
      addLink(cast.proposer, one, { kind: "BUILDS_ON", code: two, note: "" }),
      addLink(cast.proposer, two, { kind: "BUILDS_ON", code: one, note: "" }),
    ]);
    const done = outcomes.filter((it) => it.status === "fulfilled" && it.value.ok);
    expect(done).toHaveLength(1);
  });

  test("what was public and is withdrawn keeps its title to itself, also where others build on it", async () => {
    const base = await submitInitiative(cast.proposer, { opensEarly: true });
    await screenAs(cast, base);
    const code = await accepted();
    must(await addLink(cast.proposer, code, { kind: "BUILDS_ON", code: base, note: "" }));
    expect((await findPublicWork(code))?.links).toMatchObject([{ code: base, title: { vi: expect.any(String) } }]);
    expect((await findLife(null, code))?.entries.some(({ kind }) => kind === "ancestor")).toBe(true);
    must(await withdraw(cast.proposer, base));
    expect((await findPublicWork(code))?.links).toMatchObject([{ code: base, title: null }]);
    expect((await findLife(null, code))?.entries.some(({ kind }) => kind === "ancestor")).toBe(false);
  });

  test("what an undecided initiative builds on stays with its proposer until it is public", async () => {
    const base = await accepted();
    const code = await submitInitiative(cast.proposer);
    must(await addLink(cast.proposer, code, { kind: "BUILDS_ON", code: base, note: "" }));
    expect((await findLife(null, base))?.entries.some((entry) => entry.code === code)).toBe(false);
    expect((await findLife(null, code))?.entries.some(({ kind }) => kind === "ancestor" || kind === "link")).toBe(
      false,
    );
  });
});
