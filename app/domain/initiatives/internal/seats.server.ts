import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { mayEvaluate } from "../initiative.policy.ts";
import type { LockedInitiative } from "./locked.server.ts";

export type SeatRefusal = "NOT_AN_EVALUATOR" | "NOT_INDEPENDENT" | "SAME_ORGANISATION";

type Candidate = { id: string; name: string | null; organisationId: string | null; shares: boolean };

/**
 * Seats people in an evaluation. Refuses NOT_AN_EVALUATOR (no such role now), NOT_INDEPENDENT (the proposer, the officer
 * who screened, the chair) and SAME_ORGANISATION (works where the proposer works, or in the applying body).
 * Source: docs/domain.md, "Separation of duties".
 */
export async function seatEvaluators(
  tx: Tx,
  initiative: LockedInitiative,
  evaluation: { id: string; chairId: string },
  personIds: readonly string[],
): Promise<Outcome<null, SeatRefusal>> {
  const at = { field: "evaluatorIds" };
  const candidates = await tx.$queryRaw<Candidate[]>`
    SELECT p.id::text AS id, p.name, min(g.organisation_id::text) AS "organisationId",
      EXISTS (
        SELECT 1 FROM affiliation theirs
        WHERE theirs.person_id = p.id AND theirs.to_on IS NULL AND (
          theirs.organisation_id = ${initiative.organisationId}::uuid
          OR theirs.organisation_id IN (
            SELECT own.organisation_id FROM affiliation own
            WHERE own.person_id = ${initiative.proposerId}::uuid AND own.to_on IS NULL
          )
        )
      ) AS shares
    FROM person p JOIN role_grant g ON g.person_id = p.id AND g.role = 'EVALUATOR' AND g.revoked_at IS NULL
    WHERE p.id = ANY(${[...personIds]}::uuid[]) AND p.disabled_at IS NULL
    GROUP BY p.id`;
  if (candidates.length !== new Set(personIds).size) return refuse("NOT_AN_EVALUATOR", at);
  for (const candidate of candidates) {
    const params = { params: { name: candidate.name ?? "" } };
    if (!mayEvaluate(candidate.id, initiative) || candidate.id === evaluation.chairId)
      return refuse("NOT_INDEPENDENT", { ...at, ...params });
    if (candidate.shares) return refuse("SAME_ORGANISATION", { ...at, ...params });
  }
  await tx.evaluationSeat.createMany({
    data: candidates.map(({ id, organisationId }) => ({ evaluationId: evaluation.id, personId: id, organisationId })),
    skipDuplicates: true,
  });
  return done(null);
}
