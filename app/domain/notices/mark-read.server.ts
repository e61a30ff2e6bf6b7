import type { Actor } from "#app/domain/accounts/actor.ts";
import { db } from "#prisma/client.server.ts";

/**
 * The actor has read their notices up to a number, of one subject where its code is given; what came after the page was
 * drawn stays unread. Other people's notices are out of reach. Returns how many became read.
 */
export async function markRead(
  actor: Actor,
  read: { upTo: bigint; code: string | null },
  at = new Date(),
): Promise<number> {
  const { count } = await db().notice.updateMany({
    where: {
      personId: actor.personId,
      readAt: null,
      id: { lte: read.upTo },
      ...(read.code ? { subjectCode: read.code } : {}),
    },
    data: { readAt: at },
  });
  return count;
}
