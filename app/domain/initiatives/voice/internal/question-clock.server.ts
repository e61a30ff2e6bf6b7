import type { Role } from "#app/domain/accounts/actor.ts";
import { openObligation } from "#app/domain/obligations/write.server.ts";
import type { Tx } from "#prisma/client.server.ts";

type Debtor = { organisationId: string | null; personId?: string; role: Role | "PROPOSER" };
type Question = {
  id: string;
  initiativeId: string;
  initiativeCode: string;
  proposerId: string;
  provinceCode: string | null;
  addressee: "PROPOSER" | "BODY" | null;
};

/**
 * Opens the clock of a question: the proposer owes the answer, or the body whose turn it is with the initiative; once no
 * clock runs on it, intake does. Returns the due date ('YYYY-MM-DD') and the people who may answer.
 */
export async function openQuestionClock(
  tx: Tx,
  question: Question,
  at: Date,
): Promise<{ dueOn: string; people: string[] }> {
  const debtor: Debtor =
    question.addressee === "PROPOSER"
      ? { organisationId: null, personId: question.proposerId, role: "PROPOSER" }
      : await bodyInCharge(tx, question);
  const subject = { type: "COMMENT", id: question.id, code: question.initiativeCode } as const;
  const parameter = "initiative.question-answer.working-days";
  const dueOn = await openObligation(tx, { subject, kind: "QUESTION_ANSWER", debtor, parameter }, at);
  return { dueOn, people: await peopleOf(tx, question.initiativeId, debtor) };
}

async function bodyInCharge(tx: Tx, question: Question): Promise<Debtor> {
  const rows = await tx.$queryRaw<{ organisationId: string; role: Role }[]>`
    SELECT o.debtor_organisation_id::text AS "organisationId", o.debtor_role AS role FROM obligation o
    WHERE o.subject_id = ${question.initiativeId}::uuid AND o.debtor_organisation_id IS NOT NULL
      AND o.done_at IS NULL AND o.voided_at IS NULL
    ORDER BY o.opened_at DESC LIMIT 1`;
  if (rows[0]) return rows[0];
  const intake = await postFor(tx, question, "INTAKE", null);
  return { organisationId: intake, role: "INTAKE" };
}

/**
 * The body that holds a role and worked on this initiative before, else one of its province, else the one that has held
 * it longest; `not` is left out. Null where nobody holds it.
 */
export async function postFor(
  tx: Tx,
  question: Pick<Question, "initiativeId" | "provinceCode">,
  role: Role,
  not: string | null,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.id::text AS id
    FROM organisation o JOIN role_grant g ON g.organisation_id = o.id AND g.revoked_at IS NULL AND g.role = ${role}::"Role"
    WHERE o.id IS DISTINCT FROM ${not}::uuid
    GROUP BY o.id
    ORDER BY EXISTS (
        SELECT 1 FROM obligation b
        WHERE b.subject_id = ${question.initiativeId}::uuid AND b.debtor_organisation_id = o.id
      ) DESC,
      coalesce(o.province_code = ${question.provinceCode}, false) DESC, min(g.granted_at), o.id
    LIMIT 1`;
  return rows[0]?.id ?? null;
}

/** The authors, or the holders of the post. */
export async function peopleOf(tx: Tx, initiativeId: string, debtor: Debtor): Promise<string[]> {
  if (debtor.role === "PROPOSER") {
    const authors = await tx.$queryRaw<{ id: string }[]>`
      SELECT i.proposer_id::text AS id FROM initiative i WHERE i.id = ${initiativeId}::uuid
      UNION SELECT a.person_id::text FROM initiative_author a
        WHERE a.initiative_id = ${initiativeId}::uuid AND a.person_id IS NOT NULL AND a.declined_at IS NULL`;
    return authors.map(({ id }) => id);
  }
  if (debtor.organisationId === null) return [];
  const holders = await tx.roleGrant.findMany({
    where: { role: debtor.role, organisationId: debtor.organisationId, revokedAt: null },
    select: { personId: true },
  });
  return holders.map(({ personId }) => personId);
}
