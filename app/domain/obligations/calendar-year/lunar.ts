/**
 * The Vietnamese lunar calendar, as far as the days off need it: the months are those of the new moons and the solar
 * terms as seen at the meridian of 105° east (UTC+7). Positions of sun and moon after J. Meeus, Astronomical Algorithms.
 * Source: Decision 121-CP of 8 August 1967 (calendar of Vietnam) [m].
 */

const ZONE_DAYS = 7 / 24;
/** Mean length of a lunar month, and the new moon of 1 January 1900, in Julian days. */
const MONTH = 29.530588853;
const MONTH_EXACT = 29.53058868;
const FIRST_NEW_MOON = 2_415_021.076998695;
const UNIX_EPOCH = 2_440_587.5;
const DEGREES = Math.PI / 180;

/** The day ('YYYY-MM-DD') on which a day of a lunar month of the lunar year that begins in `year` falls. */
export function lunarDay(year: number, month: number, day: number): string {
  const before = eleventhMonth(year - 1);
  const after = eleventhMonth(year);
  const leap = after - before > 365 ? leapMonth(before) : null;
  // The eleventh month of the year before is number 0 of this count.
  let place = month + 1;
  if (leap !== null && place >= leap) place += 1;
  return isoDay(newMoonDay(monthNumber(before) + place) + day - 1);
}

/** The Julian day number on which new moon number `k` since 1900 falls in Vietnam. */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const mean =
    2_415_020.75933 +
    MONTH_EXACT * k +
    0.0001178 * t ** 2 -
    0.000000155 * t ** 3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t ** 2);
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t ** 2 - 0.00000347 * t ** 3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t ** 2 + 0.00001236 * t ** 3;
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t ** 2 - 0.00000239 * t ** 3;
  const correction =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun);
  const delta = t < -11 ? 0 : -0.000278 + 0.000265 * t + 0.000262 * t ** 2;
  return Math.floor(mean + correction - delta + 0.5 + ZONE_DAYS);
}

/** In which twelfth of its way, 0 to 11, the sun stands at the beginning of a day in Vietnam. */
function sunTwelfth(julianDay: number): number {
  const t = (julianDay - 2_451_545.5 - ZONE_DAYS) / 36_525;
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t ** 2 - 0.00000048 * t ** 3;
  const mean = 280.46645 + 36_000.76983 * t + 0.0003032 * t ** 2;
  const center =
    (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.00029 * sin(3 * anomaly);
  const longitude = (((mean + center) % 360) + 360) % 360;
  return Math.floor(longitude / 30);
}

/** The Julian day on which the lunar month begins that holds the winter solstice of a year. */
function eleventhMonth(year: number): number {
  const k = Math.floor((julianDayOf(`${year}-12-31`) - 2_415_021) / MONTH);
  const begun = newMoonDay(k);
  return sunTwelfth(begun) >= 9 ? newMoonDay(k - 1) : begun;
}

/** Which month after the eleventh is the leap month: the first in which the sun enters no new twelfth. */
function leapMonth(eleventh: number): number {
  const k = monthNumber(eleventh);
  let last = sunTwelfth(newMoonDay(k + 1));
  for (let index = 2; index < 14; index += 1) {
    const now = sunTwelfth(newMoonDay(k + index));
    if (now === last) return index - 1;
    last = now;
  }
  return 13;
}

function monthNumber(julianDay: number): number {
  return Math.floor(0.5 + (julianDay - FIRST_NEW_MOON) / MONTH);
}

function julianDayOf(on: string): number {
  return Math.floor(Date.parse(`${on}T12:00:00Z`) / 86_400_000 + UNIX_EPOCH);
}

function isoDay(julianDay: number): string {
  return new Date((julianDay - UNIX_EPOCH) * 86_400_000).toISOString().slice(0, 10);
}

function sin(degrees: number): number {
  return Math.sin(degrees * DEGREES);
}
