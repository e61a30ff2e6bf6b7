import { beforeAll, describe, expect, test } from "vitest";
import { publish } from "#app/domain/results/verification/publish.server.ts";
import * as confirm from "#app/routes/results/confirm.tsx";
import * as page from "#app/routes/results/page.tsx";
import { withTestDatabase } from "#test/setup/database.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";
import { type Cast, gather, verified } from "../domain/results/cast.ts";

withTestDatabase();

let cast: Cast;
let code: string;

beforeAll(async () => {
  cast = await gather();
  code = await verified(cast);
  const outcome = await publish(cast.officer, code, new Date(Date.now() - 400 * 86_400_000));
  if (!outcome.ok) throw new Error(outcome.code);
});

describe("a result that was not updated for long", () => {
  test("says so to everybody, and how its host makes it good", async () => {
    const at = { params: { code } };
    const { data } = await readPage(page.loader, `/vi/results/${code}`, at);
    expect(data).toMatchObject({ page: { currency: { days: 400, isStale: true }, mayConfirm: false } });
    const path = `/vi/results/${code}/confirm`;
    expect((await readPage(confirm.loader, path, { ...at, as: cast.stranger })).status).toBe(404);
    expect((await readPage(confirm.loader, path, { ...at, as: cast.representative })).status).toBe(200);
    expect((await sendForm(confirm.action, path, {}, { ...at, as: cast.stranger })).status).toBe(403);
    expect((await sendForm(confirm.action, path, {}, { ...at, as: cast.representative })).status).toBe(303);
    const again = await sendForm(confirm.action, path, {}, { ...at, as: cast.representative });
    expect([again.status, again.form.errors[""]?.length]).toEqual([409, 1]);
    const after = await readPage(page.loader, `/vi/results/${code}`, { ...at, as: cast.representative });
    expect(after.data).toMatchObject({ page: { currency: { days: 0, isStale: false }, mayConfirm: true } });
  });
});
