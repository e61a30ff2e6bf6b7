/** Money goes to a member, or comes back from it. */
export const PAYMENT_DIRECTIONS = ["PAID", "REFUNDED"] as const;

type Payment = { onDay: string; amountVnd: bigint };

/**
 * What is wrong with the payments of one allocation taken together, in any order; null when nothing is: at the end of
 * no day more is paid than allocated, nor less than nothing. Source: docs/domain.md, I11.
 */
export function paymentFault(
  payments: readonly Payment[],
  allocatedVnd: bigint,
): "ABOVE_ALLOCATION" | "PAID_BELOW_ZERO" | null {
  const days = [...new Set(payments.map(({ onDay }) => onDay))].sort();
  for (const day of days) {
    const paidVnd = payments.reduce((sum, { onDay, amountVnd }) => (onDay <= day ? sum + amountVnd : sum), 0n);
    if (paidVnd > allocatedVnd) return "ABOVE_ALLOCATION";
    if (paidVnd < 0n) return "PAID_BELOW_ZERO";
  }
  return null;
}
