import { tell } from "#app/domain/notices/tell.server.ts";
import type { Tx } from "#prisma/client.server.ts";

/** Tells a step to the followers of a partnership, and to everybody who speaks for one of its members. */
export async function tellMembers(
  tx: Tx,
  partnership: { id: string; code: string },
  kind: string,
  at: Date,
): Promise<void> {
  const speakers = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT g.person_id::text AS id FROM partnership_member m JOIN role_grant g ON g.organisation_id = m.organisation_id
    WHERE m.partnership_id = ${partnership.id}::uuid AND m.joined_at IS NOT NULL
      AND (m.valid_to IS NULL OR m.valid_to > day_in_vietnam(${at}::timestamptz))
      AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL`;
  const subject = { type: "PARTNERSHIP", code: partnership.code } as const;
  await tell(tx, { event: "partnership.step", subject, params: { kind }, to: speakers.map(({ id }) => id) }, at);
}
