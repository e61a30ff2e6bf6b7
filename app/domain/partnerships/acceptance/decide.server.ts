import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { closeObligation, openObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { listAuthorities } from "../appraisals/queries.server.ts";
import { type LockedPartnership, lockPartnership } from "../internal/locked.server.ts";
import { postOf, writeStep } from "../internal/public-step.server.ts";
import { mayDecideRisk, sealer } from "./acceptance.policy.ts";
import type { AskInput, DecideInput } from "./acceptance.schema.ts";
import { mayBeAccepted } from "./acceptance.ts";

/**
 * After a loss a member puts a sealed file to a State body that is no party, which owes the decision within
 * `partnership.risk-acceptance.working-days`. Returns its due day. Refuses: ABSENT; NOT_A_REPRESENTATIVE; NO_SUCH_FILE;
 * ALREADY_ASKED; NO_LOSS_AFTER_SEAL (at `loss`) where that is no locked loss of a period that was not over when the file
 * was sealed; AUTHORITY_UNFIT (at `authorityId`). Source: docs/domain.md, "Accepted risk".
 */
export async function askAcceptance(
  actor: Actor,
  code: string,
  { file: number, loss, authorityId }: AskInput,
  at = new Date(),
): Promise<Outcome<{ dueOn: string }>> {
  return inTransaction<{ dueOn: string }, string>(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    if (!partnership?.published) return refuse("ABSENT");
    const { members } = partnership;
    const by = sealer(actor, members);
    if (!by) return refuse("NOT_A_REPRESENTATIVE");
    const file = await fileOf(tx, partnership, number);
    if (!file) return refuse("NO_SUCH_FILE");
    if (file.acceptance) return refuse("ALREADY_ASKED");
    const run = await tx.distributionRun.findFirst({
      where: {
        ...{ number: loss.number, kind: "LOSS", state: "LOCKED" },
        agreement: { partnershipId: partnership.id, productCode: loss.productCode },
        periodTo: { gt: new Date(`${dayInVietnam(file.sealedAt)}T00:00:00Z`) },
      },
      select: { id: true },
    });
    if (!run) return refuse("NO_LOSS_AFTER_SEAL", { field: "loss" });
    const organisations = members.map(({ organisationId }) => organisationId);
    const authorities = await listAuthorities(organisations, tx);
    if (!authorities.some(({ id }) => id === authorityId)) return refuse("AUTHORITY_UNFIT", { field: "authorityId" });
    await tx.riskAcceptance.create({
      data: {
        ...{ fileId: file.id, lossRunId: run.id, organisationId: authorityId },
        ...{ askedById: actor.personId, askedAt: at },
      },
    });
    const dueOn = await openObligation(
      tx,
      {
        subject: { type: "PARTNERSHIP", id: file.id, code },
        kind: "RISK_ACCEPTANCE",
        debtor: { organisationId: authorityId, role: "STEERING" },
        creditor: { organisationId: by.organisationId, role: "PARTY_REP" },
        parameter: "partnership.risk-acceptance.working-days",
      },
      at,
    );
    await writeStep(tx, partnership, {
      kind: "risk-file.asked",
      by: { actor, organisationId: by.organisationId },
      payload: { number, textSha256: file.textSha256, product: loss.productCode, run: loss.number },
      at,
    });
    return done({ dueOn });
  });
}

/**
 * The State body decides whether the loss of a risk that was sealed is accepted, with what it found of each criterion,
 * and what others learn from it. Where it is accepted, the State's part of the loss is final. Refuses: ABSENT;
 * NO_OPEN_FILE; NOT_THE_AUTHORITY, also to anybody with a role or a post in a member organisation; ACCEPTANCE_UNFOUNDED
 * (at `decision`) where a criterion is not met, or procedure, honesty or purpose is not found.
 */
export async function decideAcceptance(
  actor: Actor,
  code: string,
  { file: number, decision, ...found }: DecideInput,
  at = new Date(),
): Promise<Outcome<null>> {
  return inTransaction<null, string>(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    if (!partnership?.published) return refuse("ABSENT");
    const file = await fileOf(tx, partnership, number);
    const organisationId = file?.acceptance?.organisationId;
    if (!file || !organisationId || file.acceptance?.decision) return refuse("NO_OPEN_FILE");
    if (!mayDecideRisk(actor, organisationId, partnership.members)) return refuse("NOT_THE_AUTHORITY");
    if (decision === "ACCEPTED" && !mayBeAccepted(found, file.criteria))
      return refuse("ACCEPTANCE_UNFOUNDED", { field: "decision" });
    const by = { actor, organisationId };
    const criteriaMet = found.criteriaMet.filter((one) => one <= file.criteria);
    await tx.riskAcceptance.update({
      where: { fileId: file.id },
      data: { ...found, criteriaMet, decision, decidedById: actor.personId, post: postOf(by), decidedAt: at },
    });
    await closeObligation(tx, file.id, "RISK_ACCEPTANCE", decision.toLowerCase(), at);
    await writeStep(tx, partnership, {
      kind: decision === "ACCEPTED" ? "risk-file.accepted" : "risk-file.refused",
      by,
      isAuthority: true,
      payload: { number, textSha256: file.textSha256, criteria: file.criteria, ...found, criteriaMet },
      at,
    });
    return done(null);
  });
}

function fileOf(tx: Tx, { id: partnershipId }: LockedPartnership, number: number) {
  return tx.riskFile.findUnique({
    where: { partnershipId_number: { partnershipId, number } },
    select: {
      ...{ id: true, textSha256: true, criteria: true, sealedAt: true },
      acceptance: { select: { organisationId: true, decision: true } },
    },
  });
}
