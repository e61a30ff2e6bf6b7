import { dayInVietnam, daysBetween } from "#app/domain/obligations/calendar.ts";

/** How up to date a published result is; days 'YYYY-MM-DD' in Vietnam. */
export type Currency = { updatedOn: string; days: number; staleFrom: string; isStale: boolean };

/**
 * How long ago a result was last brought up to date: by its publication, or by its host's last word that it still holds.
 * From `staleFrom` on it is stale; null where it is not public. Source: docs/domain.md, "Results".
 */
export function currencyOf(
  result: { publishedAt: string | null; confirmedAt: string | null; staleFrom: string | null },
  today: string,
): Currency | null {
  const { confirmedAt, publishedAt, staleFrom } = result;
  const at = confirmedAt ?? publishedAt;
  if (at === null || staleFrom === null) return null;
  const updatedOn = dayInVietnam(new Date(at));
  return { updatedOn, days: daysBetween(updatedOn, today), staleFrom, isStale: staleFrom <= today };
}
