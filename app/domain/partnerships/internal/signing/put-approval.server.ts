import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeObligation, voidObligationsOf } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { maySign } from "../../partnership.policy.ts";
import { type LockedPartnership, lockedAgreement, lockPartnership } from "../locked.server.ts";
import { postOf, writeStep } from "../public-step.server.ts";
import type { AgreementAddress } from "./put-signature.server.ts";

/** For which party, of the run with these inputs. */
export type ApprovalInput = { memberId: string; inputsSha256: string };

/** As many different parties, and persons, lock a run. */
const APPROVALS = 2;

/** Puts a party's approval under the run that waits; the caller has made sure that it is really this person. */
export async function putApproval(
  actor: Actor,
  { code, productCode }: AgreementAddress,
  { memberId, inputsSha256 }: ApprovalInput,
  at = new Date(),
): Promise<Outcome<{ locked: boolean }>> {
  return inTransaction<{ locked: boolean }, string>(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
    const member = partnership?.members.find(({ id }) => id === memberId);
    if (!agreement || !member) return refuse("ABSENT");
    if (!maySign(actor, member)) return refuse("NOT_A_REPRESENTATIVE");
    const run = await tx.distributionRun.findFirst({
      where: { agreementId: agreement.id, state: "PROPOSED" },
      include: { approvals: true },
    });
    if (!run) return refuse("NO_OPEN_RUN");
    if (partnership.state === "SUSPENDED") return refuse("STANDS_STILL");
    if (run.inputsSha256 !== inputsSha256) return refuse("RUN_CHANGED");
    if (run.approvals.some((approval) => approval.memberId === memberId)) return refuse("ALREADY_APPROVED");
    if (run.approvals.some((approval) => approval.personId === actor.personId)) return refuse("SAME_PERSON");
    if (run.authorsVnd < run.authorsMinimumVnd) return refuse("RUN_BELOW_LEGAL_MINIMUM");

    const { organisationId } = member;
    const post = postOf({ actor, organisationId });
    await tx.distributionApproval.create({
      data: { runId: run.id, memberId, personId: actor.personId, post, approvedAt: at },
    });
    await closeObligation(tx, agreement.id, "DISTRIBUTION_APPROVAL", "APPROVED", at, organisationId);
    if (run.approvals.length + 1 < APPROVALS) return done({ locked: false });
    await tx.distributionRun.update({ where: { id: run.id }, data: { state: "LOCKED", endedAt: at } });
    // whoever has not approved yet owes nothing any more
    await voidObligationsOf(tx, agreement.id, "DISTRIBUTION_APPROVAL", at);
    await writeStep(tx, partnership, {
      kind: "distribution.locked",
      by: { actor, organisationId },
      payload: { productCode, ...(await publicRun(tx, run.id, partnership)) },
      at,
    });
    return done({ locked: true });
  });
}

/** A run as the public may know it: no author is named. */
async function publicRun(tx: Tx, id: string, { members }: LockedPartnership) {
  const run = await tx.distributionRun.findUniqueOrThrow({
    where: { id },
    include: { lines: { orderBy: { position: "asc" } }, compensates: true },
  });
  const places = new Map(members.map((member) => [member.id, member.position]));
  const named = run.lines.filter(({ tier }) => tier !== "AUTHORS");
  const authors = run.lines.filter(({ tier }) => tier === "AUTHORS").reduce((sum, line) => sum + line.amountVnd, 0n);
  return {
    number: run.number,
    kind: run.kind,
    period: { from: run.periodFrom.toISOString().slice(0, 10), to: run.periodTo.toISOString().slice(0, 10) },
    inputsSha256: run.inputsSha256,
    engine: run.engineVersion,
    ...(run.compensates ? { compensates: run.compensates.number } : {}),
    totalVnd: String(run.totalVnd),
    authorsVnd: String(authors),
    lines: named.map(({ tier, memberId, amountVnd }) => ({
      tier,
      ...(memberId ? { party: places.get(memberId) } : {}),
      amountVnd: String(amountVnd),
    })),
  };
}
