import { AMOUNT_UNITS, CURRENCY_WORDS, type DecimalMark } from "./amount-units.ts";

/** Above this an amount is a slip of the pen: ten million tỷ, nine times a year's whole economy of 2024. */
export const LARGEST_PLAUSIBLE_VND = 10n ** 16n;

export type AmountFault = "UNREADABLE" | "AMBIGUOUS" | "IMPLAUSIBLE" | "NOT_WHOLE";
export type Amount = { vnd: bigint } | { vnd: null; why: AmountFault };

const LONGEST_TEXT = 80;

/** A number as written: every digit, and how many of them stand after the decimal mark. */
type Written = { digits: string; decimals: number };

/**
 * Reads an amount of money as people write it and as the portal prints it in vi, en and fr, into whole đồng.
 * "16.716,074 tỷ ₫", "16,716.074 bn VND", "16 716,074 Md VND", "1.500.000 đồng", with no-break spaces or without.
 * The unit word decides the decimal mark (tỷ, triệu, nghìn, Md, milliard: comma; bn, billion: point). With đồng, ₫ or
 * VND and no multiplier, groups of three are thousands; so too without any word where `assume` says that the field is
 * in đồng. Only ASCII digits; no exponent.
 * Refuses with `why`: UNREADABLE; AMBIGUOUS when it reads two ways ("1,500 million"); IMPLAUSIBLE beyond 10^16;
 * NOT_WHOLE when a fraction of a đồng is left. Source: docs/domain.md, "Amounts".
 */
export function parseAmountVnd(text: string, assume: { field?: "DONG" } = {}): Amount {
  const parts = text.length <= LONGEST_TEXT ? split(text) : null;
  if (!parts) return { vnd: null, why: "UNREADABLE" };
  const { number, unit, hasCurrency, negative } = parts;

  const marks: readonly DecimalMark[] = unit?.mark ? [unit.mark] : [",", "."];
  const readings = marks.map((mark) => readNumber(number, mark)).filter((reading) => reading !== null);
  const inDong = !unit && (hasCurrency || assume.field === "DONG");
  const reading = choose(readings, inDong);
  if (reading === null || reading === "AMBIGUOUS") return { vnd: null, why: reading ?? "UNREADABLE" };

  const scale = 10n ** BigInt(reading.decimals);
  const scaled = BigInt(reading.digits) * (unit?.vnd ?? 1n);
  if (scaled > LARGEST_PLAUSIBLE_VND * scale) return { vnd: null, why: "IMPLAUSIBLE" };
  if (scaled % scale !== 0n) return { vnd: null, why: "NOT_WHOLE" };
  return { vnd: negative ? -(scaled / scale) : scaled / scale };
}

/** Takes the words before and after the digits apart; null where one of them means nothing here. */
function split(text: string) {
  const plain = text.normalize("NFC").toLowerCase().replaceAll(/\s/g, " ").replaceAll("₫", " ₫ ").replaceAll("−", "-");
  const first = plain.search(/[0-9]/);
  if (first < 0) return null;
  let end = plain.length;
  while (!/[0-9]/.test(plain.charAt(end - 1))) end -= 1;

  const head = words(plain.slice(0, first).replaceAll("-", " - "));
  const minus = head.filter((word) => word === "-").length;
  const before = head.filter((word) => word !== "-").join(" ");
  const after = unitAndCurrency(words(plain.slice(end)));
  if (minus > 1 || !after || (before !== "" && !CURRENCY_WORDS.has(before))) return null;
  if (before !== "" && after.currency) return null;
  return {
    number: plain.slice(first, end),
    negative: minus === 1,
    unit: after.unit,
    hasCurrency: before !== "" || after.currency,
  };
}

function words(text: string): string[] {
  return text.split(" ").filter((word) => word !== "");
}

function unitAndCurrency(tail: readonly string[]) {
  for (let length = Math.min(2, tail.length); length >= 0; length -= 1) {
    const unit = AMOUNT_UNITS.get(tail.slice(0, length).join(" "));
    if (length > 0 && !unit) continue;
    const rest = tail.slice(length);
    const currency = (unit && rest[0] === "de" ? rest.slice(1) : rest).join(" ");
    if (currency === "" && rest.length > 0) return null;
    if (currency === "" || CURRENCY_WORDS.has(currency)) return { unit, currency: currency !== "" };
  }
  return null;
}

/** Reads with one decimal mark; the other mark or the space parts thousands, the same one throughout. */
function readNumber(text: string, mark: DecimalMark): Written | null {
  const [whole = "", decimals, ...more] = text.split(mark);
  if (more.length > 0 || (decimals !== undefined && !/^[0-9]+$/.test(decimals))) return null;
  const separator = whole.includes(" ") ? " " : mark === "," ? "." : ",";
  const [first = "", ...groups] = whole.split(separator);
  const plain = /^[0-9]+$/.test(first);
  const grouped = /^[1-9][0-9]{0,2}$/.test(first) && groups.every((group) => /^[0-9]{3}$/.test(group));
  if (groups.length === 0 ? !plain : !grouped) return null;
  return { digits: whole.replaceAll(separator, "") + (decimals ?? ""), decimals: decimals?.length ?? 0 };
}

function choose(readings: readonly Written[], inDong: boolean): Written | "AMBIGUOUS" | null {
  const [one, other] = readings;
  if (!one) return null;
  if (!other || sameValue(one, other)) return one;
  if (!inDong) return "AMBIGUOUS";
  return readings.find((reading) => reading.decimals === 0) ?? "AMBIGUOUS";
}

function sameValue(a: Written, b: Written): boolean {
  return BigInt(a.digits) * 10n ** BigInt(b.decimals) === BigInt(b.digits) * 10n ** BigInt(a.decimals);
}
