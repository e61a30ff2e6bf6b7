import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { openObligation } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done } from "#app/platform/outcome.ts";
import { pool } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockChallenge } from "../internal/locked-challenge.server.ts";

/**
 * The clock's own act: a challenge closes on its day, and from then on its owner owes a statement. Run as often as one
 * likes. Returns the codes that closed. Source: docs/domain.md, "Challenges".
 */
export async function closeDueChallenges(at = new Date()): Promise<string[]> {
  const { rows } = await pool().query<{ code: string }>(
    "SELECT code FROM challenge WHERE state = 'OPEN' AND closes_on <= $1 ORDER BY closes_on LIMIT 500",
    [dayInVietnam(at)],
  );
  const closed: string[] = [];
  for (const { code } of rows) {
    const outcome = await inTransaction(async (tx) => {
      const challenge = await lockChallenge(tx, code);
      if (challenge?.state !== "OPEN") return done(false);
      const { id, ownerId } = challenge;
      await tx.challenge.update({ where: { id }, data: { state: "CLOSED", endedAt: at, updatedAt: at } });
      const debtor = { organisationId: ownerId, role: "PARTY_REP" } as const;
      const parameter = "challenge.answer.working-days";
      await openObligation(
        tx,
        { subject: { type: "CHALLENGE", id, code }, kind: "CHALLENGE_ANSWER", debtor, parameter },
        at,
      );
      const subject = { type: "CHALLENGE", code } as const;
      const who = { organisationId: null, post: "CLOCK" };
      await appendEntry(tx, { kind: "challenge.closed", subject, actor: who, payload: { state: "CLOSED" } }, at);
      await enqueue(tx, { topic: "search", payload: { type: "challenge", id } });
      return done(true);
    });
    if (outcome.ok && outcome.value) closed.push(code);
  }
  return closed;
}
