import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { openObligation, voidObligationsOf } from "#app/domain/obligations/write.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockPartnership } from "../internal/locked.server.ts";
import { postOf, writeStep } from "../internal/public-step.server.ts";
import { partnershipTransition } from "../partnership.ts";
import { closingFund } from "./closing.policy.ts";
import type { DrawUpInput } from "./closing.schema.ts";
import { accountOf } from "./internal/account.server.ts";
import { closingText, payersOf } from "./internal/closing-facts.server.ts";
import { lapses, stillOpen } from "./reconciliation.ts";

const LEAST_REASON = 20;

/**
 * A fund draws up the final account of a partnership that ended, computed from its ledger to the đồng; an auditor is
 * asked to see it. One that was drawn up before and not closed falls. Returns the hash of its text.
 * Refuses: ABSENT; NOT_THE_FUND; NOT_ALLOWED_FROM_STATE; STILL_OPEN (with how many things); LAPSE_REASON_MISSING at
 * `lapseReason`; PROFIT_TAIL_PAST at `profitTailUntil`. Source: docs/domain.md, "Closing".
 */
export async function drawUp(
  actor: Actor,
  code: string,
  { profitTailUntil, lapseReason }: DrawUpInput,
  at = new Date(),
): Promise<Outcome<{ textSha256: string }>> {
  return inTransaction<{ textSha256: string }, string>(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    if (!partnership?.published) return refuse("ABSENT");
    const { id: partnershipId, members, state } = partnership;
    const fund = closingFund(actor, members, await payersOf(tx, partnershipId));
    if (!fund) return refuse("NOT_THE_FUND");
    if (!partnershipTransition(state, "CLOSED", ["FUND"]).ok) return refuse("NOT_ALLOWED_FROM_STATE");
    const account = await accountOf(tx, code);
    const open = stillOpen(state, account);
    if (open.length > 0)
      return refuse("STILL_OPEN", { params: { count: open.reduce((sum, { count }) => sum + count, 0) } });
    if (lapses(state, account).length > 0 && lapseReason.length < LEAST_REASON)
      return refuse("LAPSE_REASON_MISSING", { field: "lapseReason", params: { min: LEAST_REASON } });
    if (profitTailUntil !== null && profitTailUntil <= dayInVietnam(at))
      return refuse("PROFIT_TAIL_PAST", { field: "profitTailUntil" });

    const before = await tx.partnershipClosing.findMany({
      where: { partnershipId },
      select: { id: true, state: true },
    });
    for (const { id } of before.filter((one) => one.state === "DRAWN")) {
      await tx.partnershipClosing.update({ where: { id }, data: { state: "WITHDRAWN", endedAt: at } });
      await voidObligationsOf(tx, id, "CLOSING_REVIEW", at);
    }
    const number = before.length + 1;
    const text = closingText(partnership, { number, account, profitTailUntil, lapseReason: lapseReason || null });
    const by = { actor, organisationId: fund, role: "FUND" as const };
    const { id, textSha256 } = await tx.partnershipClosing.create({
      data: {
        ...{ partnershipId, number, text, textSha256: sha256(text), lapseReason: lapseReason || null },
        profitTailUntil: profitTailUntil === null ? null : new Date(`${profitTailUntil}T00:00:00Z`),
        ...{ organisationId: fund, drawnById: actor.personId, drawnPost: postOf(by), drawnAt: at },
      },
    });
    await openObligation(
      tx,
      {
        subject: { type: "PARTNERSHIP", id, code },
        kind: "CLOSING_REVIEW",
        debtor: { organisationId: null, role: "AUDITOR" },
        creditor: { organisationId: fund, role: "FUND" },
        parameter: "partnership.closing-review.working-days",
      },
      at,
    );
    const payload = { closing: number, textSha256, ...(profitTailUntil ? { profitTailUntil } : {}) };
    await writeStep(tx, partnership, { kind: "partnership.account", by, payload, at, isAuthority: true });
    return done({ textSha256 });
  });
}
