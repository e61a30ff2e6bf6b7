import type { Language } from "#app/platform/languages/languages.ts";

const NBSP = "\u00a0";
const MINUS = "\u2212";
const TIME_ZONE = "Asia/Ho_Chi_Minh";
const LOCALES: Record<Language, string> = { vi: "vi-VN", en: "en-GB", fr: "fr-FR" };

/** Instants: a Date, or RFC 3339 text as it comes out of a loader. */
type Instant = Date | string;

/** How one language writes dates, numbers and money. Every result binds number and unit with no-break spaces. */
export type Format = {
  /** `2026-11-21` → 21/11/2026, in English 21 Nov 2026. */
  date(on: string): string;
  /** `2026-11-21` → 21/11, in English 21 Nov. */
  dayMonth(on: string): string;
  /** `2026-12-04` → thứ Sáu, 04/12/2026 · Friday 4 December 2026 · vendredi 4 décembre 2026. */
  weekdayDate(on: string): string;
  /** 14:05, 21/11/2026 in Vietnam's time. */
  dateTime(at: Instant): string;
  /** 14:05, thứ Bảy, 21/11/2026 in Vietnam's time. */
  weekdayDateTime(at: Instant): string;
  /** 14:05:12, 21/11/2026 in Vietnam's time. */
  dateTimeSeconds(at: Instant): string;
  /** 14:05 in Vietnam's time. */
  time(at: Instant): string;
  /** The calendar day of an instant in Vietnam, `YYYY-MM-DD`. */
  dayOf(at: Instant): string;
  /** Grouped digits; `decimals` fixes the number of places, else up to three are shown. */
  number(value: number | bigint, decimals?: number): string;
  /** ppm → per cent, exact to four decimals; `decimals` rounds to fewer places. */
  percent(ppm: number, decimals?: number): string;
  /** The digits of a per cent without its sign, for columns headed %. */
  percentDigits(ppm: number): string;
  /** A difference of two shares in ppm → signed percentage points, exact to four decimals: +4,5 · −7,5 · 0. */
  points(ppm: number): string;
  /** Exact đồng: 43.200.000.000 ₫ · 43,200,000,000 VND · 43 200 000 000 VND. */
  money(vnd: bigint): string;
  /** Headline: 16.716,074 tỷ ₫ · 16,716.074 bn VND · 16 716,074 Md VND; half-even at three places, exact below a billion. */
  moneyShort(vnd: bigint): string;
};

const formatters = new Map<Language, Format>();

/** The one formatter of a language. */
export function formatter(lang: Language): Format {
  const known = formatters.get(lang);
  if (known) return known;
  const created: Format = { ...dateFormats(lang), ...numberFormats(lang), ...moneyFormats(lang) };
  formatters.set(lang, created);
  return created;
}

type DateFormats = Pick<
  Format,
  "date" | "dayMonth" | "weekdayDate" | "dateTime" | "weekdayDateTime" | "dateTimeSeconds" | "time" | "dayOf"
>;

function dateFormats(lang: Language): DateFormats {
  const names = dateNames(lang);
  function date(on: string): string {
    const { year, month, day } = partsOf(on);
    return lang === "en" ? `${Number(day)}${NBSP}${names.month(on)}${NBSP}${year}` : `${day}/${month}/${year}`;
  }
  function dayMonth(on: string): string {
    const { month, day } = partsOf(on);
    return lang === "en" ? `${Number(day)}${NBSP}${names.month(on)}` : `${day}/${month}`;
  }
  function weekdayDate(on: string): string {
    if (lang === "vi") return `${names.weekday(on)}, ${date(on)}`;
    const { year, day } = partsOf(on);
    const first = lang === "fr" && day === "01" ? "1er" : String(Number(day));
    return `${names.weekday(on)} ${first}${NBSP}${names.longMonth(on)} ${year}`;
  }
  function join(time: string, day: string): string {
    return lang === "fr" ? `${day} à${NBSP}${time}` : `${time}, ${day}`;
  }
  const time = (at: Instant) => clockOf(at).slice(0, 5);
  return {
    date,
    dayMonth,
    weekdayDate,
    time,
    dayOf,
    dateTime: (at) => join(time(at), date(dayOf(at))),
    weekdayDateTime: (at) => join(time(at), weekdayDate(dayOf(at))),
    dateTimeSeconds: (at) => join(clockOf(at), date(dayOf(at))),
  };
}

function dateNames(lang: Language) {
  function name(options: Intl.DateTimeFormatOptions) {
    const intl = new Intl.DateTimeFormat(LOCALES[lang], { ...options, timeZone: "UTC" });
    return (on: string) => intl.format(new Date(`${on}T00:00:00Z`));
  }
  const weekday = name({ weekday: "long" });
  const shortMonth = name({ month: "short" });
  return {
    // Intl writes "Thứ Sáu"; inside a sentence the portal writes "thứ Sáu"
    weekday: (on: string) =>
      lang === "vi" ? weekday(on).replace(/^[TC]/, (first) => first.toLowerCase()) : weekday(on),
    month: (on: string) => shortMonth(on).replace("Sept", "Sep"),
    longMonth: name({ month: "long" }),
  };
}

function partsOf(on: string): { year: string; month: string; day: string } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(on);
  if (!match) throw new Error(`Not a date: ${on}`);
  const [, year = "", month = "", day = ""] = match;
  return { year, month, day };
}

const vietnamClock = new Intl.DateTimeFormat("en-GB", {
  timeZone: TIME_ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

function vietnamParts(at: Instant): Record<string, string> {
  return Object.fromEntries(vietnamClock.formatToParts(new Date(at)).map((part) => [part.type, part.value]));
}

function dayOf(at: Instant): string {
  const part = vietnamParts(at);
  return `${part["year"]}-${part["month"]}-${part["day"]}`;
}

function clockOf(at: Instant): string {
  const part = vietnamParts(at);
  return `${part["hour"]}:${part["minute"]}:${part["second"]}`;
}

function numberFormats(lang: Language): Pick<Format, "number" | "percent" | "percentDigits" | "points"> {
  const percentSign = lang === "en" ? "%" : `${NBSP}%`;
  const shareDigits = digits(lang, { maximumFractionDigits: 4 });
  const plain = digits(lang, { maximumFractionDigits: 3 });
  const made = new Map<number, ReturnType<typeof digits>>();
  function fixed(decimals: number) {
    const known = made.get(decimals);
    if (known) return known;
    const one = digits(lang, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    made.set(decimals, one);
    return one;
  }
  return {
    number: (value, decimals) => (decimals === undefined ? plain : fixed(decimals))(value),
    percent: (ppm, decimals) => (decimals === undefined ? shareDigits : fixed(decimals))(asPercent(ppm)) + percentSign,
    percentDigits: (ppm) => shareDigits(asPercent(ppm)),
    points: (ppm) => (ppm > 0 ? "+" : "") + shareDigits(asPercent(ppm)),
  };
}

/** Exact decimal text, since ppm / 10 000 in floating point is not. */
function asPercent(ppm: number): Intl.StringNumericLiteral {
  return decimalText(BigInt(ppm), 4);
}

function moneyFormats(lang: Language): Pick<Format, "money" | "moneyShort"> {
  const currency = lang === "vi" ? "₫" : "VND";
  const whole = digits(lang, {});
  const thousandths = digits(lang, { maximumFractionDigits: 3 });
  const money = (vnd: bigint) => `${whole(vnd)}${NBSP}${currency}`;
  function scaled(vnd: bigint, unitVnd: bigint, unit: string): string {
    const value = decimalText(divideHalfEven(vnd, unitVnd / 1000n), 3);
    return `${thousandths(value)}${NBSP}${unit}${NBSP}${currency}`;
  }
  const billion = { vi: "tỷ", en: "bn", fr: "Md" }[lang];
  function moneyShort(vnd: bigint): string {
    const size = vnd < 0n ? -vnd : vnd;
    if (size >= 1_000_000_000n) return scaled(vnd, 1_000_000_000n, billion);
    // "1.500 million" reads two ways outside Vietnamese, so smaller sums are written out there
    if (lang === "vi" && size >= 1_000_000n && size % 1000n === 0n) return scaled(vnd, 1_000_000n, "triệu");
    return money(vnd);
  }
  return { money, moneyShort };
}

function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const quotient = size / divisor;
  const twice = (size % divisor) * 2n;
  const rounded = twice > divisor || (twice === divisor && quotient % 2n === 1n) ? quotient + 1n : quotient;
  return dividend < 0n ? -rounded : rounded;
}

/** `units` of 10^-places as decimal text, which Intl prints without going through floating point. */
function decimalText(units: bigint, places: number): Intl.StringNumericLiteral {
  const text = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  const sign = units < 0n ? "-" : "";
  return `${sign}${text.slice(0, -places)}.${text.slice(-places)}` as Intl.StringNumericLiteral;
}

function digits(lang: Language, options: Intl.NumberFormatOptions) {
  const intl = new Intl.NumberFormat(LOCALES[lang], options);
  return (value: number | bigint | Intl.StringNumericLiteral) =>
    intl
      .format(value)
      .replace(/^-(?=[0.,\s]*$)/, "")
      .replace("-", MINUS)
      .replaceAll("\u202f", NBSP);
}
