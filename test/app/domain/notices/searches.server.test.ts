import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { noticeSentence } from "#app/domain/notices/notice.ts";
import { forgetSearch, saveSearch } from "#app/domain/notices/searches/keep.server.ts";
import { lookForNews } from "#app/domain/notices/searches/look.server.ts";
import { listSearches } from "#app/domain/notices/searches/queries.server.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { action, loader } from "#app/routes/me/searches.tsx";
import { loader as feed } from "#app/routes/search-feed.ts";
import { searchToSave } from "#app/web/search/saved-search.server.ts";
import { db } from "#prisma/client.server.ts";
import { asAdmin } from "#prisma/embedded/roles.ts";
import { makeEngines, setEngines } from "#search/engine.server.ts";
import { postgresEngine } from "#search/engines/postgres.server.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
import { documentOf, LIBRARY } from "#test/search/library.ts";
import { testDatabase, withTestDatabase } from "#test/setup/database.ts";
import { anActor } from "#test/support/initiative-cast.ts";
import { pageArgs } from "#test/support/page-args.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";

withTestDatabase();

beforeAll(async () => {
  setEngines(makeEngines(null));
  await postgresEngine().upsert(LIBRARY.map(versioned));
});
afterAll(() => setEngines(null));

const SAVED = new Date("2026-11-01T00:00:00Z");

function minutes(count: number): Date {
  return new Date(SAVED.getTime() + count * 60_000);
}

async function save(actor: Actor, address: string, at = SAVED) {
  return saveSearch(actor, await searchToSave(address, "vi"), at);
}

async function publish(code: string, vi: string, at: Date) {
  await postgresEngine().upsert([versioned(documentOf(code, { title: { vi }, publishedAt: at.toISOString() }))]);
}

async function told(actor: Actor) {
  const where = { personId: actor.personId, event: "search.found" };
  return db().notice.findMany({ where, orderBy: { id: "asc" } });
}

test("a saved search tells of what became public since, each thing once, and of nothing that was there before", async () => {
  const reader = await anActor("Người tìm");
  await save(reader, "q=%C4%91%E1%BA%A5t+hi%E1%BA%BFm");
  await lookForNews(minutes(20));
  expect(await told(reader)).toEqual([]);
  await publish("KQ-2026-7001", "Nung chảy muối đất hiếm trong chén than", minutes(21));
  await publish("KQ-2026-7002", "Máy gieo hạt bằng khí nén", minutes(21));
  await lookForNews(minutes(40));
  await lookForNews(minutes(60));
  await publish("SK-2026-7003", "Bán lại đất hiếm thu từ loa cũ", minutes(61));
  await lookForNews(minutes(80));
  const notices = await told(reader);
  expect(notices.map(({ subjectType, subjectCode }) => `${subjectType} ${subjectCode}`)).toEqual([
    "RESULT KQ-2026-7001",
    "INITIATIVE SK-2026-7003",
  ]);
  expect(notices.every(({ eventGroup, mailedAt }) => eventGroup === "search" && mailedAt === null)).toBe(true);
  const sentence = noticeSentence(translator("vi"), { event: "search.found", params: { search: "đất hiếm" } });
  expect(sentence).toContain("đất hiếm");
  expect(await listSearches(reader.personId)).toMatchObject([{ name: "đất hiếm", told: 2 }]);
});

test("a saved search keeps its days of publication, and its feed does", async () => {
  const reader = await anActor("Người tìm theo ngày");
  await save(reader, "q=m%C3%A1y+%C4%91%E1%BA%BFm&from=05/11/2026&to=06/11/2026");
  await publish("KQ-2026-7101", "Máy đếm hạt thứ nhất", new Date("2026-11-04T16:59:00Z"));
  await publish("KQ-2026-7102", "Máy đếm hạt thứ hai", new Date("2026-11-04T17:00:00Z"));
  await publish("KQ-2026-7103", "Máy đếm hạt thứ ba", new Date("2026-11-06T17:00:00Z"));
  await lookForNews(new Date("2026-11-07T00:00:00Z"));
  expect((await told(reader)).map(({ subjectCode }) => subjectCode)).toEqual(["KQ-2026-7102"]);
  const [kept] = await listSearches(reader.personId);
  expect(kept).toMatchObject({ name: "máy đếm · Từ ngày 05/11/2026 · Đến ngày 06/11/2026" });
  const answer = await feed(pageArgs(`/vi/search.atom?${kept?.address}`, null));
  const text = answer instanceof Response ? await answer.text() : "";
  expect(text.match(/KQ-2026-71\d\d ·/g)).toEqual(["KQ-2026-7102 ·"]);
});

test("looking many times at once tells once", async () => {
  const reader = await anActor("Người tìm nhanh");
  await save(reader, "q=kinh+vi+mo&type=result", minutes(100));
  await publish("KQ-2026-7010", "Kính vĩ mô soi vi mạch", minutes(101));
  await publish("SK-2026-7011", "Kính vĩ mô cho lớp học", minutes(101));
  await Promise.all(Array.from({ length: 6 }, () => lookForNews(minutes(120))));
  expect((await told(reader)).map((notice) => notice.subjectCode)).toEqual(["KQ-2026-7010"]);
});

test("what only nearly fits is no news", async () => {
  const reader = await anActor("Người gõ sai");
  await save(reader, "q=zzsemikondutktor+zzsolarium", minutes(200));
  await publish("KQ-2026-7020", "Semiconductor", minutes(201));
  await lookForNews(minutes(220));
  expect(await told(reader)).toEqual([]);
});

test("a word one slip away from what is asked for is no news, nor is a longer one", async () => {
  const reader = await anActor("Người chờ gali");
  await save(reader, "q=gallium+oxit", minutes(230));
  await publish("KQ-2026-7021", "Allium oxit", minutes(231));
  await publish("KQ-2026-7022", "Oxit galliumat", minutes(231));
  await lookForNews(minutes(250));
  expect(await told(reader)).toEqual([]);
  await publish("KQ-2026-7023", "Gallium oxit", minutes(251));
  await lookForNews(minutes(270));
  expect((await told(reader)).map((notice) => notice.subjectCode)).toEqual(["KQ-2026-7023"]);
});

test("an address that nobody could type is read as text, and one too long to keep is refused", async () => {
  const reader = await anActor("Người thử");
  for (const address of ["q=a%00b", `q=${"%F0%9F%98%80".repeat(200)}`]) {
    const kept = await sendForm(action, "/vi/me/searches", { address }, { as: reader });
    expect(kept.location).toBe("/vi/me/searches");
  }
  const years = Array.from({ length: 100 }, (_, n) => `year=20${String(n).padStart(2, "0")}`).join("&");
  const long = `${years}&q=${"😀".repeat(300)}`;
  expect((await sendForm(action, "/vi/me/searches", { address: long }, { as: reader })).status).toBe(422);
  await lookForNews(new Date(Date.now() + 3_600_000));
});

test("the same search is kept once however it is written, and fifty at most, also when asked at once", async () => {
  const reader = await anActor("Người sưu tầm");
  await save(reader, "type=result&q=pin&sort=newest&page=3");
  await save(reader, "q=pin&type=result&type=result&nothing=1");
  expect((await listSearches(reader.personId)).map(({ address }) => address)).toEqual(["q=pin&type=result"]);
  for (let n = 0; n < 44; n += 1) await save(reader, `q=pin+${n}`);
  const last = await Promise.all(Array.from({ length: 8 }, (_, n) => save(reader, `q=ắc+quy+${n}`)));
  expect(last.filter((outcome) => !outcome.ok)).toHaveLength(3);
  expect(await listSearches(reader.personId)).toHaveLength(50);
  const page = await sendForm(action, "/vi/me/searches", { address: "q=mot+nua" }, { as: reader });
  expect(page.status).toBe(422);
});

test("the list is its owner's alone: saved by the button, forgotten by another, closed to visitors", async () => {
  const [reader, other] = [await anActor("Chủ danh sách"), await anActor("Người khác")];
  const saved = await sendForm(action, "/vi/me/searches", { address: "q=drone&house=SCHOOL" }, { as: reader });
  expect(saved.location).toBe("/vi/me/searches");
  const [kept] = await listSearches(reader.personId);
  expect(kept?.name).toBe("drone · Có Nhà trường");
  await forgetSearch(other, kept?.id ?? "");
  await forgetSearch(reader, "not a uuid");
  expect((await readPage(loader, "/vi/me/searches", { as: other })).data).toMatchObject({ searches: [] });
  expect((await readPage(loader, "/vi/me/searches", { as: reader })).data).toMatchObject({ searches: [kept] });
  await sendForm(action, "/vi/me/searches", { intent: "forget", id: kept?.id ?? "" }, { as: reader });
  expect(await listSearches(reader.personId)).toEqual([]);
  const visitor = await sendForm(action, "/vi/me/searches", { address: "q=pin" });
  expect(visitor.location).toBe("/vi/sign-in?next=%2Fvi%2Fme%2Fsearches");
});

test("every search has a feed: what fits, the newest first, nothing that only nearly fits", async () => {
  const read = async (query: string) => {
    const answer = await feed(pageArgs(`/vi/search.atom?${query}`, null));
    expect(answer).toBeInstanceOf(Response);
    return answer instanceof Response ? answer.text() : "";
  };
  const text = await read("q=pin&type=result");
  const codes = [...text.matchAll(/<title[^>]*>(?:<!\[CDATA\[)?(KQ-\d{4}-\d{4})/g)].map(([, code]) => code);
  expect(codes).toEqual(["KQ-2026-0211", "KQ-2026-0300", "KQ-2026-0301"]);
  expect(text).not.toContain("\u0002");
  expect(await read("q=zzsemikondutktor")).not.toContain("<entry>");
});

test("a search that was saved for calls goes on as one for needs", async () => {
  const reader = await anActor("Người tìm đối tác");
  await save(reader, "q=rong&type=result&type=need&house=SCHOOL");
  const [kept] = await listSearches(reader.personId);
  const former = { text: "rong", literal: false, filters: { type: ["result", "call"], house: ["SCHOOL"] } };
  const migration = await readFile("prisma/migrations/20261201030000_need_in_search/migration.sql", "utf8");
  await asAdmin(testDatabase().ownerUrl, async (client) => {
    await client.query(
      "UPDATE saved_search SET address = replace(address, '=need', '=call'), asked = $2 WHERE id = $1",
      [kept?.id, former],
    );
    await client.query(migration);
    await client.query(migration);
  });
  expect(await listSearches(reader.personId)).toEqual([kept]);
  const { asked } = await db().savedSearch.findUniqueOrThrow({ where: { id: kept?.id ?? "" } });
  expect(asked).toEqual({ ...former, filters: { type: ["result", "need"], house: ["SCHOOL"] } });
});
