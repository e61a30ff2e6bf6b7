import { beforeAll, expect, test } from "vitest";
import { submitInitiative } from "#app/demo/initiatives.server.ts";
import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { findObligation } from "#app/domain/obligations/queries.server.ts";
import { action, loader } from "#app/routes/obligations/clock.tsx";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast } from "#test/support/initiative-cast.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";

withTestDatabase();

let cast: Awaited<ReturnType<typeof aCast>>;
let id = "";
let path = "";
const untilOn = addDays(dayInVietnam(new Date()), 40);
const reason = "Hai cán bộ nghỉ ốm, hồ sơ dày nên cần thêm thời gian kiểm tra.";

beforeAll(async () => {
  cast = await aCast();
  const code = await submitInitiative(cast.proposer);
  id = (await db().obligation.findFirstOrThrow({ where: { subjectCode: code } })).id;
  path = `/vi/obligations/${id}`;
});

function deskOf(data: unknown): unknown {
  return typeof data === "object" && data !== null && "desk" in data ? data.desk : null;
}

async function read(as: typeof cast.intake | null) {
  return readPage(loader, path, { as, params: { id } });
}

test("everybody reads the clock; whoever owes is offered to ask, nobody to answer yet", async () => {
  expect(deskOf((await read(null)).data)).toEqual({ mayRequest: false, mayAnswer: false, asked: null });
  expect(deskOf((await read(cast.proposer)).data)).toMatchObject({ mayRequest: false, mayAnswer: false });
  expect(deskOf((await read(cast.intake)).data)).toMatchObject({ mayRequest: true, mayAnswer: false });
  for (const wrong of ["x", crypto.randomUUID(), "'--"])
    expect((await readPage(loader, `/vi/obligations/${wrong}`, { params: { id: wrong } })).status).toBe(404);
});

test("what is typed wrong comes back at its field, with what was typed", async () => {
  const sent = await sendForm(
    action,
    path,
    { intent: "request", untilOn: "31/02/2027", reason: "ngắn" },
    { as: cast.intake, params: { id } },
  );
  expect(sent.status).toBe(422);
  expect(Object.keys(sent.form.errors).sort()).toEqual(["reason", "untilOn"]);
  expect(sent.form.values).toMatchObject({ untilOn: "31/02/2027", reason: "ngắn" });
  const early = await sendForm(
    action,
    path,
    { intent: "request", untilOn: "2026-01-01", reason },
    { as: cast.intake, params: { id } },
  );
  expect([early.status, Object.keys(early.form.errors)]).toEqual([422, ["untilOn"]]);
  const other = await sendForm(
    action,
    path,
    { intent: "request", untilOn, reason },
    { as: cast.chair, params: { id } },
  );
  expect(other.form.errors[""]).toEqual(["Chỉ người đang đến lượt mới xin gia hạn được."]);
  const nobody = await sendForm(action, path, { intent: "request", untilOn, reason }, { params: { id } });
  expect([nobody.status, nobody.data]).toEqual([
    401,
    { kind: "signedOut", typed: { intent: "request", untilOn, reason } },
  ]);
});

test("asked by one, granted by another, and the date moves for everybody", async () => {
  const sent = await sendForm(
    action,
    path,
    { intent: "request", untilOn, reason },
    { as: cast.intake, params: { id } },
  );
  expect([sent.status, sent.location]).toEqual([302, path]);
  expect(deskOf((await read(cast.intake)).data)).toMatchObject({
    mayRequest: false,
    mayAnswer: false,
    asked: { reason },
  });
  expect(deskOf((await read(cast.intakeHead)).data)).toMatchObject({ mayAnswer: true, asked: { reason } });
  expect(deskOf((await read(cast.proposer)).data)).toMatchObject({ mayAnswer: false, asked: null });
  const empty = await sendForm(action, path, { intent: "answer" }, { as: cast.intakeHead, params: { id } });
  expect(Object.keys(empty.form.errors).sort()).toEqual(["answer", "reason"]);
  const answer = { intent: "answer", answer: "granted", reason: "Lý do rõ ràng, báo tiến độ mỗi tuần." };
  expect((await sendForm(action, path, answer, { as: cast.intakeHead, params: { id } })).status).toBe(302);
  const moved = await findObligation(id);
  expect((moved?.dueOn ?? "") >= untilOn).toBe(true);
  expect((await sendForm(action, path, answer, { as: cast.intakeHead, params: { id } })).form.errors[""]).toEqual([
    "Không có đề nghị nào đang chờ, hoặc đã có người trả lời.",
  ]);
});
