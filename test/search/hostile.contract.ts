import { expect, test } from "vitest";
import type { VersionedDocument } from "#search/document.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
import type { SearchPage, SearchQuery } from "#search/port.ts";
import { documentOf, LIBRARY } from "#test/search/library.ts";

type Asked = Partial<Omit<SearchQuery, "query">> & { literal?: boolean };

/** The engine as a test speaks to it. */
type Use = {
  put: (documents: VersionedDocument[]) => Promise<void>;
  remove: (...codes: string[]) => Promise<void>;
  ask: (typed: string, asked?: Asked) => Promise<SearchPage>;
  codes: (typed: string, asked?: Asked) => Promise<string[]>;
};

/** What is forgiven further, and what nothing is to be gained by, alike on both engines. */
export function standsWhateverIsTyped(use: Use): void {
  forgivesFurther(use);
  takesSyntaxForText(use);
  narrowsFurther(use);
}

function forgivesFurther({ put, remove, codes }: Use): void {
  test("two typing errors are forgiven in nine letters or more, none in four", async () => {
    expect(await codes("semicondutr")).toEqual(["KQ-2026-0211"]);
    expect(await codes("recoverring rares")).toEqual([]);
    expect(await codes("electrc motrbikes")).toEqual(["KQ-2026-0300"]);
    expect(await codes("ponts")).toEqual(["KQ-2026-0211"]);
    expect(await codes("sild batt")).toEqual([]);
  });

  test("a wrong or missing tone is forgiven in any word, đ and d among them", async () => {
    for (const typed of ["đật hiêm nam chăm", "dất hiểm năm cham", "ĐAT HIEM NAM CHAM"]) {
      expect((await codes(typed)).toSorted(), typed).toEqual(["DA-2026-0031", "KQ-2026-0107"]);
    }
    expect(await codes("đê bạo")).toEqual(await codes("de bao"));
  });

  test("an exclusion alone leaves all others, and a phrase may be excluded from", async () => {
    expect(await codes("-ion")).toHaveLength(LIBRARY.length - 1);
    expect((await codes('"đất hiếm" -axit')).toSorted()).toEqual(["DA-2026-0031", "SK-2026-0377"]);
  });

  test("a thing is found by the names of its products under both catalogues", async () => {
    const productNames = ["Bản sao số (Digital Twin)", "Nền tảng bản sao số", "Jumeaux numériques"];
    await put([versioned(documentOf("KQ-2026-0950", { title: { vi: "Mô hình một dòng sông" }, productNames }))]);
    for (const typed of ["digital twin", "nền tảng bản sao số", "nen tang ban sao so", "jumeaux numériques"]) {
      expect(await codes(typed), typed).toEqual(["KQ-2026-0950"]);
    }
    await remove("KQ-2026-0950");
  });
}

function takesSyntaxForText({ ask, codes }: Use): void {
  test("syntax around words is nothing: they find what they find by themselves", async () => {
    const plain = await codes("semiconductor sensor");
    for (const typed of [
      "semiconductor & sensor | !",
      "(semiconductor):* <-> sensor",
      "semiconductor'; -- sensor')",
      "\u202esemiconductor\u202c \u200fsensor",
      "semiconductor\u0000\u0002 sensor\ud800",
      "^semiconductor$ .*sensor+?",
      '"""semiconductor""" sensor',
    ]) {
      expect(await codes(typed), typed).toEqual(plain);
    }
  });

  test("what looks like syntax is plain text", async () => {
    const bombs = [
      "'); DROP TABLE search_document; --",
      "a & | ! ( ) :* <->",
      '"""""',
      "\\' \\\\",
      "\u0000\u0002\u0003",
      "\ud800",
      "‮abc",
      "(a+)+$",
      "x".repeat(10_000),
      '" OR 1=1',
      "- -- ---",
      "type = result",
      "đ".repeat(300),
    ];
    for (const typed of bombs) expect((await ask(typed)).total, typed).toBeGreaterThanOrEqual(0);
  });

  test("a value of a filter is a value, whatever it looks like", async () => {
    for (const value of [
      '21-08" OR type = "result',
      "21-08'] OR 1 = 1 --",
      "21-08] OR type EXISTS",
      '\\" OR commercialised = true OR group = "',
      "{21-08}",
      "\ud800",
      "x".repeat(5_000),
    ]) {
      expect((await ask("", { filters: { group: [value] } })).total, value).toBe(0);
    }
    expect((await ask("", { filters: { group: ["21-08", '" OR type = "result'] } })).total).toBe(3);
  });

  test("ten thousand characters cost no more than what is read of them", async () => {
    for (const typed of ["đất ".repeat(2_500), `"${"a ".repeat(5_000)}`, "-".repeat(10_000), '"'.repeat(10_000)]) {
      expect((await ask(typed)).total, typed.slice(0, 9)).toBeGreaterThanOrEqual(0);
    }
    const many = Array.from({ length: 5_000 }, (_, n) => `w${n}`).join(" ");
    expect((await ask(many)).documents).toEqual([]);
  });
}

function narrowsFurther({ put, remove, ask, codes }: Use): void {
  test("years, rights and needs narrow a search and are counted", async () => {
    const title = { vi: "Bộ đếm thử bộ lọc" };
    await put([
      versioned(
        documentOf("KQ-2026-0961", {
          title,
          ipStatuses: ["GRANTED", "FILED"],
          publishedAt: "2024-12-31T17:30:00.000Z",
        }),
      ),
      versioned(documentOf("KQ-2026-0962", { title, ipStatuses: ["FILED"], publishedAt: "2024-12-31T16:30:00.000Z" })),
      versioned(documentOf("SK-2026-0963", { title, needs: ["CAPITAL"] })),
    ]);
    expect(await codes("thử bộ lọc", { filters: { year: ["2025"] } })).toEqual(["KQ-2026-0961"]);
    expect((await codes("thử bộ lọc", { filters: { ip: ["GRANTED", "FILED"] } })).toSorted()).toEqual([
      "KQ-2026-0961",
      "KQ-2026-0962",
    ]);
    const { facets } = await ask("thử bộ lọc", { filters: { year: ["2024"] } });
    expect(facets.year.map(({ value, count }) => [value, count])).toEqual([
      ["2024", 1],
      ["2025", 1],
      ["2026", 1],
    ]);
    expect(facets.ip).toEqual([{ value: "FILED", count: 1 }]);
    expect((await ask("thử bộ lọc", { filters: { need: ["CAPITAL"] } })).total).toBe(1);
    await remove("KQ-2026-0961", "KQ-2026-0962", "SK-2026-0963");
  });
}
