import { openObligation } from "#app/domain/obligations/write.server.ts";
import type { Tx } from "#prisma/client.server.ts";

/** A body owes its signature on the settlement of an exit: to the leaver, and the leaver to all. */
export async function askForAnswer(
  tx: Tx,
  asked: {
    partnership: { code: string };
    exit: { id: string };
    debtor: string;
    creditor: { organisationId: string } | null;
    at: Date;
  },
): Promise<void> {
  await openObligation(
    tx,
    {
      subject: { type: "PARTNERSHIP", id: asked.exit.id, code: asked.partnership.code },
      kind: "EXIT_SETTLEMENT",
      debtor: { organisationId: asked.debtor, role: "PARTY_REP" },
      creditor: { organisationId: asked.creditor?.organisationId ?? null, role: "PARTY_REP" },
      parameter: "partnership.exit-answer.working-days",
    },
    asked.at,
  );
}
