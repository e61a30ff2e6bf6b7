import { log } from "#app/platform/log.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { db } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { decidingRole } from "../initiative.policy.ts";
import { lockInitiative } from "../internal/locked.server.ts";
import { DECISION_KINDS } from "./decision.schema.ts";
import { takeDecisionStep } from "./internal/step.server.ts";

/**
 * Publishes every sealed decision whose moment has come: the state, the record and the clocks move now, and not before.
 * Two workers publish each once. Returns how many it published. Source: docs/domain.md, "Decision".
 */
export async function publishDecisions(at = new Date()): Promise<number> {
  const due = await db().decision.findMany({
    where: {
      ...{ publishedAt: null, publishAt: { lte: at } },
      initiative: { state: { in: ["EVALUATED", "SUBMITTED_TO_STEERING"] } },
    },
    select: { id: true, initiative: { select: { code: true } } },
    take: 200,
  });
  let published = 0;
  for (const { id, initiative } of due) {
    const outcome = await publishOne(id, initiative.code, at);
    if (outcome.ok && outcome.value) published += 1;
    if (!outcome.ok) log.warn({ code: initiative.code, refusal: outcome.code }, "a sealed decision was not published");
  }
  return published;
}

async function publishOne(id: string, code: string, at: Date): Promise<Outcome<boolean>> {
  return inTransaction<boolean, string>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative) return refuse("NOT_FOUND");
    const { count } = await tx.decision.updateMany({ where: { id, publishedAt: null }, data: { publishedAt: at } });
    if (count === 0) return done(false);
    const decision = await tx.decision.findUniqueOrThrow({ where: { id } });
    const kind = DECISION_KINDS.find((one) => one === decision.kind);
    if (!kind) return refuse("NOT_ALLOWED_FROM_STATE");
    const { decidedById: personId, organisationId } = decision;
    const who = { personId, organisationId, hand: decidingRole(initiative.track), at };
    const step = await takeDecisionStep(tx, initiative, { ...decision, kind }, who);
    return step.ok ? done(true) : step;
  });
}
