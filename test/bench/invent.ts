import type { SearchDocument } from "#search/document.ts";
import { documentOf, LIBRARY } from "#test/search/library.ts";
import { RELEVANCE_THINGS } from "#test/search/relevance/library.ts";

/** Numbers that look drawn and are the same in every run (mulberry32). */
function drawer(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const COMMON = ["và", "của", "cho", "bằng", "từ", "công nghệ", "hệ thống", "thiết bị", "sản xuất", "thử nghiệm"];
const TEXTS = [
  ...LIBRARY.flatMap(({ title, teaser, keywords }) => [title.vi, title.en, teaser.vi, ...keywords]),
  ...RELEVANCE_THINGS.flatMap(({ vi, en, teaser, keywords }) => [vi, en, teaser, ...keywords]),
];
const PHRASES = TEXTS.flatMap((text) => {
  const words = (text ?? "").split(" ").filter(Boolean);
  return words.map((_, index) => words.slice(index, index + 2).join(" "));
});
const ONSETS = [
  "b",
  "c",
  "ch",
  "d",
  "đ",
  "g",
  "h",
  "kh",
  "l",
  "m",
  "n",
  "ng",
  "nh",
  "ph",
  "s",
  "t",
  "th",
  "tr",
  "v",
  "x",
];
const RIMES = [
  "a",
  "ác",
  "ạn",
  "ằng",
  "ấp",
  "e",
  "ép",
  "ế",
  "ết",
  "i",
  "ích",
  "iên",
  "iều",
  "o",
  "ong",
  "ốc",
  "ơi",
  "u",
  "ươn",
  "ử",
];
const PROVINCES = ["01", "12", "31", "48", "79", "82", "92", "96"];
const PRODUCTS = Array.from({ length: 30 }, (_, index) => `21-S${String(index + 1).padStart(2, "0")}`);
const HOUSES = ["STATE", "SCHOOL", "ENTERPRISE"] as const;
const TYPES = ["SK", "DA", "KQ"];

/** Documents number `from` to `to`, in words as frequent as those of a language: few common, many rare. */
export function inventDocuments(from: number, to: number): SearchDocument[] {
  return Array.from({ length: to - from }, (_, index) => inventDocument(from + index));
}

function inventDocument(number: number): SearchDocument {
  const draw = drawer(number * 7919 + 17);
  function pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(draw() * items.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  }
  function word(): string {
    const chance = draw();
    if (chance < 0.3) return pick(COMMON);
    // The square makes the first phrases many times as frequent as the last.
    if (chance < 0.8) return PHRASES[Math.floor(draw() ** 2 * PHRASES.length)] ?? "";
    if (chance < 0.98) return `${pick(ONSETS)}${pick(RIMES)}`;
    return `${pick(ONSETS)}${pick(RIMES)}${pick(ONSETS)}${pick(RIMES)}${Math.floor(draw() * 50)}`;
  }
  const words = (count: number) => Array.from({ length: count }, word).join(" ");
  const type = TYPES[number % 3] ?? "KQ";
  const day = new Date(Date.UTC(2025, 0, 1) + Math.floor(draw() * 680) * 86_400_000).toISOString();
  return documentOf(`${type}-2026-${number}`, {
    title: { vi: words(8) },
    teaser: { vi: words(22) },
    body: words(90),
    names: [`Viện ${words(2)}`],
    productCodes: [pick(PRODUCTS)],
    groupCodes: [`21-${String(1 + Math.floor(draw() * 10)).padStart(2, "0")}`],
    trl: 1 + Math.floor(draw() * 9),
    provinceCodes: [pick(PROVINCES)],
    houses: [pick(HOUSES)],
    stage: pick(["ACCEPTED", "REJECTED", "ACTIVE", "ON_MARKET"]),
    commercialised: type === "KQ" ? draw() < 0.3 : null,
    publishedAt: day,
    updatedAt: day,
  });
}
