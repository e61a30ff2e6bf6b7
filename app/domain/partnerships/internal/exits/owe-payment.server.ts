import { openAgreedObligation } from "#app/domain/obligations/write.server.ts";
import type { Tx } from "#prisma/client.server.ts";

type Party = { organisationId: string };

/** What a party that takes over pays, or gets where the price is below 0, is owed by the day on which the leaver leaves. */
export function owePayment(
  tx: Tx,
  owed: {
    code: string;
    handoverId: string;
    leaver: Party;
    taker: Party;
    priceVnd: bigint;
    effectiveOn: string;
    at: Date;
  },
): Promise<string> {
  const { code, handoverId, leaver, taker, priceVnd, effectiveOn, at } = owed;
  const [debtor, creditor] = priceVnd < 0n ? [leaver, taker] : [taker, leaver];
  return openAgreedObligation(
    tx,
    {
      subject: { type: "PARTNERSHIP", id: handoverId, code },
      kind: "EXIT_PAYMENT",
      debtor: { organisationId: debtor.organisationId, role: "PARTY_REP" },
      creditor: { organisationId: creditor.organisationId, role: "PARTY_REP" },
      dueOn: effectiveOn,
      basis: "EXIT_SETTLEMENT",
    },
    at,
  );
}
