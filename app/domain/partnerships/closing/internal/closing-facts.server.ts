import { canonicalJson } from "#app/platform/canonical.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedPartnership } from "../../internal/locked.server.ts";
import { type Account, CLOSING_FORMAT, lapses } from "../reconciliation.ts";

/** The bodies that allocated money to a partnership. */
export async function payersOf(tx: Tx, partnershipId: string): Promise<string[]> {
  const lines = await tx.fundingLine.findMany({
    where: { agreement: { partnershipId } },
    distinct: ["organisationId"],
    select: { organisationId: true },
  });
  return lines.map(({ organisationId }) => organisationId);
}

/** The body that audits, and is no party; null where nobody does. */
export async function auditorOf(tx: Tx, { members }: LockedPartnership): Promise<string | null> {
  const found = await tx.roleGrant.findFirst({
    where: {
      ...{ role: "AUDITOR", revokedAt: null },
      organisationId: { not: null, notIn: members.map(({ organisationId }) => organisationId) },
    },
    orderBy: { grantedAt: "asc" },
    select: { organisationId: true },
  });
  return found?.organisationId ?? null;
}

type Said = { number: number; account: Account; profitTailUntil: string | null; lapseReason: string | null };

/** The account as it is seen and closed on: the same figures always give the same text. */
export function closingText(
  { code, title, state }: Pick<LockedPartnership, "code" | "title" | "state">,
  { number, account, profitTailUntil, lapseReason }: Said,
): string {
  return canonicalJson({
    ...{ format: CLOSING_FORMAT, partnership: { code, title }, state, number, account },
    ...{ lapses: lapses(state, account), lapseReason, profitTailUntil },
  });
}
