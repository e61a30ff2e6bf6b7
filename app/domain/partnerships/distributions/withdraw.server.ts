import type { Actor } from "#app/domain/accounts/actor.ts";
import { voidObligationsOf } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockedAgreement, lockPartnership } from "../internal/locked.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { amender } from "../partnership.policy.ts";

/**
 * A member ends a run that is not locked, with a reason that the public record keeps; another can then be proposed.
 * Refuses: ABSENT; NOT_A_REPRESENTATIVE; REASON_MISSING; NO_OPEN_RUN. Source: docs/domain.md, I7.
 */
export async function withdrawRun(
  actor: Actor,
  { code, productCode }: AgreementAddress,
  reason: string,
  at = new Date(),
): Promise<Outcome<{ number: number }>> {
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
    if (!agreement) return refuse("ABSENT");
    const member = amender(actor, partnership.members);
    if (!member) return refuse("NOT_A_REPRESENTATIVE");
    if (reason.trim() === "") return refuse("REASON_MISSING", { field: "reason" });
    const run = await tx.distributionRun.findFirst({ where: { agreementId: agreement.id, state: "PROPOSED" } });
    if (!run) return refuse("NO_OPEN_RUN");
    await tx.distributionRun.update({ where: { id: run.id }, data: { state: "WITHDRAWN", endedAt: at } });
    await voidObligationsOf(tx, agreement.id, "DISTRIBUTION_APPROVAL", at);
    await writeStep(tx, partnership, {
      kind: "distribution.withdrawn",
      by: { actor, organisationId: member.organisationId },
      payload: { productCode, number: run.number, reason },
      at,
    });
    return done({ number: run.number });
  });
}
