import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, placedWordsOf, wordsOf } from "#search/fold.ts";
import { readQuery, slipsBetween, type Term } from "#search/query.ts";
import { excerptOf, unmarked } from "#search/snippet.ts";
import { documentOf } from "#test/search/library.ts";

function term(toned: string, more: Partial<Term> = {}): Term {
  return { folded: fold(toned), toned, known: true, near: [], prefix: false, begun: [], documents: 1, ...more };
}

function excerpt(text: string, terms: Term[], lang: "vi" | "en" = "vi", body = "") {
  const document = documentOf("KQ-2026-0001", {
    title: { vi: "Đề tài" },
    teaser: { vi: text, en: "Rare earths" },
    body,
  });
  return excerptOf(document, { terms, phrases: [], excluded: [] }, lang).snippet?.text;
}

test("folding takes tones, marks, đ and capitals away, and nothing else", () => {
  expect(fold("Đất HIẾM – Œuvre, façade, Ỗ ợ ữ ß")).toBe("dat hiem – oeuvre, facade, o o u ss");
  expect(wordsOf("l’électricité 5G-Advanced").map((word) => word.folded)).toEqual([
    "l",
    "electricite",
    "5g",
    "advanced",
  ]);
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => fold(fold(text)) === fold(text)));
});

test("words stand where they were found", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      for (const { from, to, folded } of placedWordsOf(text)) {
        expect(
          fold(text.slice(from, to))
            .replace(/[^\p{L}\p{N}]/gu, "")
            .slice(0, 64),
        ).toBe(folded);
      }
    }),
  );
});

test("matches are marked as typed; where a word occurs as typed, other tones of it are not", () => {
  expect(excerpt("Đất hiếm đạt chuẩn.", [term("đất"), term("hiếm")])).toBe("\u0002Đất hiếm\u0003 đạt chuẩn.");
  expect(excerpt("Đất hiếm đạt chuẩn.", [term("dat")])).toBe("\u0002Đất\u0003 hiếm \u0002đạt\u0003 chuẩn.");
});

test("beginnings and slips are marked whole", () => {
  const begun = term("semicond", { known: false, prefix: true });
  expect(excerpt("A semiconductor.", [begun])).toBe("A \u0002semiconductor\u0003.");
  const slip = term("semicondutor", { known: false, near: ["semiconductor"] });
  expect(excerpt("A semiconductor.", [slip])).toBe("A \u0002semiconductor\u0003.");
});

test("the long text is quoted where the teaser has no match, cut around the match", () => {
  const body = `${"Mở đầu dài dòng. ".repeat(30)}Nam châm được nghiền nhỏ. ${"Đoạn kết. ".repeat(40)}`;
  const text = excerpt("Tóm tắt.", [term("nam"), term("châm")], "vi", body) ?? "";
  expect(text).toContain("\u0002Nam châm\u0003 được nghiền nhỏ");
  expect(text.startsWith("… ")).toBe(true);
  expect(text.endsWith(" …")).toBe(true);
  expect(text.length).toBeLessThan(300);
});

test("the page's language comes first, another where only that one has the word", () => {
  expect(excerpt("Nam châm.", [term("magnet", { known: true })], "en")).toBe("Rare earths");
  expect(excerpt("Nam châm.", [term("nam")], "en")).toBe("\u0002Nam\u0003 châm.");
});

test("a title that shows why it was found keeps the snippet in the page's language", () => {
  const document = documentOf("KQ-2026-0001", {
    title: { vi: "Chip quản lý pin", en: "Battery chip" },
    teaser: { vi: "Bốn kênh đo.", en: "Four channels." },
    body: "Chip tự kiểm tra khi khởi động.",
  });
  const query = { terms: [term("chip")], phrases: [], excluded: [] };
  expect(excerptOf(document, query, "en").snippet).toEqual({ lang: "en", text: "Four channels." });
  expect(excerptOf(document, query, "vi").snippet?.text).toContain("\u0002Chip\u0003 tự kiểm tra");
  const { teaser: _, ...untold } = document;
  expect(excerptOf({ ...untold, teaser: {} }, query, "en").snippet?.lang).toBe("vi");
});

test("without its marks an excerpt is a piece of the text, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme", maxLength: 400 }), (typed, raw) => {
      const text = raw.replace(/[\p{Cc}]/gu, " ");
      const terms = readQuery(typed).pieces.flatMap((piece) => piece.words.map((word) => term(word.toned)));
      const shown = excerpt(text, terms) ?? "";
      const piece = unmarked(shown).replace(/^… /, "").replace(/ …$/, "");
      expect(`${text}Rare earths`).toContain(piece);
    }),
  );
});

test("a slip is one letter wrong, missing, too many, or two swapped", () => {
  const pairs: [string, string, number][] = [
    ["bettery", "battery", 1],
    ["batery", "battery", 1],
    ["batttery", "battery", 1],
    ["abttery", "battery", 1],
    ["semikondutor", "semiconductor", 2],
    ["pin", "pin", 0],
    ["", "abc", 3],
  ];
  for (const [a, b, slips] of pairs) expect([a, slipsBetween(a, b)]).toEqual([a, slips]);
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => slipsBetween(a, b) === slipsBetween(b, a)));
});

test("what is typed is bounded, and read as words, phrases, exclusions and codes", () => {
  const read = readQuery('pin "thể rắn" -xe KQ-2026-0211');
  expect(read.pieces.map((piece) => piece.code ?? piece.words.map((word) => word.folded).join(" "))).toEqual([
    "pin",
    "kq20260211",
  ]);
  expect(read.phrases.map((phrase) => phrase.map((word) => word.folded))).toEqual([["the", "ran"]]);
  expect(read.excluded).toEqual(["xe"]);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 2_000 }), (text) => readQuery(text).pieces.length <= 16),
  );
});
