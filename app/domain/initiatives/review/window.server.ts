import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { firstDueOn } from "#app/domain/obligations/obligation.ts";
import type { Tx } from "#prisma/client.server.ts";

export type ReplyWindow = { evaluationId: string; until: string; replied: boolean; isOpen: boolean };

/**
 * Until when the author of an evaluated initiative may take the decision's time to reply ('YYYY-MM-DD', that day
 * included): so many working days after the last round was closed. `isOpen` is false once there is a reply or a waiver,
 * or the days are over. Null without a closed round. Source: docs/domain.md, "Scoring"; initiative.author-reply.working-days.
 */
export async function replyWindow(tx: Tx, initiativeId: string, at: Date): Promise<ReplyWindow | null> {
  const last = await tx.evaluation.findFirst({
    where: { initiativeId, kind: { not: "APPEAL" }, closedAt: { not: null } },
    orderBy: { round: "desc" },
    select: { id: true, closedAt: true },
  });
  if (!last?.closedAt) return null;
  const closedOn = dayInVietnam(last.closedAt);
  const days = Number(await parameterOn("initiative.author-reply.working-days", closedOn, tx));
  const until = firstDueOn(closedOn, days, await loadCalendar(tx));
  const replied = (await tx.authorReply.count({ where: { evaluationId: last.id } })) > 0;
  return { evaluationId: last.id, until, replied, isOpen: !replied && dayInVietnam(at) <= until };
}
