import { beforeAll, describe, expect, test } from "vitest";
import { evaluateAs, must, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import { assignCase } from "#app/domain/initiatives/assignment/assign-case.server.ts";
import { saveFilter } from "#app/domain/initiatives/inbox/saved-filters.server.ts";
import { loader as bulkPage, action as confirm } from "#app/routes/desk/inbox/bulk.tsx";
import { loader as inbox, action as saveForm } from "#app/routes/desk/inbox/list.tsx";
import { loader as preparePage, action as sendPrepare } from "#app/routes/desk/inbox/prepare.tsx";
import { rootLoader } from "#app/web/root.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast } from "#test/support/initiative-cast.ts";
import { pageArgs } from "#test/support/page-args.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";

withTestDatabase();

let cast: Awaited<ReturnType<typeof aCast>>;
let codes: string[];

// Several of each kind, so that a statement for every row would show.
beforeAll(async () => {
  cast = await aCast();
  codes = [];
  for (let made = 0; made < 4; made += 1) codes.push(await submitInitiative(cast.proposer));
  for (let made = 0; made < 2; made += 1) {
    const code = await submitInitiative(cast.proposer);
    await screenAs(cast, code);
    await evaluateAs(cast, code);
  }
  for (const code of codes) must(await assignCase(cast.intakeHead, code, cast.intake.personId));
  for (const name of ["Một", "Hai", "Ba"]) must(await saveFilter(cast.intake, { name, query: "clock=soon" }));
}, 60_000);

test.each(["", "?kind=INTAKE_CHECK&track=ORDINARY&clock=soon&assigned=me&q=bo+do"])(
  "the inbox%s asks the database at most six times, its frame included",
  async (query) => {
    const args = () => pageArgs(`/vi/desk/inbox${query}`, cast.intake);
    const read = () => Promise.all([inbox(args()), rootLoader(args())]);
    // What is looked up a few times an hour (catalogue, calendar, settings) is not counted.
    await read();
    const { queries, value } = await countQueries(read);
    expect(value[0].items).toHaveLength(4);
    expect(queries.length, queries.join("\n")).toBeLessThanOrEqual(6);
  },
);

test("the preview and the result of many rows ask no more for many than for one", async () => {
  const form = { code: codes, to: "nobody" };
  const sent = await sendForm(sendPrepare, "/vi/desk/inbox/assign", form, {
    as: cast.intakeHead,
    params: { act: "assign" },
  });
  const key = sent.location?.split("/").at(-1) ?? "";
  const args = () => pageArgs(`/vi/desk/bulk/${key}`, cast.intakeHead, { key });
  const { queries, value } = await countQueries(() => bulkPage(args()));
  expect(value.rows).toHaveLength(4);
  expect(queries).toHaveLength(1);
});

describe("the form of an act on many", () => {
  const call = (act: string) => ({ as: cast.intake, params: { act } });

  test("without rows, with too many, and without its words says so at each field and loses nothing", async () => {
    const message = "Ngắn";
    const typed = { "items[6].field": "novelty", "items[6].message": message };
    const none = await sendForm(sendPrepare, "/vi/desk/inbox/return", typed, call("return"));
    expect(none.status).toBe(422);
    expect(none.form.errors["code"]).toEqual(["Đánh dấu ít nhất một hồ sơ."]);
    expect(none.form.errors["items[6].message"]).toHaveLength(1);
    expect(none.form.values).toMatchObject(typed);
    const many = Array.from({ length: 101 }, (_, at) => `SK-2026-${String(5_000 + at)}`);
    const tooMany = await sendForm(sendPrepare, "/vi/desk/inbox/return", { ...typed, code: many }, call("return"));
    expect(tooMany.form.errors["code"]?.[0]).toContain("nhiều nhất 100 hồ sơ");
    expect(tooMany.form.values["code"]).toHaveLength(101);
  });

  test("is nobody's who may not start the act, and no act that does not exist", async () => {
    for (const act of ["decide", "burn", ""]) {
      const sent = await sendForm(sendPrepare, `/vi/desk/inbox/${act}`, { code: codes }, call(act));
      expect([act, sent.status]).toEqual([act, 404]);
      expect((await readPage(preparePage, `/vi/desk/inbox/${act}`, call(act))).status).toBe(404);
    }
  });

  test("comes back filled from its preview, and the preview with its result after confirming", async () => {
    const message = "Nêu rõ điểm mới so với cách làm hiện nay.";
    const typed = { code: codes.slice(0, 2), "items[6].field": "novelty", "items[6].message": message };
    const sent = await sendForm(sendPrepare, "/vi/desk/inbox/return", typed, call("return"));
    const key = sent.location?.split("/").at(-1) ?? "";
    const again = await readPage(preparePage, `/vi/desk/inbox/return?from=${key}`, call("return"));
    expect(again.data).toMatchObject({
      rows: [{ code: codes[0] }, { code: codes[1] }],
      form: { values: { "items[6].field": "novelty", "items[6].message": message } },
    });
    const at = { as: cast.intake, params: { key } };
    expect((await readPage(bulkPage, `/vi/desk/bulk/${key}`, at)).data).toMatchObject({ isDone: false, good: 2 });
    for (let press = 0; press < 2; press += 1)
      expect((await sendForm(confirm, `/vi/desk/bulk/${key}`, {}, at)).location).toBe(`/vi/desk/bulk/${key}`);
    expect((await readPage(bulkPage, `/vi/desk/bulk/${key}`, at)).data).toMatchObject({ isDone: true, good: 2 });
    expect((await readPage(bulkPage, `/vi/desk/bulk/${key}`, { ...at, as: cast.intakeHead })).status).toBe(404);
  });
});

describe("the names of filters", () => {
  const send = (fields: Record<string, string>) =>
    sendForm(saveForm, "/vi/desk/inbox?clock=over", fields, { as: cast.intake });

  test("are asked for, and told where they are taken, at their field", async () => {
    const empty = await send({ intent: "save", name: "", query: "clock=over" });
    expect([empty.status, empty.form.errors["name"]]).toEqual([422, ["Mục này chưa điền."]]);
    const taken = await send({ intent: "save", name: "Một", query: "clock=over" });
    expect([taken.status, taken.form.errors["name"]?.length]).toEqual([409, 1]);
    const kept = await send({ intent: "save", name: "Bốn", query: "clock=over&evil=1" });
    expect(kept.location).toBe("/vi/desk/inbox?clock=over");
  });

  test("are changed and deleted beside the list, with the error at the row", async () => {
    const page = await inbox(pageArgs("/vi/desk/inbox", cast.intake));
    const id = page.saved.find(({ name }) => name === "Hai")?.id ?? "";
    const taken = await send({ intent: "rename", id, [`rename-${id}`]: "Một" });
    expect([taken.status, taken.form.errors[`rename-${id}`]?.length]).toEqual([409, 1]);
    expect(taken.form.values[`rename-${id}`]).toBe("Một");
    expect((await send({ intent: "rename", id, [`rename-${id}`]: "Năm" })).location).toBe("/vi/desk/inbox?clock=over");
    expect((await send({ intent: "delete", id })).status).toBe(302);
    const names = (await inbox(pageArgs("/vi/desk/inbox", cast.intake))).saved.map(({ name }) => name);
    expect(names).not.toContain("Hai");
    expect(names).not.toContain("Năm");
    expect((await send({ intent: "rename", id: "x", "rename-x": "Sáu" })).status).toBe(404);
    expect((await send({ intent: "other" })).status).toBe(404);
  });
});
