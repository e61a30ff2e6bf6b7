import { expect, test } from "vitest";
import type { VersionedDocument } from "#search/document.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
import type { Filters } from "#search/facets.ts";
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
  narrowsByDays(use);
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

function narrowsByDays({ put, remove, ask }: Use): void {
  test("days of publication narrow a search, both included, with whatever is chosen besides", async () => {
    const shelf = {
      "KQ-2026-0971": "2026-02-27T16:59:59.999Z",
      "KQ-2026-0972": "2026-02-27T17:00:00.000Z",
      "SK-2026-0973": "2026-03-31T16:59:59.999Z",
      "KQ-2026-0974": "2026-05-15T05:00:00.000Z",
      "KQ-2026-0975": "2026-06-30T17:00:00.000Z",
    };
    const title = { vi: "Cân thử khoảng ngày" };
    await put(Object.entries(shelf).map(([code, publishedAt]) => versioned(documentOf(code, { title, publishedAt }))));
    const within = async (from: string | null, to: string | null, filters: Filters = {}) => {
      const { documents, total, facets } = await ask("cân thử khoảng ngày", { published: { from, to }, filters });
      expect(total).toBe(documents.length);
      const counted = facets.type.reduce((sum, { count }) => sum + count, 0);
      return { codes: documents.map(({ code }) => Number(code.slice(-1))).toSorted(), counted };
    };
    expect(await within(null, null)).toEqual({ codes: [1, 2, 3, 4, 5], counted: 5 });
    expect(await within("2026-02-28", null)).toEqual({ codes: [2, 3, 4, 5], counted: 4 });
    expect(await within(null, "2026-02-27")).toEqual({ codes: [1], counted: 1 });
    expect(await within("2026-02-28", "2026-03-31")).toEqual({ codes: [2, 3], counted: 2 });
    expect(await within("2026-03-31", "2026-03-31")).toEqual({ codes: [3], counted: 1 });
    expect(await within("2026-02-27", "2026-06-30")).toEqual({ codes: [1, 2, 3, 4], counted: 4 });
    expect(await within("2026-05-14", "2026-05-16")).toEqual({ codes: [4], counted: 1 });
    expect(await within("2026-07-01", "2026-12-31")).toEqual({ codes: [5], counted: 1 });
    expect(await within("2027-01-01", null)).toEqual({ codes: [], counted: 0 });
    expect(await within("2026-02-28", "2026-06-30", { type: ["result"] })).toEqual({ codes: [2, 4], counted: 3 });
    await remove(...Object.keys(shelf));
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
