import { tell } from "#app/domain/notices/tell.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done } from "#app/platform/outcome.ts";
import { pool, type Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { type LockedInitiative, lockInitiative } from "../internal/locked.server.ts";
import { takeStep } from "../internal/take-step.server.ts";

/** Most that pass in one call; what is left passes at the next. */
const AT_ONCE = 500;

/**
 * The clock's own act: an initiative whose completeness check was not done by the last day passes it, on the track that
 * its proposer chose, and that stays on the record as the body's default. The check's clock is closed as what it is,
 * late and with the outcome DEFAULT; the proposer and the heads of the body are told. Each initiative in a transaction
 * of its own, and one that somebody else is at is left alone, so that any number of workers may call it at any time.
 * Returns the codes that passed. Source: docs/domain.md, "Initiatives".
 */
export async function screenByDefault(at = new Date()): Promise<string[]> {
  const today = dayInVietnam(at);
  const { rows } = await pool().query<{ code: string }>(
    `SELECT i.code FROM obligation o JOIN initiative i ON i.id = o.subject_id
      WHERE o.kind = 'INTAKE_CHECK' AND o.done_at IS NULL AND o.voided_at IS NULL AND o.due_on < $1
        AND i.state = 'SUBMITTED' ORDER BY o.due_on, o.opened_at LIMIT $2`,
    [today, AT_ONCE],
  );
  const passed: string[] = [];
  for (const { code } of rows) if (await pass(code, today, at)) passed.push(code);
  return passed;
}

async function pass(code: string, today: string, at: Date): Promise<boolean> {
  const outcome = await inTransaction(async (tx) => {
    // the officer who is just at it, or another worker, comes first
    const free = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM initiative i JOIN obligation o ON o.subject_id = i.id
      WHERE i.code = ${code} AND i.state = 'SUBMITTED' AND o.kind = 'INTAKE_CHECK' AND o.done_at IS NULL
        AND o.voided_at IS NULL AND o.due_on < ${today}::date FOR UPDATE SKIP LOCKED`;
    const initiative = free.length > 0 ? await lockInitiative(tx, code) : null;
    if (!initiative) return done(false);
    const body = initiative.inCharge["INTAKE_CHECK"] ?? null;
    const step = await takeStep(tx, initiative, {
      to: "SCREENED",
      hand: "CLOCK",
      personId: null,
      organisationId: body,
      at,
      byDefault: true,
    });
    if (!step.ok) return step;
    await tellHeads(tx, initiative, body, at);
    return done(true);
  });
  return outcome.ok && outcome.value;
}

/** The heads of the body that let its limit pass; those of every body where the clock named none. */
async function tellHeads(tx: Tx, { code }: LockedInitiative, body: string | null, at: Date): Promise<void> {
  const heads = await tx.roleGrant.findMany({
    where: { role: "INTAKE_HEAD", revokedAt: null, ...(body ? { organisationId: body } : {}) },
    distinct: ["personId"],
    select: { personId: true },
  });
  const subject = { type: "INITIATIVE", code } as const;
  const to = heads.map(({ personId }) => personId);
  await tell(tx, { event: "initiative.defaulted", subject, to, followers: false }, at);
}
