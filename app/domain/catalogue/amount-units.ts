export type DecimalMark = "," | ".";

/** `vnd` is what one of it is worth in đồng; without `mark` the word is used with both decimal marks. */
export type AmountUnit = { vnd: bigint; mark?: DecimalMark };

const THOUSAND = 1_000n;
const MILLION = 1_000_000n;
const BILLION = 1_000_000_000n;

/**
 * The multiplying words, lower case. Vietnamese and French words take the comma, English ones the point; "million"
 * belongs to English and French alike. Words without tones are what people type on a keyboard without them.
 */
export const AMOUNT_UNITS: ReadonlyMap<string, AmountUnit> = new Map<string, AmountUnit>([
  ...spelled(["nghìn", "ngàn", "nghin", "ngan"], { vnd: THOUSAND, mark: "," }),
  ...spelled(["triệu", "trieu", "tr"], { vnd: MILLION, mark: "," }),
  ...spelled(["tỷ", "tỉ", "ty"], { vnd: BILLION, mark: "," }),
  ...spelled(["nghìn tỷ", "nghìn tỉ", "ngàn tỷ", "ngàn tỉ", "nghin ty", "ngan ty"], {
    vnd: THOUSAND * BILLION,
    mark: ",",
  }),
  ...spelled(["md", "mds", "milliard", "milliards"], { vnd: BILLION, mark: "," }),
  ...spelled(["thousand"], { vnd: THOUSAND, mark: "." }),
  ...spelled(["bn", "billion", "billions"], { vnd: BILLION, mark: "." }),
  ...spelled(["million", "millions", "m", "mn"], { vnd: MILLION }),
]);

export const CURRENCY_WORDS: ReadonlySet<string> = new Set([
  "₫",
  "đ",
  "đồng",
  "vnđ",
  "vnd",
  "dong",
  "dongs",
  "đồng việt nam",
  "việt nam đồng",
]);

function spelled(words: readonly string[], unit: AmountUnit): [string, AmountUnit][] {
  return words.map((word) => [word, unit]);
}
