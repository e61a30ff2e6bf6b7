import type { House } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { type LockedAgreement, type LockedPartnership, lockedAgreement, lockPartnership } from "../locked.server.ts";
import type { AgreementAddress } from "../signing/put-signature.server.ts";

export type SignedAgreement = { partnership: LockedPartnership; agreement: LockedAgreement };

/** States in which money may move: everybody has signed. */
const SIGNED_STATES: readonly string[] = ["SIGNED", "ACTIVE", "AMENDING"];

/**
 * Locks the partnership and gives its agreement, once everybody has signed it and while it is not closed.
 * Refuses: ABSENT; NOT_SIGNED; PARTNERSHIP_CLOSED.
 */
export async function lockSigned(
  tx: Tx,
  { code, productCode }: AgreementAddress,
): Promise<Outcome<SignedAgreement, "ABSENT" | "NOT_SIGNED" | "PARTNERSHIP_CLOSED">> {
  const partnership = await lockPartnership(tx, code);
  const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
  if (!agreement) return refuse("ABSENT");
  if (partnership.state === "CLOSED") return refuse("PARTNERSHIP_CLOSED");
  return SIGNED_STATES.includes(agreement.state) ? done({ partnership, agreement }) : refuse("NOT_SIGNED");
}

/** Money moved on a day that has come, and not before the partnership began. Refuses at `onDay`. */
export function moneyDay(
  onDay: string,
  { from }: LockedPartnership,
  at: Date,
): Outcome<string, "IN_THE_FUTURE" | "BEFORE_THE_PARTNERSHIP"> {
  if (onDay > dayInVietnam(at)) return refuse("IN_THE_FUTURE", { field: "onDay" });
  return onDay < from ? refuse("BEFORE_THE_PARTNERSHIP", { field: "onDay" }) : done(onDay);
}

/** How the public record names a party. */
export function partyOnRecord({ scheme, identifier, house }: { scheme: string; identifier: string; house: House }) {
  return { party: `${scheme}-${identifier}`, house };
}

export function asDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The later of two days. */
export function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}
