import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import type { Subject } from "../subject.ts";
import { isKnownTo } from "./queries.server.ts";

/**
 * The actor hears of what happens to a subject from now on. Following twice, or a hundred times at once, is following
 * once. Refuses NOT_FOUND: nothing of that code that this person could read about.
 * Source: docs/domain.md, "Notices".
 */
export async function follow(actor: Actor, subject: Subject, at = new Date()): Promise<Outcome<Subject, "NOT_FOUND">> {
  if (!(await isKnownTo(actor.personId, subject))) return refuse("NOT_FOUND");
  return inTransaction(async (tx) => {
    await followFor(tx, actor.personId, subject, at);
    return done(subject);
  });
}

/** The actor hears no more of it. Nothing to refuse: whoever does not follow it stays so. */
export async function unfollow(actor: Actor, subject: Subject): Promise<Outcome<Subject, never>> {
  return inTransaction(async (tx) => {
    const { type, code } = subject;
    await tx.follow.deleteMany({ where: { personId: actor.personId, subjectType: type, subjectCode: code } });
    return done(subject);
  });
}

/**
 * Lets a person follow a subject in the caller's transaction, because of what they did: proposers and co-authors their
 * initiative, supporters what they support. Harmless where they follow it already.
 */
export async function followFor(tx: Tx, personId: string, subject: Subject, at = new Date()): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO follow (person_id, subject_type, subject_code, since)
    VALUES (${personId}::uuid, ${subject.type}::"SubjectType", ${subject.code}, ${at})
    ON CONFLICT DO NOTHING`;
}

/** Lets the proposer of an initiative and every co-author who confirmed follow it, in the caller's transaction. */
export async function followByAuthors(tx: Tx, initiativeCode: string, at = new Date()): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO follow (person_id, subject_type, subject_code, since)
    SELECT DISTINCT who.person_id, 'INITIATIVE'::"SubjectType", i.code, ${at}::timestamptz
    FROM initiative i CROSS JOIN LATERAL (
      SELECT i.proposer_id AS person_id
      UNION SELECT a.person_id FROM initiative_author a
      WHERE a.initiative_id = i.id AND a.confirmed_at IS NOT NULL AND a.person_id IS NOT NULL
    ) AS who
    WHERE i.code = ${initiativeCode}
    ON CONFLICT DO NOTHING`;
}
