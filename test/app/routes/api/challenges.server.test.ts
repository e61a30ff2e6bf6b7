import { beforeAll, describe, expect, test } from "vitest";
import { poseChallenge } from "#app/demo/initiatives/challenges.server.ts";
import { must, writeDraft } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeDueChallenges } from "#app/domain/initiatives/challenges/close-due.server.ts";
import { stateOnChallenge, withdrawChallenge } from "#app/domain/initiatives/challenges/finish.server.ts";
import { tieToChallenge } from "#app/domain/initiatives/challenges/tie.server.ts";
import { submit } from "#app/domain/initiatives/drafts/submit.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import * as item from "#app/routes/api/challenges/item.ts";
import * as list from "#app/routes/api/challenges/list.ts";
import { listChallenges, readChallenge } from "#app/web/api/initiatives/challenges.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { expectDeclared, get } from "#test/support/api-call.ts";
import { aCast, anActor, anOrganisation } from "#test/support/initiative-cast.ts";

withTestDatabase();

const CANARY = "Chim hoàng yến 91c2 báo hiệu khi bản nháp lộ ra ngoài";
const TITLE = "Tên kín của sáng kiến chưa công khai 91c3";

let body: string;
let owner: Actor;
let draft: string;
let open: string;
let closed: string;
let withdrawn: string;
let answer: string;

beforeAll(async () => {
  const cast = await aCast();
  body = await anOrganisation("STATE", "Chi cục Thủy lợi Lam Giang", "86");
  owner = await anActor("Người đại diện", ["PARTY_REP"], body);
  draft = await poseChallenge(owner, body, { publish: false, title: CANARY, problem: CANARY.repeat(3) });
  withdrawn = await poseChallenge(owner, body, {}, ago(50));
  must(await withdrawChallenge(owner, withdrawn, { reason: "Đơn vị đã tự giải quyết xong việc này." }, ago(45)));
  closed = await poseChallenge(owner, body, { closesOn: dayInVietnam(ago(5)) }, ago(40));
  await closeDueChallenges(ago(4));
  open = await poseChallenge(owner, body, { productCodes: ["21-S17"] }, ago(10));
  answer = await writeDraft(cast.proposer, { title: { vi: TITLE } });
  must(await tieToChallenge(cast.proposer, answer, open));
  must(await submit(cast.proposer, answer, { revision: 1 }));
});

function ago(days: number): Date {
  return new Date(Date.now() - days * 86_400_000);
}

function read(code: string) {
  return get(item, `/challenges/${code}`, { params: { code } });
}

async function codes(query: string): Promise<string[]> {
  return listChallenges.answer.parse((await get(list, `/challenges?${query}`)).body).items.map((one) => one.code);
}

describe("challenges, as programs read them", () => {
  test("the list holds what is published, page by page", async () => {
    const first = listChallenges.answer.parse((await get(list, "/challenges?limit=1")).body);
    expect(first.items).toMatchObject([{ code: open, state: "OPEN", answers: 1, budgetCeilingVnd: "2000000000" }]);
    const second = await get(list, `/challenges?limit=1&cursor=${first.next}`);
    expectDeclared(listChallenges, second.body);
    expect(second.body).toMatchObject({ items: [{ code: closed, state: "CLOSED", answers: 0 }], next: null });
  });

  test("by state, product, owner, and what nobody answered", async () => {
    expect(await codes("state=OPEN&state=CLOSED")).toEqual([open, closed]);
    expect(await codes("product=21-S17")).toEqual([open]);
    expect(await codes("unanswered=true")).toEqual([closed]);
    const [one] = listChallenges.answer.parse((await get(list, "/challenges")).body).items;
    expect(await codes(`body=${one?.body.code}`)).toEqual([open, closed]);
    expect(await codes("body=VN-PORTAL-nobody")).toEqual([]);
  });

  test.each(["state=DRAFT", "state=WITHDRAWN", "unanswered=1", "cursor=abc", "limit=101", "q=1"])(
    "%s is invalid",
    async (query) => {
      expect((await get(list, `/challenges?${query}`)).response.status).toBe(422);
    },
  );

  test("an open one names its answers by code until they are public", async () => {
    const { body: told } = await read(open);
    expectDeclared(readChallenge, told);
    expect(told).toMatchObject({
      state: "OPEN",
      turn: null,
      statement: null,
      answers: [{ code: answer, title: null }],
    });
    expect(JSON.stringify(told)).not.toContain(TITLE);
  });

  test("a closed one shows whose turn it is, and what its owner then says", async () => {
    const before = await read(closed);
    expectDeclared(readChallenge, before.body);
    expect(before.body).toMatchObject({ turn: { kind: "CHALLENGE_ANSWER", debtor: { role: "PARTY_REP" } } });
    const said = { statement: "Chưa có sáng kiến nào đạt tiêu chí; sẽ nêu lại năm sau.", language: "vi" } as const;
    must(await stateOnChallenge(owner, closed, said));
    expect((await read(closed)).body).toMatchObject({ turn: null, statement: { text: said.statement } });
  });

  test("of one that was taken back the reason stays; a draft is nowhere", async () => {
    const { body: told } = await read(withdrawn);
    expectDeclared(readChallenge, told);
    expect(told).toMatchObject({ state: "WITHDRAWN", reason: "Đơn vị đã tự giải quyết xong việc này." });
    for (const code of [draft, "BT-2026-9999", "SK-2026-0001", "x"]) {
      expect((await read(code)).response.status).toBe(404);
    }
    expect(JSON.stringify((await get(list, "/challenges?limit=100")).body)).not.toContain(CANARY);
  });
});
