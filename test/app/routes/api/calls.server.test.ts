import { beforeAll, describe, expect, test } from "vitest";
import { putCall, showInterest } from "#app/demo/partnerships/calls.server.ts";
import { withdrawCall } from "#app/domain/partnerships/calls/finish.server.ts";
import * as item from "#app/routes/api/calls/item.ts";
import * as list from "#app/routes/api/calls/list.ts";
import { listCalls, readCall } from "#app/web/api/partnerships/calls.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { expectDeclared, get } from "#test/support/api-call.ts";
import { type Body, body, must } from "../../domain/partnerships/people.ts";

withTestDatabase();

let caller: Body;
let school: Body;
let draft: string;
let open: string;
let offer: string;
let withdrawn: string;

beforeAll(async () => {
  caller = await body("ENTERPRISE", "Công ty Lam Giang");
  school = await body("SCHOOL", "Trường Lam Giang");
  draft = await putCall(caller.actor, caller.organisationId, { publish: false });
  withdrawn = await putCall(caller.actor, caller.organisationId);
  must(await withdrawCall(caller.actor, withdrawn, { reason: "Nhu cầu này không còn nữa." }));
  open = await putCall(caller.actor, caller.organisationId, { productCodes: "21-S17", trlFrom: "4" });
  const words = { kind: "OFFER", needs: ["CAPITAL"], amount: "2 tỷ", provinceCodes: "48" };
  offer = await putCall(school.actor, school.organisationId, words);
  await showInterest(school.actor, school.organisationId, { code: open });
});

function read(code: string) {
  return get(item, `/calls/${code}`, { params: { code } });
}

async function codes(query: string): Promise<string[]> {
  return listCalls.answer.parse((await get(list, `/calls?${query}`)).body).items.map((one) => one.code);
}

describe("calls and offers, as programs read them", () => {
  test("the list holds what is published, page by page, narrowed by what is asked for", async () => {
    const first = listCalls.answer.parse((await get(list, "/calls?limit=1")).body);
    expect(first.items).toMatchObject([{ code: offer, kind: "OFFER", amountVnd: "2000000000", interests: 0 }]);
    const second = await get(list, `/calls?limit=1&cursor=${first.next}`);
    expectDeclared(listCalls, second.body);
    expect(listCalls.answer.parse(second.body).items).toMatchObject([{ code: open, interests: 1, trlFrom: 4 }]);
    expect(await codes("kind=CALL&open=true")).toEqual([open]);
    expect(await codes("need=CAPITAL&province=48&house=SCHOOL")).toEqual([offer]);
    expect(await codes("product=21-S17")).toEqual([open]);
    expect((await get(list, "/calls?cursor=bad")).response.status).toBe(422);
    expect((await get(list, "/calls?need=GOLD")).response.status).toBe(422);
  });

  test("one is whole and tells nothing of who is interested; of a withdrawn one the reason stays, a draft is nowhere", async () => {
    const { body: whole } = await read(open);
    expectDeclared(readCall, whole);
    expect(whole).toMatchObject({ code: open, interests: 1, words: "", partnership: null });
    expect(JSON.stringify(whole)).not.toContain("Trường Lam Giang");
    const { body: left } = await read(withdrawn);
    expectDeclared(readCall, left);
    expect(left).toMatchObject({ state: "WITHDRAWN", reason: "Nhu cầu này không còn nữa." });
    expect((await read(draft)).response.status).toBe(404);
  });
});
