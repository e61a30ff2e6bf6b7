import { confirmPassword } from "#app/domain/accounts/access/confirm-password.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { type LockedPartnership, lockPartnership } from "../internal/locked.server.ts";
import { postOf, writeStep } from "../internal/public-step.server.ts";
import { partnershipTransition } from "../partnership.ts";
import { closingFund, mayAuditClosing } from "./closing.policy.ts";
import type { ClosingHandInput } from "./closing.schema.ts";
import { accountOf } from "./internal/account.server.ts";
import { closingText, payersOf } from "./internal/closing-facts.server.ts";
import { stillOpen } from "./reconciliation.ts";

/**
 * An auditor who is of no party confirms, with the password, to have seen the account of a hash.
 * Refuses: PASSWORD_WRONG; TOO_MANY; ABSENT; NOT_THE_AUDITOR; NO_ACCOUNT; ACCOUNT_CHANGED; ALREADY_SEEN.
 * Source: docs/domain.md, "Closing".
 */
export async function seeAccount(
  actor: Actor,
  code: string,
  { textSha256, password }: ClosingHandInput,
  at = new Date(),
): Promise<Outcome<null>> {
  const confirmed = await confirmPassword(actor, password);
  if (!confirmed.ok) return confirmed;
  return inTransaction<null, string>(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    if (!partnership?.published) return refuse("ABSENT");
    if (!mayAuditClosing(actor, partnership.members)) return refuse("NOT_THE_AUDITOR");
    const drawn = await drawnOf(tx, partnership);
    if (!drawn) return refuse("NO_ACCOUNT");
    if (drawn.textSha256 !== textSha256 || !(await isCurrent(tx, partnership, drawn))) return refuse("ACCOUNT_CHANGED");
    if (drawn.seenAt) return refuse("ALREADY_SEEN");
    const by = { actor, organisationId: null, role: "AUDITOR" as const };
    await tx.partnershipClosing.update({
      where: { id: drawn.id },
      data: { seenById: actor.personId, seenPost: postOf(by), seenAt: at },
    });
    await closeObligation(tx, drawn.id, "CLOSING_REVIEW", "seen", at);
    const payload = { closing: drawn.number, textSha256 };
    await writeStep(tx, partnership, { kind: "partnership.account-seen", by, payload, at, isAuthority: true });
    return done(null);
  });
}

/**
 * The fund closes a partnership on the account that an auditor has seen, confirmed with the password; what was promised
 * and lapses is owed no more. Refuses: PASSWORD_WRONG; TOO_MANY; ABSENT; NOT_THE_FUND; NO_ACCOUNT; NOT_SEEN_YET;
 * ACCOUNT_CHANGED where the ledger says something else by now; STILL_OPEN. Source: docs/domain.md, "Closing".
 */
export async function closePartnership(
  actor: Actor,
  code: string,
  { textSha256, password }: ClosingHandInput,
  at = new Date(),
): Promise<Outcome<null>> {
  const confirmed = await confirmPassword(actor, password);
  if (!confirmed.ok) return confirmed;
  return inTransaction<null, string>(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    if (!partnership?.published) return refuse("ABSENT");
    const { id, members, state } = partnership;
    const fund = closingFund(actor, members, await payersOf(tx, id));
    if (!fund) return refuse("NOT_THE_FUND");
    const drawn = await drawnOf(tx, partnership);
    if (!drawn || !partnershipTransition(state, "CLOSED", ["FUND"]).ok) return refuse("NO_ACCOUNT");
    if (stillOpen(state, await accountOf(tx, code)).length > 0) return refuse("STILL_OPEN", { params: { count: 1 } });
    if (drawn.textSha256 !== textSha256 || !(await isCurrent(tx, partnership, drawn))) return refuse("ACCOUNT_CHANGED");
    if (!drawn.seenAt) return refuse("NOT_SEEN_YET");
    await tx.partnershipClosing.update({ where: { id: drawn.id }, data: { state: "CLOSED", endedAt: at } });
    await tx.partnership.update({
      where: { id },
      data: { state: "CLOSED", updatedAt: at, revision: { increment: 1 } },
    });
    await tx.obligation.updateMany({
      where: { subjectType: "PARTNERSHIP", subjectCode: code, doneAt: null, voidedAt: null },
      data: { voidedAt: at },
    });
    const by = { actor, organisationId: fund, role: "FUND" as const };
    const payload = { state: "CLOSED", closing: drawn.number, textSha256, account: JSON.parse(drawn.text) };
    await writeStep(tx, partnership, { kind: "partnership.closed", by, payload, at, isAuthority: true });
    return done(null);
  });
}

function drawnOf(tx: Tx, { id }: LockedPartnership) {
  return tx.partnershipClosing.findFirst({ where: { partnershipId: id, state: "DRAWN" } });
}
type Drawn = NonNullable<Awaited<ReturnType<typeof drawnOf>>>;

/** Whether the ledger still says what the account says. */
async function isCurrent(tx: Tx, partnership: LockedPartnership, drawn: Drawn): Promise<boolean> {
  const { number, lapseReason } = drawn;
  const profitTailUntil = drawn.profitTailUntil?.toISOString().slice(0, 10) ?? null;
  const account = await accountOf(tx, partnership.code);
  return sha256(closingText(partnership, { number, account, profitTailUntil, lapseReason })) === drawn.textSha256;
}
