import { beforeAll, describe, expect, test } from "vitest";
import { decideAs, evaluateAs, screenAs, submitInitiative, writeDraft } from "#app/demo/initiatives.server.ts";
import { readWaitingFigures } from "#app/domain/initiatives/figures/queries.server.ts";
import * as item from "#app/routes/api/initiatives/item.ts";
import * as list from "#app/routes/api/initiatives/list.ts";
import { listInitiatives, readInitiative } from "#app/web/api/initiatives.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { expectDeclared, get } from "#test/support/api-call.ts";
import { aCast } from "#test/support/initiative-cast.ts";

withTestDatabase();

const CANARY = "Chim hoàng yến 7f3a báo hiệu khi điều kín lộ ra ngoài";

let accepted: string;
let waiting: string;
let draft: string;

beforeAll(async () => {
  const cast = await aCast();
  accepted = await submitInitiative(cast.proposer, {}, ago(60));
  await screenAs(cast, accepted, {}, ago(55));
  await evaluateAs(cast, accepted, {}, ago(40));
  await decideAs(cast, accepted, {}, ago(20));
  waiting = await submitInitiative(
    cast.proposer,
    { title: { vi: CANARY }, abstract: { vi: CANARY.repeat(3) } },
    ago(1),
  );
  draft = await writeDraft(cast.proposer, { title: { vi: CANARY } });
}, 30_000);

function ago(days: number): Date {
  return new Date(Date.now() - days * 86_400_000);
}

function read(code: string) {
  return get(item, `/initiatives/${code}`, { params: { code } });
}

describe("initiatives, as programs read them", () => {
  test("the list holds what was submitted, with whose turn it is, page by page", async () => {
    const first = listInitiatives.answer.parse((await get(list, "/initiatives?limit=1")).body);
    expect(first.items).toMatchObject([
      { code: waiting, title: null, abstract: null, turn: { kind: "INTAKE_CHECK", debtor: { role: "INTAKE" } } },
    ]);
    const second = await get(list, `/initiatives?limit=1&cursor=${first.next}`);
    expectDeclared(listInitiatives, second.body);
    expect(second.body).toMatchObject({
      items: [{ code: accepted, state: "ACCEPTED", turn: { kind: "ASSIGNMENT", debtor: { role: "STEERING" } } }],
      next: null,
    });
  });

  test("filters given several times are OR; by content only what is decided is found", async () => {
    const codes = async (query: string) =>
      listInitiatives.answer.parse((await get(list, `/initiatives?${query}`)).body).items.map((it) => it.code);
    expect(await codes("state=ACCEPTED&state=SUBMITTED")).toEqual([waiting, accepted]);
    expect(await codes("province=86")).toEqual([accepted]);
    expect(await codes("track=BREAKTHROUGH")).toEqual([]);
  });

  test.each(["state=DRAFT", "track=FAST", "cursor=abc", "limit=101", "q=1"])("%s is invalid", async (query) => {
    expect((await get(list, `/initiatives?${query}`)).response.status).toBe(422);
  });

  test("a decided one with its decision, its reason and the way it went", async () => {
    const { body } = await read(accepted);
    expectDeclared(readInitiative, body);
    expect(body).toMatchObject({
      state: "ACCEPTED",
      turn: { kind: "ASSIGNMENT", debtor: { role: "STEERING" } },
      content: { language: "vi", requestedFundingVnd: "1420000000" },
      decisions: [{ kind: "ACCEPTED", version: 1 }],
    });
    const steps = readInitiative.answer.parse(body).steps.map((step) => step.toState);
    expect(steps.slice(-3)).toEqual(["UNDER_EVALUATION", "EVALUATED", "ACCEPTED"]);
  });

  test("before a decision nothing of the content goes out; a draft is nowhere", async () => {
    const { body } = await read(waiting);
    expectDeclared(readInitiative, body);
    expect(body).toMatchObject({ state: "SUBMITTED", content: null, turn: { kind: "INTAKE_CHECK" } });
    const all = JSON.stringify([body, (await get(list, "/initiatives")).body]);
    expect(all).not.toContain(CANARY);
    for (const code of [draft, "SK-2026-9999", "KQ-2026-0001", "__proto__"]) {
      expect((await read(code)).response.status).toBe(404);
    }
    expect(all).not.toContain(draft);
  });

  test("the first page counts the days from submission to decision", async () => {
    expect(await readWaitingFigures()).toEqual({ medianDays: 40, decided: 1, intakeDays: 10 });
    expect(await readWaitingFigures(ago(-400))).toMatchObject({ medianDays: null, decided: 0 });
  });
});
