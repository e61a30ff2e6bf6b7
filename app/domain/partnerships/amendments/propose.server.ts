import type { Actor } from "#app/domain/accounts/actor.ts";
import { openObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { MOST_PERIODS } from "../agreements/share-cells.ts";
import { type SharePeriod, shareTableFaults, withEveryParty } from "../agreements/share-table.ts";
import { distributedUntil } from "../distributions/stored-runs.server.ts";
import {
  type LockedAgreement,
  type LockedMember,
  type LockedPartnership,
  lockedAgreement,
  lockPartnership,
} from "../internal/locked.server.ts";
import { currentSchedules, type RecordedSchedule } from "../internal/schedules.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { storeAmendment } from "../internal/signing/store-amendment.server.ts";
import { amender, handsOf } from "../partnership.policy.ts";
import { agreementTransition, standsStill } from "../partnership.ts";
import { amendedSchedules, sameShares } from "./amended-schedules.ts";

/** From which day on (it belongs to the change), why, and the shares of all three dimensions from that day on. */
export type AmendmentInput = { effectiveFrom: string; rationale: string; periods: readonly SharePeriod[] };

/**
 * Any member proposes a change of an agreement in force: a text of its own, which every member whose days it touches
 * owes a signature on. Until the last of them the former text stays in force. Returns the number and the text's SHA-256.
 * Refuses, and stores nothing: ABSENT; NOT_A_REPRESENTATIVE; STANDS_STILL while the partnership is suspended or ended; AMENDMENT_OPEN while another waits for signatures;
 * NOT_ALLOWED_FROM_STATE; TOO_MANY_PERIODS; OUTSIDE_THE_AGREEMENT and
 * BEFORE_LOCKED_DISTRIBUTION at `effectiveFrom`; NOTHING_CHANGED; and the first
 * fault of the table at its field. Source: docs/domain.md, I3 and I9.
 */
export async function proposeAmendment(
  actor: Actor,
  { code, productCode }: AgreementAddress,
  input: AmendmentInput,
  at = new Date(),
): Promise<Outcome<{ number: number; textSha256: string }>> {
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
    if (!agreement) return refuse("ABSENT");
    const member = amender(actor, partnership.members);
    if (!member) return refuse("NOT_A_REPRESENTATIVE");
    if (standsStill(partnership.state)) return refuse("STANDS_STILL");
    if (agreement.state === "AMENDING") return refuse("AMENDMENT_OPEN");
    const step = agreementTransition(agreement.state, "AMENDING", handsOf(actor, partnership.members));
    if (!step.ok) return step;
    const current = await currentSchedules(tx, agreement.id);
    const until = await distributedUntil(tx, agreement.id);
    if (until !== null && input.effectiveFrom < until)
      return refuse("BEFORE_LOCKED_DISTRIBUTION", { field: "effectiveFrom", params: { day: until } });
    const schedules = scheduled(partnership, agreement, current, input);
    if (!schedules.ok) return schedules;

    const { parties, number, textSha256 } = await storeAmendment(tx, {
      ...{ partnership, agreement, current, amended: schedules.value, by: { actor, member }, at },
      ...{ effectiveFrom: input.effectiveFrom, rationale: input.rationale },
    });
    await askForSignatures(tx, { partnership, agreement, proposer: member, parties, at });
    return done({ number, textSha256 });
  });
}

function scheduled(
  partnership: LockedPartnership,
  agreement: LockedAgreement,
  current: readonly RecordedSchedule[],
  { effectiveFrom, periods }: AmendmentInput,
): Outcome<RecordedSchedule[]> {
  if (periods.length > MOST_PERIODS) return refuse("TOO_MANY_PERIODS", { params: { max: MOST_PERIODS } });
  if (effectiveFrom < agreement.from || (agreement.to !== null && effectiveFrom >= agreement.to))
    return refuse("OUTSIDE_THE_AGREEMENT", { field: "effectiveFrom" });
  const facts = {
    agreement: { from: effectiveFrom, to: agreement.to },
    parties: partnership.members.filter(({ joined, to }) => joined && (to === null || to > effectiveFrom)),
  };
  const [fault] = shareTableFaults(periods, facts);
  if (fault) {
    const { field, totalPpm = 0, remainderPpm = 0 } = fault;
    return refuse(fault.code, { field, params: { total: totalPpm, remainder: remainderPpm } });
  }
  const amended = amendedSchedules(current, { agreement, effectiveFrom, periods: withEveryParty(periods, facts) });
  return sameShares(current, amended, effectiveFrom) ? refuse("NOTHING_CHANGED") : done(amended);
}

async function askForSignatures(
  tx: Tx,
  owed: {
    partnership: LockedPartnership;
    agreement: LockedAgreement;
    proposer: LockedMember;
    parties: ReadonlySet<string>;
    at: Date;
  },
) {
  const { partnership, agreement, proposer, parties, at } = owed;
  const signers = partnership.members.filter(({ id }) => parties.has(id));
  const other = signers.find(({ id }) => id !== proposer.id);
  for (const { id, organisationId } of signers) {
    const creditor = id === proposer.id ? other : proposer;
    await openObligation(
      tx,
      {
        subject: { type: "PARTNERSHIP", id: agreement.id, code: partnership.code },
        kind: "SIGNATURE",
        debtor: { organisationId, role: "PARTY_REP" },
        creditor: { organisationId: creditor?.organisationId ?? null, role: "PARTY_REP" },
        parameter: "partnership.signature.working-days",
      },
      at,
    );
  }
}
