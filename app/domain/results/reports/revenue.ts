/** Whole months, half-open: 'YYYY-MM-01' twice. */
export type Period = { from: string; to: string };

/** Bands of verified revenue in đồng, in order; what everybody reads where the sums are the host's own. Source: docs/domain.md [P]. */
export const REVENUE_BANDS = ["NONE", "UNDER_1_BN", "FROM_1_BN", "FROM_10_BN", "FROM_100_BN"] as const;
export type RevenueBand = (typeof REVENUE_BANDS)[number];

const BILLION = 1_000_000_000n;

/** The band of an amount in whole đồng, the lower bound included; never typed, always derived. */
export function revenueBand(grossVnd: bigint): RevenueBand {
  if (grossVnd <= 0n) return "NONE";
  if (grossVnd < BILLION) return "UNDER_1_BN";
  if (grossVnd < 10n * BILLION) return "FROM_1_BN";
  return grossVnd < 100n * BILLION ? "FROM_10_BN" : "FROM_100_BN";
}

type Earned = Period & { grossVnd: bigint };

/** The band of all verified periods together; null without any: nothing verified is not nothing earned. */
export function bandOf(records: readonly Earned[]): RevenueBand | null {
  return records.length === 0 ? null : revenueBand(records.reduce((sum, it) => sum + it.grossVnd, 0n));
}

/** How many months a period of whole months has. */
export function monthsOf({ from, to }: Period): number {
  const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return month(to) - month(from);
}

/** Whether a period brought more than the one before: it follows without a gap, is as long, and its gross revenue is higher. */
export function hasGrown(record: Earned, before: Earned | undefined): boolean {
  return (
    before !== undefined &&
    before.to === record.from &&
    monthsOf(before) === monthsOf(record) &&
    record.grossVnd > before.grossVnd
  );
}

/**
 * Over how many verified periods in a row, up to the newest, gross revenue grew; records in any order. Source:
 * docs/domain.md, "The way to the market".
 */
export function growingPeriods(records: readonly Earned[]): number {
  const inOrder = [...records].sort((a, b) => (a.from < b.from ? -1 : 1));
  const lastStop = inOrder.findLastIndex((record, index) => !hasGrown(record, inOrder[index - 1]));
  return lastStop < 0 ? 0 : inOrder.length - 1 - lastStop;
}
