import type { Tx } from "#prisma/client.server.ts";
import type { InitiativeState, Track } from "../initiative.ts";

/** What a command needs to know of the initiative it is about to move, while nobody else can move it. */
export type LockedInitiative = {
  id: string;
  code: string;
  state: InitiativeState;
  revision: number;
  track: Track;
  proposerId: string;
  screenedById: string | null;
  organisationId: string | null;
  provinceCode: string | null;
  language: string;
  submittedAt: Date | null;
  decidedAt: Date | null;
  /** from when on everybody reads its public parts */
  publicAt: Date | null;
  /** the proposer lets everybody read it from the completeness check on */
  opensEarly: boolean;
  /** the body to which it is assigned */
  ownerId: string | null;
  /** the newest frozen version, 0 before the first */
  versionNumber: number;
  returnedBefore: boolean;
  appealedBefore: boolean;
  /** who had a part before an appeal: none of them sits or leads after it */
  formerIds: readonly string[];
  /** how many decisions there are */
  decisions: number;
  /** the bodies whose open clock it is, by kind of obligation */
  inCharge: Readonly<Record<string, string | null>>;
  /** everybody who was named to evaluate it, in any round */
  evaluatorIds: readonly string[];
  authorIds: readonly string[];
};

/** Locks the row until the transaction ends; null when there is no such initiative. */
export async function lockInitiative(tx: Tx, code: string): Promise<LockedInitiative | null> {
  // A statement sees what was committed when it began: what hangs on the row is read by one that begins with the lock held.
  await tx.$queryRaw`SELECT 1 FROM initiative WHERE code = ${code} FOR UPDATE`;
  const rows = await tx.$queryRaw<LockedInitiative[]>`
    SELECT i.id::text, i.code, i.state::text AS state, i.revision, i.track::text AS track,
      i.proposer_id::text AS "proposerId", i.screened_by_id::text AS "screenedById",
      i.organisation_id::text AS "organisationId", i.province_code AS "provinceCode", i.language,
      i.submitted_at AS "submittedAt", i.decided_at AS "decidedAt", i.public_at AS "publicAt",
      i.opens_early AS "opensEarly",
      (SELECT m.owner_id::text FROM implementation m WHERE m.initiative_id = i.id) AS "ownerId",
      (SELECT coalesce(max(v.number), 0) FROM initiative_version v WHERE v.initiative_id = i.id)::int AS "versionNumber",
      (SELECT count(*) FROM decision d WHERE d.initiative_id = i.id)::int AS decisions,
      EXISTS (SELECT 1 FROM decision d WHERE d.initiative_id = i.id AND d.kind = 'RETURNED') AS "returnedBefore",
      EXISTS (SELECT 1 FROM appeal a WHERE a.initiative_id = i.id) AS "appealedBefore",
      former_ids(i.id) AS "formerIds",
      (SELECT coalesce(jsonb_object_agg(o.kind, o.debtor_organisation_id), '{}') FROM obligation o
        WHERE o.subject_id = i.id AND o.done_at IS NULL AND o.voided_at IS NULL) AS "inCharge",
      (SELECT coalesce(jsonb_agg(s.person_id), '[]') FROM evaluation e JOIN evaluation_seat s ON s.evaluation_id = e.id
        WHERE e.initiative_id = i.id) AS "evaluatorIds",
      (SELECT coalesce(jsonb_agg(a.person_id), '[]') FROM initiative_author a
        WHERE a.initiative_id = i.id AND a.confirmed_at IS NOT NULL) AS "authorIds"
    FROM initiative i WHERE i.code = ${code}`;
  return rows[0] ?? null;
}

/** The people who stand behind it: the proposer, and every author who confirmed. */
export async function authorsOf(tx: Tx, { id, proposerId }: LockedInitiative): Promise<string[]> {
  const rows = await tx.initiativeAuthor.findMany({
    where: { initiativeId: id, confirmedAt: { not: null }, personId: { not: null } },
    select: { personId: true },
  });
  return [...new Set([proposerId, ...rows.flatMap(({ personId }) => personId ?? [])])];
}
