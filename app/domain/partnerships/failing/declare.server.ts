import { confirmPassword } from "#app/domain/accounts/access/confirm-password.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { type LockedPartnership, lockPartnership } from "../internal/locked.server.ts";
import { voidOpenDuties } from "../internal/open-duties.server.ts";
import { postOf, writeStep } from "../internal/public-step.server.ts";
import { partnershipTransition } from "../partnership.ts";
import { declarer } from "./failing.policy.ts";
import type { FailingInput } from "./failing.schema.ts";

/**
 * The lead, or a State authority that is no party, declares that an active partnership failed, with a final report and
 * what others learn from it; confirmed with the password. Its open duties end, but those that settle its money; a motion
 * that waits for votes lapses. Refuses: PASSWORD_WRONG; TOO_MANY; ABSENT; NOT_THE_DECLARER; NOT_ALLOWED_FROM_STATE;
 * RUN_OPEN while a run waits for approvals; LOSSES_MISSING (with the products whose loss is not allocated).
 * Source: docs/domain.md, "Failing".
 */
export async function declareFailed(
  actor: Actor,
  code: string,
  { password, ...report }: FailingInput,
  at = new Date(),
): Promise<Outcome<null>> {
  const confirmed = await confirmPassword(actor, password);
  if (!confirmed.ok) return confirmed;
  return inTransaction<null, string>(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    if (!partnership?.published) return refuse("ABSENT");
    const by = declarer(actor, partnership.members);
    if (!by) return refuse("NOT_THE_DECLARER");
    const step = partnershipTransition(partnership.state, "FAILED", [by.memberId ? "LEAD" : "STATE_AUTHORITY"]);
    if (!step.ok) return step;
    const allocated = await lossesAllocated(tx, partnership);
    if (!allocated.ok) return allocated;
    const who = { actor, organisationId: by.organisationId };
    await tx.failureReport.create({
      data: {
        ...{ ...report, ...by, partnershipId: partnership.id },
        ...{ personId: actor.personId, post: postOf(who), declaredAt: at },
      },
    });
    await tx.partnership.update({
      where: { id: partnership.id },
      data: { state: "FAILED", updatedAt: at, revision: { increment: 1 } },
    });
    await tx.partnershipMotion.updateMany({
      where: { partnershipId: partnership.id, state: "OPEN" },
      data: { state: "WITHDRAWN", endedAt: at },
    });
    await voidOpenDuties(tx, code, at);
    const payload = { state: "FAILED", ...report };
    await writeStep(tx, partnership, { kind: "partnership.failed", by: who, payload, at });
    return done(null);
  });
}

async function lossesAllocated(tx: Tx, { id }: LockedPartnership): Promise<Outcome<null>> {
  const rows = await tx.$queryRaw<{ waits: boolean; missing: string[] }[]>`
    SELECT runs_waiting(${id}::uuid) AS waits, ARRAY(SELECT losses_missing(${id}::uuid)) AS missing`;
  const { waits = false, missing = [] } = rows[0] ?? {};
  if (waits) return refuse("RUN_OPEN");
  return missing.length > 0 ? refuse("LOSSES_MISSING", { params: { products: missing.join(", ") } }) : done(null);
}
