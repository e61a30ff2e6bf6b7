import { beforeAll, describe, expect, test } from "vitest";
import * as own from "#app/routes/me/results.tsx";
import * as imports from "#app/routes/results/imports/page.tsx";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";
import { type Cast, gather } from "../domain/results/cast.ts";

withTestDatabase();

const PATH = "/vi/results/import";
const TEXT =
  "key;type;title_vi;teaser\nx-1;SOFTWARE;Phần mềm đo mực nước hồ;Đo mực nước bằng ảnh\nx-2;NOTHING;Sai loại;";

let cast: Cast;

beforeAll(async () => {
  cast = await gather();
});

describe("the page of an import", () => {
  test("is for representatives and result officers alone", async () => {
    expect((await readPage(imports.loader, PATH, { as: cast.author })).status).toBe(403);
    const { data } = await readPage(imports.loader, PATH, { as: cast.representative });
    expect(data).toMatchObject({ hosts: [{ value: cast.school }] });
  });

  test("says what is wrong in which row, keeps what was typed, and imports nothing of it", async () => {
    const sent = { organisationId: cast.school, text: TEXT, intent: "import" };
    const answer = await sendForm(imports.action, PATH, sent, { as: cast.representative });
    expect(answer.status).toBe(409);
    expect(answer.form.values).toMatchObject({ organisationId: cast.school, text: TEXT });
    expect(answer.form.errors["text"]).toHaveLength(1);
    expect(await db().result.count()).toBe(0);
    const empty = await sendForm(imports.action, PATH, { ...sent, text: "" }, { as: cast.representative });
    expect([empty.status, Object.keys(empty.form.errors)]).toEqual([422, ["text"]]);
    const foreign = { ...sent, organisationId: cast.agency };
    const other = await sendForm(imports.action, PATH, foreign, { as: cast.representative });
    expect(Object.keys(other.form.errors)).toEqual(["organisationId"]);
  });

  test("imports what is right, and the drafts stand among one's own", async () => {
    const text = TEXT.split("\n").slice(0, 2).join("\n");
    const sent = { organisationId: cast.school, text };
    const look = { ...sent, intent: "preview" };
    expect((await sendForm(imports.action, PATH, look, { as: cast.representative })).status).toBe(200);
    expect(await db().result.count()).toBe(0);
    const go = { ...sent, intent: "import" };
    expect((await sendForm(imports.action, PATH, go, { as: cast.representative })).status).toBe(200);
    const { data } = await readPage(own.loader, "/vi/me/results", { as: cast.representative });
    expect(data).toMatchObject({
      results: [{ state: "DRAFT", title: { vi: "Phần mềm đo mực nước hồ" } }],
      nextHref: null,
    });
    const again = await sendForm(imports.action, PATH, go, { as: cast.representative });
    expect([again.status, again.form.errors["text"]?.length]).toEqual([409, 1]);
  });
});
