import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAmountVnd } from "#app/domain/catalogue/amount.ts";
import { formatter } from "#app/platform/languages/format.ts";
import cases from "#test/cases/acceptance-cases.json";

const styles = {
  vi: { group: ".", decimal: ",", billion: "tỷ", million: "triệu", currency: ["₫", "đồng", "VND"] },
  en: { group: ",", decimal: ".", billion: "bn", million: null, currency: ["₫", "VND", "đồng"] },
  fr: { group: "\u202f", decimal: ",", billion: "Md", million: null, currency: ["₫", "VND"] },
} as const;
type Lang = keyof typeof styles;

/** Writes an amount as a careful writer of the language does, scaled by a power of ten, with no-break spaces. */
function write(vnd: bigint, lang: Lang, unit: string, power: number, currency: string): string {
  const { group, decimal } = styles[lang];
  const digits = vnd.toString().padStart(power + 1, "0");
  const whole = digits.slice(0, digits.length - power).replace(/\B(?=(\d{3})+$)/g, group);
  const fraction = power === 0 ? "" : digits.slice(-power).replace(/0+$/, "");
  return [fraction === "" ? whole : `${whole}${decimal}${fraction}`, unit, currency].filter(Boolean).join("\u00a0");
}

const plausible = fc.bigInt({ min: 0n, max: 10n ** 16n });
const languages = fc.constantFrom<Lang>("vi", "en", "fr");

describe("an amount as people write it", () => {
  test.each(cases.cases.P_vietnamese_amounts)("case P: $text", (example) => {
    const read = parseAmountVnd(example.text);
    expect(read.vnd === null ? null : String(read.vnd)).toBe(example.vnd);
    if (read.vnd === null) expect(read.why).toBe("IMPLAUSIBLE");
  });

  test.each([
    ["16.716,074\u00a0tỷ\u00a0₫", 16_716_074_000_000n],
    ["16,716.074 bn VND", 16_716_074_000_000n],
    ["16\u202f716,074\u00a0Md\u00a0VND", 16_716_074_000_000n],
    ["16 716,074 milliards de VND", 16_716_074_000_000n],
    ["16,716.074 billion", 16_716_074_000_000n],
    ["16.716.074.000.000 ₫", 16_716_074_000_000n],
    ["₫16,716,074,000,000", 16_716_074_000_000n],
    ["VND 16,716,074,000,000", 16_716_074_000_000n],
    ["16 716 074 000 000 VND", 16_716_074_000_000n],
    ["16716074000000", 16_716_074_000_000n],
    ["1.500 đồng", 1_500n],
    ["1,500 VND", 1_500n],
    ["1.500,00 đồng", 1_500n],
    ["1.500 tỷ", 1_500_000_000_000n],
    ["1,500 tỷ", 1_500_000_000n],
    ["1,500 bn", 1_500_000_000_000n],
    ["1.500 bn", 1_500_000_000n],
    ["1.5 million", 1_500_000n],
    ["1,5 million", 1_500_000n],
    ["0,500 million", 500_000n],
    ["1 500 millions de dongs", 1_500_000_000n],
    ["500 nghìn tỷ đồng", 500_000_000_000_000n],
    ["250 nghìn", 250_000n],
    ["5 tỷ", 5_000_000_000n],
    ["5 TỶ ĐỒNG", 5_000_000_000n],
    ["20tr", 20_000_000n],
    ["20 ty dong", 20_000_000_000n],
    ["-20 tỷ ₫", -20_000_000_000n],
    ["−₫1,500", -1_500n],
    ["0 ₫", 0n],
    ["10.000.000.000.000.000 ₫", 10n ** 16n],
  ])("%j is %s đồng", (text, vnd) => {
    expect(parseAmountVnd(text)).toEqual({ vnd });
  });

  test.each([
    ["1,500 million", "AMBIGUOUS"],
    ["1.500 million", "AMBIGUOUS"],
    ["1.500", "AMBIGUOUS"],
    ["1,500", "AMBIGUOUS"],
    ["1.5 tỷ", "UNREADABLE"],
    ["1,5 bn", "UNREADABLE"],
    ["1.50.000 đồng", "UNREADABLE"],
    ["1.500,000,000 đồng", "UNREADABLE"],
    ["1.500 000 đồng", "UNREADABLE"],
    ["12 34 đồng", "UNREADABLE"],
    ["", "UNREADABLE"],
    ["đồng", "UNREADABLE"],
    ["1e9 đồng", "UNREADABLE"],
    ["0x10", "UNREADABLE"],
    ["１２ tỷ", "UNREADABLE"],
    ["١٢ tỷ", "UNREADABLE"],
    ["1.", "UNREADABLE"],
    ["--1 tỷ", "UNREADABLE"],
    ["5 tỷ tỷ", "UNREADABLE"],
    ["5 tỷ de", "UNREADABLE"],
    ["VND 5 VND", "UNREADABLE"],
    ["5 USD", "UNREADABLE"],
    ["1 trillion", "UNREADABLE"],
    [`${"1".repeat(200)} đồng`, "UNREADABLE"],
    ["10.000.000.000.000.001 ₫", "IMPLAUSIBLE"],
    ["20.000.000 tỷ", "IMPLAUSIBLE"],
    ["1,5 đồng", "NOT_WHOLE"],
    ["0.500 đồng", "NOT_WHOLE"],
    ["0,0000000001 tỷ", "NOT_WHOLE"],
    ["1.500,50 VND", "NOT_WHOLE"],
  ])("%j is refused: %s", (text, why) => {
    expect(parseAmountVnd(text)).toEqual({ vnd: null, why });
  });

  test("in a field that asks for đồng, groups of three are thousands without a word", () => {
    expect(parseAmountVnd("1.500.000", { field: "DONG" })).toEqual({ vnd: 1_500_000n });
    expect(parseAmountVnd("1.500", { field: "DONG" })).toEqual({ vnd: 1_500n });
    expect(parseAmountVnd("1,500", { field: "DONG" })).toEqual({ vnd: 1_500n });
    expect(parseAmountVnd("1,5", { field: "DONG" })).toEqual({ vnd: null, why: "NOT_WHOLE" });
    expect(parseAmountVnd("1,500 million", { field: "DONG" })).toEqual({ vnd: null, why: "AMBIGUOUS" });
  });

  test("letters composed or decomposed are the same letters", () => {
    expect(parseAmountVnd("5 tỷ đồng".normalize("NFD"))).toEqual({ vnd: 5_000_000_000n });
  });

  test("exact đồng, written in any of the three languages, are read back", () => {
    fc.assert(
      fc.property(plausible, languages, fc.nat(2), (vnd, lang, pick) => {
        const currency = styles[lang].currency[pick % styles[lang].currency.length] ?? "₫";
        expect(parseAmountVnd(write(vnd, lang, "", 0, currency))).toEqual({ vnd });
      }),
    );
  });

  test("thousands of millions, written in any of the three languages, are read back", () => {
    fc.assert(
      fc.property(plausible, languages, (vnd, lang) => {
        expect(parseAmountVnd(write(vnd, lang, styles[lang].billion, 9, "₫"))).toEqual({ vnd });
        expect(parseAmountVnd(write(vnd, lang, styles[lang].billion, 9, ""))).toEqual({ vnd });
      }),
    );
  });

  test("whatever the portal prints, exact or as a headline, is read back in every language", () => {
    fc.assert(
      fc.property(plausible, languages, fc.boolean(), (size, lang, isLoss) => {
        const vnd = isLoss ? -size : size;
        const print = formatter(lang);
        expect(parseAmountVnd(print.money(vnd))).toEqual({ vnd });
        const headline = parseAmountVnd(print.moneyShort(vnd)).vnd ?? 0n;
        const off = headline > vnd ? headline - vnd : vnd - headline;
        expect(off).toBeLessThanOrEqual(size >= 1_000_000_000n ? 500_000n : 0n);
      }),
    );
  });

  test("triệu are read back", () => {
    fc.assert(
      fc.property(plausible, (vnd) => {
        expect(parseAmountVnd(write(vnd, "vi", "triệu", 6, "đồng"))).toEqual({ vnd });
      }),
    );
  });

  test("no text makes it throw, and what it reads is plausible", () => {
    const pieces = fc.constantFrom("1", "500", "000", ".", ",", " ", "\u00a0", "tỷ", "bn", "million", "₫", "-", "de");
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 12 }).map((list) => list.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseAmountVnd(text);
        return read.vnd === null || (read.vnd <= 10n ** 16n && read.vnd >= -(10n ** 16n));
      }),
    );
  });
});
