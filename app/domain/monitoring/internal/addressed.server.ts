import type { Tx } from "#prisma/client.server.ts";
import type { Progress, RecommendationStatus } from "../recommendations/recommendation.ts";

export type LockedRecommendation = {
  id: string;
  code: string;
  findingId: string;
  addresseeId: string;
  status: RecommendationStatus;
  progress: Progress;
  escalatedAt: Date | null;
};

/** Locks a published recommendation until the transaction ends; null where there is none. */
export async function lockRecommendation(tx: Tx, code: string): Promise<LockedRecommendation | null> {
  const rows = await tx.$queryRaw<LockedRecommendation[]>`
    SELECT r.id::text, r.code, r.finding_id::text AS "findingId", r.addressee_id::text AS "addresseeId", r.status::text AS status, r.progress::text AS progress,
      r.escalated_at AS "escalatedAt"
    FROM recommendation r JOIN finding f ON f.id = r.finding_id
    WHERE r.code = ${code} AND f.state = 'PUBLISHED' FOR UPDATE OF r`;
  return rows[0] ?? null;
}
