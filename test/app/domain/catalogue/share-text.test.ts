import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatSharePercent, parseSharePercent } from "#app/domain/catalogue/share-text.ts";

describe("a share typed as per cent", () => {
  test.each([
    ["33,3333", 333_333],
    ["33.3333", 333_333],
    [" 33,3333 % ", 333_333],
    ["33,3333\u00a0%", 333_333],
    ["\u202f40\u202f%\u202f", 400_000],
    ["100", 1_000_000],
    ["100,0000%", 1_000_000],
    ["0", 0],
    [",5", 5_000],
    ["0,0001", 1],
    ["007", 70_000],
    ["1.000", 10_000],
  ])("%j is read as %i ppm", (text, ppm) => {
    expect(parseSharePercent(text)).toEqual({ ok: true, value: ppm });
  });

  test.each([
    ["", "SHARE_MISSING"],
    ["  \u00a0", "SHARE_MISSING"],
    ["33,33333", "SHARE_TOO_PRECISE"],
    ["-1", "SHARE_NEGATIVE"],
    ["−1 %", "SHARE_NEGATIVE"],
    ["100,0001", "SHARE_ABOVE_100"],
    ["101", "SHARE_ABOVE_100"],
    ["1e2", "SHARE_UNREADABLE"],
    ["1.000,5", "SHARE_UNREADABLE"],
    ["1,000.5", "SHARE_UNREADABLE"],
    ["3 3", "SHARE_UNREADABLE"],
    ["33,", "SHARE_UNREADABLE"],
    ["%", "SHARE_UNREADABLE"],
    [",", "SHARE_UNREADABLE"],
    ["+5", "SHARE_UNREADABLE"],
    ["٣٣", "SHARE_UNREADABLE"],
    ["３３", "SHARE_UNREADABLE"],
    ["0x10", "SHARE_UNREADABLE"],
    ["Infinity", "SHARE_UNREADABLE"],
    ["1".repeat(400), "SHARE_UNREADABLE"],
  ])("%j is refused with %s", (text, code) => {
    expect(parseSharePercent(text)).toMatchObject({ ok: false, code });
  });

  test("is printed as each language writes it", () => {
    expect(formatSharePercent(333_333, "vi")).toBe("33,3333\u00a0%");
    expect(formatSharePercent(333_333, "fr")).toBe("33,3333\u00a0%");
    expect(formatSharePercent(333_333, "en")).toBe("33.3333%");
    expect(formatSharePercent(1_000_000, "vi")).toBe("100\u00a0%");
    expect(formatSharePercent(500, "en")).toBe("0.05%");
    expect(formatSharePercent(-1, "vi")).toBe("−0,0001\u00a0%");
  });

  test("what is printed is read back, in every language and for every share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom("vi", "en", "fr"), (ppm, lang) => {
        expect(parseSharePercent(formatSharePercent(ppm, lang))).toEqual({ ok: true, value: ppm });
      }),
    );
  });

  test("no text makes it throw, and what it reads is always a share", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parseSharePercent(text);
        return !read.ok || (Number.isInteger(read.value) && read.value >= 0 && read.value <= 1_000_000);
      }),
    );
  });
});
