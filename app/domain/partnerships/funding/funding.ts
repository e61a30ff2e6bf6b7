import type { House } from "#app/domain/accounts/actor.ts";

/** Money goes to a member, or comes back from it. */
export const PAYMENT_DIRECTIONS = ["PAID", "REFUNDED"] as const;

/** Why money comes back: it was not used, it was used for another purpose, or a loss is claimed back. */
export const REFUND_GROUNDS = ["UNUSED", "WRONG_PURPOSE", "LOSS"] as const;
export type RefundGround = (typeof REFUND_GROUNDS)[number];

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

/**
 * Whether a State body may claim back money because of a loss: never where there is none, and from a school or an
 * enterprise not where every loss of the agreement was accepted as a risk taken in good faith.
 * Source: docs/domain.md, "Accepted risk".
 */
export function lossClaimFault(
  losses: readonly { accepted: boolean }[],
  house: House,
): "NO_LOSS" | "LOSS_ACCEPTED" | null {
  if (losses.length === 0) return "NO_LOSS";
  const isProtected = house === "SCHOOL" || house === "ENTERPRISE";
  return isProtected && losses.every(({ accepted }) => accepted) ? "LOSS_ACCEPTED" : null;
}
