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
