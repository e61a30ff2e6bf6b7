import type { SubjectType } from "#app/domain/obligations/board.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { AnsweringPost, ExtensionFacts } from "../extension.ts";

/** What a command needs to know of the clock that it is about to move. Days are 'YYYY-MM-DD'. */
export type LockedObligation = ExtensionFacts & {
  id: string;
  subjectType: SubjectType;
  subjectCode: string;
  originalDueOn: string;
  dueOn: string;
  ended: boolean;
  standing: boolean;
  open: { id: string; untilOn: string; requestedById: string } | null;
};

/** Locks the obligation until the transaction ends, then reads it; null when there is none. */
export async function lockObligation(tx: Tx, id: string): Promise<LockedObligation | null> {
  // A statement that waits for a lock reads other tables as they were before the wait: so two statements.
  await tx.$queryRaw`SELECT 1 FROM obligation WHERE id = ${id}::uuid FOR UPDATE`;
  const rows = await tx.$queryRaw<LockedObligation[]>`
    SELECT o.id::text, o.kind, o.subject_type::text AS "subjectType", o.subject_code AS "subjectCode",
      o.original_due_on::text AS "originalDueOn", o.due_on::text AS "dueOn",
      num_nonnulls(o.done_at, o.voided_at) > 0 AS ended,
      json_build_object('role', o.debtor_role, 'organisationId', o.debtor_organisation_id, 'personId', o.debtor_person_id) AS debtor,
      json_build_object('role', o.creditor_role, 'organisationId', o.creditor_organisation_id, 'personId', o.creditor_person_id) AS creditor,
      EXISTS (SELECT 1 FROM obligation_pause p WHERE p.obligation_id = o.id AND p.to_at IS NULL) AS standing,
      (SELECT json_build_object('id', e.id, 'untilOn', e.until_on, 'requestedById', e.requested_by_id)
        FROM obligation_extension e WHERE e.obligation_id = o.id AND e.answered_at IS NULL) AS open
    FROM obligation o WHERE o.id = ${id}::uuid`;
  return rows[0] ?? null;
}

/** The people who hold one of the posts now, 50 at most. */
export async function holdersOf(tx: Tx, posts: readonly AnsweringPost[]): Promise<string[]> {
  const grants = await tx.roleGrant.findMany({
    where: {
      revokedAt: null,
      OR: posts.map(({ role, organisationId }) => ({ role, ...(organisationId ? { organisationId } : {}) })),
    },
    distinct: ["personId"],
    select: { personId: true },
    take: 50,
  });
  return posts.length === 0 ? [] : grants.map(({ personId }) => personId);
}

/** The subject of the obligation, as the record and the notices name it. */
export function subjectOf({ subjectType, subjectCode }: LockedObligation) {
  return { type: subjectType, code: subjectCode };
}
