import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { InitiativeState } from "../../initiative.ts";

/** What a voice needs to know of its initiative, while nobody can move or edit it. */
export type Voiced = {
  id: string;
  code: string;
  state: InitiativeState;
  publicAt: Date | null;
  proposerId: string;
  provinceCode: string | null;
  isAuthor: boolean;
  /** the newest version */
  version: number;
};

/** Holds the initiative still for the transaction, without standing in the way of other voices. */
export async function holdVoiced(tx: Tx, actor: Actor, code: string): Promise<Voiced | null> {
  // Held first and read then: of an edit that is just ending, the new version is seen.
  await tx.$queryRaw`SELECT 1 FROM initiative WHERE code = ${code} FOR SHARE`;
  const rows = await tx.$queryRaw<Voiced[]>`
    SELECT i.id::text, i.code, i.state::text AS state, i.public_at AS "publicAt", i.proposer_id::text AS "proposerId",
      i.province_code AS "provinceCode", is_author(i.id, ${actor.personId}::uuid) AS "isAuthor",
      (SELECT coalesce(max(v.number), 0) FROM initiative_version v WHERE v.initiative_id = i.id)::int AS version
    FROM initiative i WHERE i.code = ${code}`;
  return rows[0] ?? null;
}

/** A comment and its open question clock, locked until the transaction ends. */
export type LockedComment = {
  id: string;
  code: string;
  initiativeId: string;
  initiativeCode: string;
  state: InitiativeState;
  publicAt: Date | null;
  proposerId: string;
  provinceCode: string | null;
  askedById: string;
  stance: "FOR" | "AGAINST" | "QUESTION";
  addressee: "PROPOSER" | "BODY" | null;
  withdrawnAt: Date | null;
  isHidden: boolean;
  isAnswered: boolean;
  /** whether the actor is an author of the initiative */
  isAuthor: boolean;
  debtorRole: string | null;
  debtorOrganisationId: string | null;
};

export async function lockComment(tx: Tx, actor: Actor, code: string): Promise<LockedComment | null> {
  // Locked first and read then: of an answer or a hiding that is just ending, the end is seen.
  await tx.$queryRaw`SELECT 1 FROM comment WHERE code = ${code} FOR UPDATE`;
  const rows = await tx.$queryRaw<LockedComment[]>`
    SELECT c.id::text, c.code, c.initiative_id::text AS "initiativeId", i.code AS "initiativeCode",
      i.state::text AS state, i.public_at AS "publicAt", i.proposer_id::text AS "proposerId",
      i.province_code AS "provinceCode", c.person_id::text AS "askedById", c.stance::text AS stance,
      c.addressee::text AS addressee, c.withdrawn_at AS "withdrawnAt", comment_is_hidden(c.id) AS "isHidden",
      EXISTS (SELECT 1 FROM answer a WHERE a.comment_id = c.id) AS "isAnswered",
      is_author(i.id, ${actor.personId}::uuid) AS "isAuthor",
      o.debtor_role AS "debtorRole", o.debtor_organisation_id::text AS "debtorOrganisationId"
    FROM comment c JOIN initiative i ON i.id = c.initiative_id
      LEFT JOIN obligation o ON o.subject_id = c.id AND o.kind = 'QUESTION_ANSWER'
        AND o.done_at IS NULL AND o.voided_at IS NULL
    WHERE c.code = ${code}`;
  return rows[0] ?? null;
}
