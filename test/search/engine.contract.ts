import { beforeAll, describe, expect, test } from "vitest";
import type { VersionedDocument } from "#search/document.ts";
import { makeEngines } from "#search/engine.server.ts";
import { postgresEngine } from "#search/engines/postgres.server.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
import type { Filters } from "#search/facets.ts";
import { allVersions, type SearchEngine, type SearchPage, type SearchQuery } from "#search/port.ts";
import { readQuery } from "#search/query.ts";
import { findSimilar, readSimilar } from "#search/similar/find.server.ts";
import type { Comparable } from "#search/similar/likeness.ts";
import { understand } from "#search/vocabulary.server.ts";
import { standsWhateverIsTyped } from "#test/search/engines/hostile.contract.ts";
import { documentOf, idOf, LIBRARY } from "#test/search/library.ts";
import { knowsOtherWords } from "#test/search/synonyms/other-words.contract.ts";

/** An engine, and how to wait until what was written to it can be found. */
export type EngineUnderTest = { engine: SearchEngine; settled: () => Promise<void> };

/** The engine as a test speaks to it. */
type Use = {
  engine: () => SearchEngine;
  put: (documents: VersionedDocument[]) => Promise<void>;
  remove: (...codes: string[]) => Promise<void>;
  ask: (typed: string, asked?: Asked) => Promise<SearchPage>;
  codes: (typed: string, asked?: Asked) => Promise<string[]>;
};

type Asked = Partial<Omit<SearchQuery, "query">> & { literal?: boolean };

const rareEarth = ["DA-2026-0031", "KQ-2026-0107", "SK-2026-0377"];

/** What both engines must do alike. `start` is called once; the vocabulary is PostgreSQL's for both. */
export function engineContract(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(name, () => {
    let started: EngineUnderTest | undefined;
    function engine(): SearchEngine {
      if (!started) throw new Error("the engine is not started");
      return started.engine;
    }
    async function put(documents: VersionedDocument[]) {
      await engine().upsert(documents);
      await started?.settled();
    }
    async function remove(...codes: string[]) {
      await engine().remove(codes.map(idOf));
      await started?.settled();
    }
    async function ask(typed: string, { literal = false, ...asked }: Asked = {}) {
      const { query } = await understand(readQuery(typed), { literal });
      return engine().search({ query, filters: {}, sort: "relevance", limit: 20, offset: 0, ...asked });
    }
    async function codes(typed: string, asked: Asked = {}) {
      return (await ask(typed, asked)).documents.map((document) => document.code);
    }

    beforeAll(async () => {
      started = await start();
      await put(LIBRARY.map(versioned));
    });

    const use = { engine, put, remove, ask, codes };
    forgivesSlips(use);
    readsQueries(use);
    knowsOtherWords(use);
    standsWhateverIsTyped(use);
    filters(use);
    pages(use);
    findsWhatIsAlike(use);
    keepsWhatItIsGiven(use, () => started?.settled());
  });
}

function forgivesSlips({ codes }: Use): void {
  test("words without tones find words with tones, and the other way round", async () => {
    expect((await codes("dat hiem nam cham")).toSorted()).toEqual(["DA-2026-0031", "KQ-2026-0107"]);
    expect((await codes("ĐẤT HIẾM")).slice(0, 3).toSorted()).toEqual(rareEarth);
    expect(await codes("sémiconductor sensor")).toEqual(["KQ-2026-0211"]);
    expect(await codes("de bao")).toEqual(["SK-2026-0148"]);
  });

  test("exact tones come before other tones of the same letters", async () => {
    expect((await codes("đất hiếm")).slice(0, 3).toSorted()).toEqual(rareEarth);
    expect((await codes("đạt hiếm"))[0]).toBe("KQ-2026-0108");
    expect((await codes("đạt"))[0]).toBe("KQ-2026-0108");
  });

  test("text in decomposed Unicode finds the same", async () => {
    expect(await codes("đất hiếm".normalize("NFD"))).toEqual(await codes("đất hiếm"));
  });

  test("one typing error in a word of five letters or more is forgiven", async () => {
    expect(await codes("semicondutor")).toEqual(["KQ-2026-0211"]);
    expect((await codes("bettery"))[0]).toBe("KQ-2026-0300");
    expect(await codes("shrmip")).toEqual(["KQ-2026-0211"]);
    expect((await codes("aimantss"))[0]).toBe("DA-2026-0031");
  });

  test("a search to the letter forgives no typing error and takes no beginnings", async () => {
    expect(await codes("semicondutor", { literal: true })).toEqual([]);
    expect(await codes("semicond", { literal: true })).toEqual([]);
    expect(await codes("semiconductor", { literal: true })).toEqual(["KQ-2026-0211"]);
  });

  test("the last word matches as a beginning while it is no word itself", async () => {
    expect(await codes("semicond")).toEqual(["KQ-2026-0211"]);
    expect(await codes("solid batt")).toEqual(["KQ-2026-0300"]);
    expect(await codes("batt solid")).toEqual([]);
  });
}

function readsQueries({ codes, put, remove }: Use): void {
  test("codes and numbers of rights are found however they are punctuated", async () => {
    for (const typed of ["KQ-2026-0211", "kq 2026 0211", "KQ20260211", "kq.2026.0211", "KQ–2026–0211"]) {
      expect((await codes(typed))[0], typed).toBe("KQ-2026-0211");
    }
    for (const typed of ["1-2025-04417", "1202504417", "1 2025 04417"]) {
      expect(await codes(typed), typed).toEqual(["KQ-2026-0107"]);
    }
    for (const typed of ["21-S25", "21S25", "21-s25"]) {
      expect((await codes(typed)).toSorted(), typed).toEqual(rareEarth);
    }
  });

  test("a title counts more than a teaser, and a teaser more than the long text", async () => {
    expect(await codes("pin")).toEqual(["KQ-2026-0300", "KQ-2026-0211", "KQ-2026-0301"]);
  });

  test("words that stand together come before words that stand apart", async () => {
    await put([
      versioned(documentOf("SK-2026-0901", { title: { vi: "Chip đo nhiệt cho lò sấy vi sinh có mạch nước" } })),
      versioned(documentOf("SK-2026-0902", { title: { vi: "Thiết kế vi mạch cho máy đo độ ẩm của lò sấy" } })),
    ]);
    expect(await codes("vi mạch")).toEqual(["SK-2026-0902", "SK-2026-0901"]);
    await remove("SK-2026-0901", "SK-2026-0902");
  });

  test("a phrase in quotation marks stands as typed, a word after a minus is left out", async () => {
    expect((await codes('"nam châm"')).toSorted()).toEqual(["DA-2026-0031", "KQ-2026-0107"]);
    expect(await codes('"châm nam"')).toEqual([]);
    expect(await codes('"cham dat hiem"')).toEqual(["DA-2026-0031"]);
    expect((await codes("đất hiếm -ion")).slice(0, 2).toSorted()).toEqual(["DA-2026-0031", "KQ-2026-0107"]);
  });

  test("people and organisations behind a thing find it", async () => {
    expect(await codes("dai hoc lam giang")).toEqual(["DA-2026-0031"]);
    expect(await codes("Trần Thị Lụa")).toEqual(["KQ-2026-0107"]);
  });
}

function findsWhatIsAlike({ engine }: Use): void {
  async function alike(text: Comparable, except: string | null = null) {
    const within = { ...makeEngines(engine()), base: { ...postgresEngine(), similar: engine().similar } };
    return (await findSimilar(await readSimilar(text), except, within)).map(({ code }) => code);
  }
  const magnets = { title: { vi: "Thu hồi đất hiếm từ nam châm ổ cứng thải" }, teaser: {} };

  test("a title is like what has the same words side by side, with tones or without, in any language", async () => {
    expect((await alike(magnets))[0]).toBe("KQ-2026-0107");
    expect((await alike({ title: { vi: "THU HOI dat hiem tu nam cham o cung" }, teaser: {} }))[0]).toBe("KQ-2026-0107");
    const english = { title: { en: "Recovering rare earths from scrapped magnets" }, teaser: {} };
    expect((await alike(english))[0]).toBe("KQ-2026-0107");
  });

  test("an abstract alone is enough, whatever the title", async () => {
    const text = {
      title: { vi: "Một đề xuất chưa đặt tên" },
      teaser: { vi: "Chúng tôi thay nhựa nhập, thử trên quặng nghèo ở quy mô 50 kg một mẻ tại hai nhà máy." },
    };
    expect(await alike(text)).toEqual(["SK-2026-0377"]);
  });

  test("what is asked about is not like itself, and partnerships are left out", async () => {
    expect(await alike(magnets, "KQ-2026-0107")).not.toContain("KQ-2026-0107");
    expect((await alike({ title: { vi: "nam châm đất hiếm" }, teaser: {} })).join()).not.toContain("DA-");
  });

  test("what shares no more than single words is not shown, nor is anything for no words at all", async () => {
    expect(await alike({ title: { vi: "Máy sấy lúa chạy bằng trấu cho hợp tác xã hữu cơ" }, teaser: {} })).toEqual([]);
    expect(await alike({ title: { vi: "x' | !()" }, teaser: { vi: "…" } })).toEqual([]);
    expect(await alike({ title: {}, teaser: {} })).toEqual([]);
    expect(await alike({ title: { vi: "không ".repeat(5_000) }, teaser: { en: "\\'&| ".repeat(9_000) } })).toEqual([]);
  });
}

function filters({ ask }: Use): void {
  test("facets agree with the filters: OR within one, AND between, its own choice set aside for its counts", async () => {
    const plain = await ask("");
    expect(plain.facets.type).toEqual([
      { value: "result", count: 5 },
      { value: "initiative", count: 2 },
      { value: "partnership", count: 1 },
    ]);
    const filters: Filters = { type: ["result"], province: ["96", "48"] };
    const narrowed = await ask("", { filters });
    expect(narrowed.documents.map((document) => document.code).toSorted()).toEqual([
      "KQ-2026-0107",
      "KQ-2026-0211",
      "KQ-2026-0301",
    ]);
    expect(narrowed.total).toBe(3);
    expect(narrowed.facets.type).toEqual([
      { value: "result", count: 3 },
      { value: "initiative", count: 1 },
      { value: "partnership", count: 1 },
    ]);
    expect(narrowed.facets.province).toEqual([
      { value: "82", count: 2 },
      { value: "96", count: 2 },
      { value: "31", count: 1 },
      { value: "48", count: 1 },
    ]);
    expect(narrowed.facets.commercialised).toEqual([
      { value: "true", count: 2 },
      { value: "false", count: 1 },
    ]);
    expect(narrowed.facets.trl.map(({ value }) => value).toSorted()).toEqual(["5", "8", "9"]);
  });

  test("facets count what the words find", async () => {
    const found = await ask("đất hiếm", { filters: { type: ["partnership"] } });
    expect(found.documents.map((document) => document.code)).toEqual(["DA-2026-0031"]);
    expect(found.facets.type.reduce((sum, { count }) => sum + count, 0)).toBe((await ask("đất hiếm")).total);
    expect(found.facets.house.map(({ value }) => value)).toEqual(["ENTERPRISE", "SCHOOL", "STATE"]);
  });

  test("a value that no document has finds nothing", async () => {
    const found = await ask("", { filters: { group: ["21-99"] } });
    expect([found.total, found.documents]).toEqual([0, []]);
    expect(found.facets.group.length).toBeGreaterThan(0);
  });
}

function pages({ ask, codes }: Use): void {
  test("no word at all finds everything, the newest first where asked", async () => {
    const all = await ask("", { sort: "newest" });
    expect(all.total).toBe(LIBRARY.length);
    expect(all.documents.map((document) => document.code)).toEqual(
      LIBRARY.toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1)).map((document) => document.code),
    );
    const levels = (await ask("", { sort: "trl" })).documents.map((document) => document.trl);
    expect(levels).toEqual([9, 8, 8, 7, 6, 5, 4, 3]);
  });

  test("pages follow one another without gap or repetition", async () => {
    const whole = await codes("", { sort: "newest" });
    const pages = await Promise.all([0, 3, 6].map((offset) => codes("", { sort: "newest", limit: 3, offset })));
    expect(pages.flat()).toEqual(whole);
    expect((await ask("", { offset: 500 })).total).toBe(LIBRARY.length);
  });
}

function keepsWhatItIsGiven({ engine, put, remove, codes }: Use, settled: () => Promise<void> | undefined): void {
  test("a changed document is found by its new words alone, a removed one by none", async () => {
    const first = documentOf("SK-2026-0999", { title: { vi: "Máy gặt lúa cầm tay" } });
    await put([versioned(first)]);
    expect(await codes("máy gặt lúa")).toEqual(["SK-2026-0999"]);
    await put([versioned({ ...first, title: { vi: "Máy sấy cà phê cầm tay" } })]);
    expect(await codes("gặt lúa")).toEqual([]);
    expect(await codes("sấy cà phê")).toEqual(["SK-2026-0999"]);
    await remove("SK-2026-0999", "never there");
    expect(await codes("sấy cà phê")).toEqual([]);
  });

  test("it tells what it holds, and a rebuild leaves exactly what it was given", async () => {
    const expected = new Map(LIBRARY.map(versioned).map((document) => [document.id, document.version]));
    expect(await allVersions(engine())).toEqual(expected);
    const fewer = LIBRARY.slice(0, 3).map(versioned);
    await engine().rebuild(inBatches(fewer));
    await settled();
    expect(await allVersions(engine())).toEqual(new Map(fewer.map((document) => [document.id, document.version])));
    expect(await codes("pin thể rắn", { literal: true })).toEqual([]);
    await engine().rebuild(inBatches(LIBRARY.map(versioned)));
    await settled();
    expect(await allVersions(engine())).toEqual(expected);
    expect(await codes("pin thể rắn")).toEqual(["KQ-2026-0300"]);
  });

  test("it is well", async () => {
    expect(await engine().health()).toBe(true);
  });
}

async function* inBatches(documents: VersionedDocument[]) {
  for (let at = 0; at < documents.length; at += 2) yield documents.slice(at, at + 2);
}
