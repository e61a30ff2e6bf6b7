import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import {
  type LockedAgreement,
  type LockedPartnership,
  lockedAgreement,
  lockPartnership,
} from "../internal/locked.server.ts";
import { insertSchedules } from "../internal/schedules.server.ts";
import { mayLead } from "../partnership.policy.ts";
import { SHARE_DIMENSIONS } from "../share-schedule.ts";
import { MOST_PERIODS } from "./share-cells.ts";
import {
  type SharePeriod,
  type ShareTableFacts,
  schedulesOf,
  shareTableFaults,
  withEveryParty,
} from "./share-table.ts";

/**
 * Records the shares of an agreement that is still negotiated: all three dimensions and all periods at once, in the
 * place of what stood there. `party` of a line is the id of a member that joined; a member without a line gets 0.
 * Refuses, and stores nothing: ABSENT; NOT_THE_LEAD; SHARES_ARE_AGREED; TOO_MANY_PERIODS; and the first fault of the
 * table at its field (SUM_NOT_100 with `total` and `remainder` in ppm, PARTY_UNKNOWN, PARTY_NOT_ACTIVE, EMPTY_PERIOD,
 * GAP, OVERLAP, DUPLICATE_PARTY, NEGATIVE_SHARE, SHARE_NOT_WHOLE). Source: docs/domain.md, I1 and I2.
 */
export async function recordShares(
  actor: Actor,
  code: string,
  productCode: string,
  periods: readonly SharePeriod[],
): Promise<Outcome<{ schedules: number }>> {
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
    if (!agreement) return refuse("ABSENT");
    if (!mayLead(actor, partnership.members)) return refuse("NOT_THE_LEAD");
    if (agreement.state !== "NEGOTIATION") return refuse("SHARES_ARE_AGREED");
    if (periods.length > MOST_PERIODS) return refuse("TOO_MANY_PERIODS", { params: { max: MOST_PERIODS } });
    const facts = factsOf(partnership, agreement);
    const [fault] = shareTableFaults(periods, facts);
    if (fault) {
      const { field, totalPpm = 0, remainderPpm = 0 } = fault;
      return refuse(fault.code, { field, params: { total: totalPpm, remainder: remainderPpm } });
    }
    return done({ schedules: await replaceSchedules(tx, agreement, withEveryParty(periods, facts)) });
  });
}

function factsOf(partnership: LockedPartnership, agreement: LockedAgreement): ShareTableFacts {
  return { agreement, parties: partnership.members.filter(({ joined }) => joined) };
}

async function replaceSchedules(tx: Tx, agreement: LockedAgreement, periods: readonly SharePeriod[]): Promise<number> {
  await tx.shareLine.deleteMany({ where: { schedule: { agreementId: agreement.id } } });
  await tx.shareSchedule.deleteMany({ where: { agreementId: agreement.id } });
  const schedules = SHARE_DIMENSIONS.flatMap((dimension) =>
    schedulesOf(periods, dimension, agreement).map((schedule) => ({ dimension, ...schedule })),
  );
  await insertSchedules(tx, agreement.id, schedules);
  return schedules.length;
}
