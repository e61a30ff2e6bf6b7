import { beforeAll, describe, expect, test } from "vitest";
import { evaluateAs, must, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { assignCase } from "#app/domain/initiatives/assignment/assign-case.server.ts";
import { assignedTo, listColleagues } from "#app/domain/initiatives/assignment/queries.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor, anOrganisation } from "#test/support/initiative-cast.ts";

withTestDatabase();

let cast: Awaited<ReturnType<typeof aCast>>;
let colleague: Actor;

beforeAll(async () => {
  cast = await aCast();
  colleague = await anActor("Cán bộ tiếp nhận thứ hai", ["INTAKE"], cast.intakeBody);
});

async function names(actor: Actor, code: string): Promise<string[]> {
  return (await assignedTo(actor, code)).map(({ name }) => name);
}

describe("the head of intake", () => {
  test("gives a case to an officer of the body, who is told; giving it on ends the first assignment", async () => {
    const code = await submitInitiative(cast.proposer);
    must(await assignCase(cast.intakeHead, code, cast.intake.personId));
    expect(await names(cast.intake, code)).toEqual(["Cán bộ tiếp nhận"]);
    must(await assignCase(cast.intakeHead, code, colleague.personId));
    expect(await names(cast.intake, code)).toEqual(["Cán bộ tiếp nhận thứ hai"]);
    const kept = await db().caseAssignment.findMany({
      where: { initiative: { code } },
      orderBy: { assignedAt: "asc" },
      select: { personId: true, assignedById: true, endedAt: true },
    });
    expect(kept).toMatchObject([
      { personId: cast.intake.personId, assignedById: cast.intakeHead.personId, endedAt: expect.any(Date) },
      { personId: colleague.personId, endedAt: null },
    ]);
    const told = await db().notice.findMany({ where: { personId: colleague.personId, subjectCode: code } });
    expect(told).toMatchObject([{ event: "case.assigned", params: { duty: "INTAKE_CHECK" } }]);
  });

  test("takes it back for nobody, and is told where it is so already", async () => {
    const code = await submitInitiative(cast.proposer);
    expect(await assignCase(cast.intakeHead, code, null)).toMatchObject({ ok: false, code: "ASSIGNED_SO" });
    must(await assignCase(cast.intakeHead, code, cast.intake.personId));
    expect(await assignCase(cast.intakeHead, code, cast.intake.personId)).toMatchObject({ code: "ASSIGNED_SO" });
    must(await assignCase(cast.intakeHead, code, null));
    expect(await names(cast.intake, code)).toEqual([]);
  });

  test("gives nothing to whoever lacks the role there, is its author, or could not decide it", async () => {
    const elsewhere = await anActor("Cán bộ nơi khác", ["INTAKE"], await anOrganisation("STATE", "Sở khác"));
    const both = await anActor("Cán bộ nộp sáng kiến", ["INTAKE"], cast.intakeBody);
    const own = await submitInitiative(both);
    const refused = async (code: string, to: string) => assignCase(cast.intakeHead, code, to);
    expect(await refused(own, elsewhere.personId)).toMatchObject({ code: "ASSIGNEE_LACKS_ROLE" });
    expect(await refused(own, both.personId)).toMatchObject({ code: "ASSIGNEE_HAS_PART" });
    const screener = await anActor("Cán bộ vừa kiểm tra vừa là trưởng", ["INTAKE", "INTAKE_HEAD"], cast.intakeBody);
    const code = await submitInitiative(cast.proposer);
    await screenAs({ ...cast, intake: screener }, code);
    await evaluateAs(cast, code);
    expect(await refused(code, screener.personId)).toMatchObject({ code: "ASSIGNEE_HAS_PART" });
    must(await refused(code, cast.intakeHead.personId));
  });
});

describe("an officer", () => {
  test("takes what nobody has and gives it back, and nothing more", async () => {
    const code = await submitInitiative(cast.proposer);
    const yes = { ok: true };
    const no = { ok: false, code: "NOT_YOURS_TO_ASSIGN" };
    expect(await assignCase(cast.intake, code, colleague.personId)).toMatchObject(no);
    expect(await assignCase(cast.intake, code, cast.intake.personId)).toMatchObject(yes);
    expect(await assignCase(colleague, code, colleague.personId)).toMatchObject(no);
    expect(await assignCase(colleague, code, null)).toMatchObject(no);
    expect(await assignCase(cast.intake, code, null)).toMatchObject(yes);
  });

  test("of another body, or another post, finds nothing to share out", async () => {
    const code = await submitInitiative(cast.proposer);
    const elsewhere = await anActor("Trưởng nơi khác", ["INTAKE_HEAD"], await anOrganisation("STATE", "Sở thứ ba"));
    for (const actor of [elsewhere, cast.chair, cast.proposer])
      expect(await assignCase(actor, code, actor.personId)).toMatchObject({ ok: false });
    expect(await assignCase(cast.intakeHead, "SK-2026-999999", null)).toMatchObject({ code: "NOT_FOUND" });
  });
});

test("whoever loses the role holds no case any more, and it can be given anew", async () => {
  const leaving = await anActor("Cán bộ sắp chuyển đi", ["INTAKE"], cast.intakeBody);
  const code = await submitInitiative(cast.proposer);
  must(await assignCase(cast.intakeHead, code, leaving.personId));
  expect((await listColleagues(cast.intakeHead)).map(({ personId }) => personId)).toContain(leaving.personId);
  await db().roleGrant.updateMany({ where: { personId: leaving.personId }, data: { revokedAt: new Date() } });
  expect(await names(cast.intake, code)).toEqual([]);
  expect((await listColleagues(cast.intakeHead)).map(({ personId }) => personId)).not.toContain(leaving.personId);
  must(await assignCase(cast.intake, code, cast.intake.personId));
  expect(await names(colleague, code)).toEqual(["Cán bộ tiếp nhận"]);
});

test("the database keeps an assignment to somebody without the role out, and two at once", async () => {
  const code = await submitInitiative(cast.proposer);
  const { id: initiativeId } = await db().initiative.findUniqueOrThrow({ where: { code }, select: { id: true } });
  const data = {
    initiativeId,
    role: "INTAKE",
    organisationId: cast.intakeBody,
    assignedById: cast.intakeHead.personId,
  } as const;
  await expect(db().caseAssignment.create({ data: { ...data, personId: cast.chair.personId } })).rejects.toThrow(
    /ASSIGNEE_LACKS_ROLE/,
  );
  await Promise.all([cast.intake, colleague].map((one) => assignCase(cast.intakeHead, code, one.personId)));
  expect(await db().caseAssignment.count({ where: { initiativeId, endedAt: null } })).toBe(1);
});
