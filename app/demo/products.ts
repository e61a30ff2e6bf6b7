/** Since this day the catalogue of Decision 21/2026/QĐ-TTg is in force. */
const CATALOGUE_FROM = Date.parse("2026-06-30T17:00:00Z");

const DAY_MS = 86_400_000;

/** What the former catalogue called some of its products; by prisma/reference/strategic-catalogue-crosswalk.json and their names. */
const FORMER: Readonly<Record<string, string>> = {
  "21-S01": "1131-01-01",
  "21-S03": "1131-01-05",
  "21-S09": "1131-10-01",
  "21-S14": "1131-07-01",
  "21-S15": "1131-05-03",
  "21-S22": "1131-11-03",
  "21-S23": "1131-06-01",
  "21-S28": "1131-11-01",
};

/** Products as they were called in the catalogue in force at an instant; without those that it did not have. */
export function productsAt(codes: readonly string[], at: Date): string[] {
  if (at.getTime() >= CATALOGUE_FROM) return [...codes];
  return codes.flatMap((code) => FORMER[code] ?? []);
}

/** When a story begins: one that would be written under one catalogue and submitted under the next begins after it. */
export function clearOfChange(begun: number): number {
  const days = (begun - CATALOGUE_FROM) / DAY_MS;
  return days > -12 && days < 6 ? CATALOGUE_FROM + 6 * DAY_MS : begun;
}
