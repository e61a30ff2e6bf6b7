import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatter } from "#app/platform/languages/format.ts";
import type { MessageTree } from "#app/platform/languages/keys.ts";
import { isLanguage, LANGUAGES, type Language } from "#app/platform/languages/languages.ts";
import { messagesFor, translator } from "#app/platform/languages/messages.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { translatorFrom } from "#app/platform/languages/translate.ts";

const NBSP = "\u00a0";
const PLURAL = /_(zero|one|two|few|many|other)$/;
const FOLDER = "app/platform/languages";

describe("sentences", () => {
  test("the three languages have the same keys", () => {
    const vietnamese = keysOf("vi");
    for (const lang of LANGUAGES) expect(keysOf(lang), lang).toEqual(vietnamese);
  });

  test("every file of a language is loaded", () => {
    for (const lang of LANGUAGES) {
      const files = readdirSync(join(FOLDER, lang)).map((file) => file.replace(".json", ""));
      expect(Object.keys(messagesFor(lang)).sort()).toEqual(files.sort());
    }
  });

  test("a sentence that counts has every plural of its language, and the same parameters in all three", () => {
    for (const lang of LANGUAGES) {
      const sentences = sentencesOf(lang);
      for (const key of sentences.keys()) {
        if (baseOf(sentences, key) === key) continue;
        for (const category of lang === "vi" ? ["other"] : ["one", "other"]) {
          expect(sentences.has(key.replace(PLURAL, `_${category}`)), `${lang} ${key} lacks ${category}`).toBe(true);
        }
      }
      for (const [key, text] of sentencesOf("vi"))
        expect(parametersOf(sentences, key), `${lang} ${key}`).toEqual(parameters(text));
    }
  });

  test("no sentence is empty", () => {
    for (const lang of LANGUAGES) {
      for (const [key, text] of sentencesOf(lang)) expect(text.trim(), `${lang} ${key}`).not.toBe("");
    }
  });

  test("every key is asked for somewhere in the code", () => {
    const asked = askedKeys();
    const unused = keysOf("vi").filter(
      (key) => !asked.exact.has(key) && !asked.prefixes.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});

describe("translator", () => {
  test("picks the plural by the language's rules and groups numbers", () => {
    expect(translator("vi")("clock:daysLeft", { count: 1 })).toBe("Còn 1 ngày");
    expect(translator("en")("clock:daysLeft", { count: 1 })).toBe("1 day left");
    expect(translator("en")("clock:daysLeft", { count: 1200 })).toBe("1,200 days left");
    expect(translator("fr")("clock:daysLeft", { count: 0 })).toBe("0 jour restant");
    expect(translator("fr")("clock:daysLeft", { count: 1_000_000 })).toBe(`1${NBSP}000${NBSP}000 jours restants`);
  });

  test("French double punctuation and quotation marks never stand alone at the end or start of a line", () => {
    const t = translatorFrom("fr", { clock: { today: "Il manque : « la pièce » ; {{reply}}" } });
    const read = t("clock:today", { reply: "oui ; non" });
    expect(read).toBe(`Il manque${NBSP}: «${NBSP}la pièce${NBSP}»${NBSP}; oui ; non`);
  });

  test("what people typed stays as typed, braces, references and all", () => {
    const t = translatorFrom("en", { clock: { today: "By {{who}}" } });
    for (const who of ["{{who}}", "$t(clock:today)", "<b>&amp;</b>", "$& $1"])
      expect(t("clock:today", { who })).toBe(`By ${who}`);
  });

  test("a missing sentence or parameter is an error before production", () => {
    const t = translatorFrom("en", { clock: { today: "By {{who}}" } });
    expect(() => t("clock:overdue", { count: 2 })).toThrow("clock:overdue");
    expect(() => t("clock:today")).toThrow("who");
    expect(t.has("clock:today")).toBe(true);
    expect(t.has("clock:overdue")).toBe(false);
    expect(translator("vi").has("clock:overdue")).toBe(true);
  });

  test("the same sentences give the same translator", () => {
    expect(translator("vi")).toBe(translator("vi"));
    expect(translator("vi")).not.toBe(translator("en"));
  });
});

describe("texts", () => {
  test("a page shows its own language first, then Vietnamese, English, French", () => {
    const texts = { vi: "Trạm bơm", en: "Pumping station", fr: "Station de pompage" };
    expect(pickText(texts, "fr")).toEqual({ lang: "fr", text: "Station de pompage" });
    expect(pickText({ ...texts, fr: "  " }, "fr")).toEqual({ lang: "vi", text: "Trạm bơm" });
    expect(pickText({ fr: "Station" }, "en")).toEqual({ lang: "fr", text: "Station" });
    expect(pickText({ vi: null }, "vi")).toBeNull();
  });

  test("only the three languages are languages", () => {
    expect(isLanguage("vi")).toBe(true);
    for (const other of ["VI", "de", "", null, "toString"]) expect(isLanguage(other)).toBe(false);
  });
});

describe("formats", () => {
  const vi = formatter("vi");
  const en = formatter("en");
  const fr = formatter("fr");
  const plain = (text: string) => text.replaceAll(NBSP, " ");

  test("dates follow the language", () => {
    expect(vi.date("2026-11-21")).toBe("21/11/2026");
    expect(plain(en.date("2026-09-01"))).toBe("1 Sep 2026");
    expect(fr.date("2026-11-21")).toBe("21/11/2026");
    expect(vi.dayMonth("2026-10-31")).toBe("31/10");
    expect(vi.weekdayDate("2026-12-04")).toBe("thứ Sáu, 04/12/2026");
    expect(vi.weekdayDate("2026-11-22")).toBe("chủ Nhật, 22/11/2026");
    expect(plain(en.weekdayDate("2026-12-04"))).toBe("Friday 4 December 2026");
    expect(plain(fr.weekdayDate("2026-12-04"))).toBe("vendredi 4 décembre 2026");
    expect(plain(fr.weekdayDate("2026-12-01"))).toBe("mardi 1er décembre 2026");
    expect(() => vi.date("21/11/2026")).toThrow("Not a date");
  });

  test("an instant is shown in Vietnam's time", () => {
    const at = "2026-11-20T17:05:12Z";
    expect(vi.dateTime(at)).toBe("00:05, 21/11/2026");
    expect(vi.weekdayDateTime(new Date(at))).toBe("00:05, thứ Bảy, 21/11/2026");
    expect(vi.dateTimeSeconds(at)).toBe("00:05:12, 21/11/2026");
    expect(plain(fr.dateTime(at))).toBe("21/11/2026 à 00:05");
    expect(plain(en.dateTime(at))).toBe("00:05, 21 Nov 2026");
    expect(vi.dayOf(at)).toBe("2026-11-21");
  });

  test("shares are exact to four decimals", () => {
    expect(vi.percent(333_333)).toBe(`33,3333${NBSP}%`);
    expect(en.percent(999_999)).toBe("99.9999%");
    expect(fr.percent(1)).toBe(`0,0001${NBSP}%`);
    expect(en.percent(1_000_000)).toBe("100%");
    expect(vi.percent(912_951, 1)).toBe(`91,3${NBSP}%`);
    expect([170_000, -60_000, 0, -1].map((ppm) => vi.points(ppm))).toEqual(["+17", "−6", "0", "−0,0001"]);
  });

  test("every share reads back as its ppm", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (ppm) => {
        const [whole = "", decimals = ""] = en.percentDigits(ppm).split(".");
        return Number(whole) * 10_000 + Number(decimals.padEnd(4, "0")) === ppm;
      }),
    );
  });

  test("money is exact in tables and in billions in headlines", () => {
    const vnd = 16_716_074_000_000n;
    expect(plain(vi.money(vnd))).toBe("16.716.074.000.000 ₫");
    expect(plain(en.money(vnd))).toBe("16,716,074,000,000 VND");
    expect(plain(fr.money(-vnd))).toBe("−16 716 074 000 000 VND");
    expect(plain(vi.moneyShort(vnd))).toBe("16.716,074 tỷ ₫");
    expect(plain(en.moneyShort(vnd))).toBe("16,716.074 bn VND");
    expect(plain(fr.moneyShort(vnd))).toBe("16 716,074 Md VND");
    expect(plain(vi.moneyShort(850_500_000n))).toBe("850,5 triệu ₫");
    expect(plain(en.moneyShort(850_500_000n))).toBe("850,500,000 VND");
    expect(plain(vi.moneyShort(7_500_000_000n))).toBe("7,5 tỷ ₫");
    expect(plain(vi.moneyShort(1_000_500_000n))).toBe("1 tỷ ₫");
    expect(plain(vi.moneyShort(1_001_500_000n))).toBe("1,002 tỷ ₫");
    expect(plain(vi.money(0n))).toBe("0 ₫");
  });

  test("exact money keeps every đồng beyond what a number can hold", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 18n - 1n), fc.constantFrom(...LANGUAGES), (vnd, lang) => {
        const written = formatter(lang).money(vnd);
        return !/[\u202f ]/.test(written) && BigInt(written.replaceAll(/\D/g, "")) === vnd;
      }),
    );
  });
});

function sentencesOf(lang: Language): Map<string, string> {
  const sentences = new Map<string, string>();
  function walk(tree: MessageTree, start: string): void {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === "string") sentences.set(start + key, value);
      else walk(value, `${start}${key}.`);
    }
  }
  for (const [namespace, tree] of Object.entries(messagesFor(lang))) walk(tree, `${namespace}:`);
  return sentences;
}

function keysOf(lang: Language): string[] {
  const sentences = sentencesOf(lang);
  return [...new Set([...sentences.keys()].map((key) => baseOf(sentences, key)))].sort();
}

/** The key without its plural ending; `too_many` without a `too_other` beside it has none. */
function baseOf(sentences: Map<string, string>, key: string): string {
  const base = key.replace(PLURAL, "");
  return sentences.has(`${base}_other`) ? base : key;
}

function parameters(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ""))].sort();
}

/** All forms of a counted sentence together: "one day" need not repeat the number. */
function parametersOf(sentences: Map<string, string>, key: string): string[] {
  const base = baseOf(sentences, key);
  const forms = ["zero", "one", "two", "few", "many", "other"].map((category) => sentences.get(`${base}_${category}`));
  return parameters([sentences.get(key), ...(base === key ? [] : forms)].join(" "));
}

/** `"namespace:path"` as it stands in the code, and the fixed start of `` `namespace:path.${…}` ``. */
function askedKeys(): { exact: Set<string>; prefixes: string[] } {
  const code = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join("app", file), "utf8"))
    .join("\n");
  const exact = new Set([...code.matchAll(/["'`](\w+:[\w.-]+)["'`]/g)].map((match) => match[1] ?? ""));
  const prefixes = [...code.matchAll(/`(\w+:[\w.-]*)\$\{/g)].map((match) => match[1] ?? "");
  return { exact, prefixes };
}
