import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { closeObligation, openObligation } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { asWorker, type WorkerRefusal } from "../internal/as-worker.server.ts";
import type { LockedInitiative } from "../internal/locked.server.ts";
import { mayReport, ownerRole } from "./implementation.policy.ts";
import type { reportSchema } from "./implementation.schema.ts";
import { WHOLE_PERCENT } from "./implementation.ts";

type ReportRefusal = WorkerRefusal | "ALREADY_WHOLE" | "REPORT_WITHOUT_EVIDENCE";

/**
 * The owner body reports how far the work is. Reports are added, never changed, and everybody reads them. The report of
 * the whole work needs evidence, meets the owner's clock and starts that of a verifier of another body. Returns whose turn
 * it is then: the day by which ('YYYY-MM-DD'), or null. Refuses ALREADY_WHOLE (the last report was given),
 * REPORT_WITHOUT_EVIDENCE at `evidence`, and what `asWorker` refuses. Source: docs/domain.md, "After acceptance".
 */
export async function report(
  actor: Actor,
  code: string,
  input: z.output<typeof reportSchema>,
  at = new Date(),
): Promise<Outcome<{ dueOn: string | null }, ReportRefusal>> {
  return asWorker<{ dueOn: string | null }, ReportRefusal>(
    code,
    { state: "IN_IMPLEMENTATION" },
    (initiative) => {
      const hand = mayReport(actor, initiative) ? ownerRole(actor, initiative.ownerId) : null;
      return hand && initiative.ownerId ? { hand, organisationId: initiative.ownerId } : null;
    },
    async (tx, initiative, { hand, organisationId }) => {
      const { id: initiativeId, proposerId } = initiative;
      const last = await tx.implementationReport.findFirst({ where: { initiativeId }, orderBy: { id: "desc" } });
      if (last?.percent === WHOLE_PERCENT) return refuse("ALREADY_WHOLE");
      const isWhole = input.percent === WHOLE_PERCENT;
      if (isWhole && input.evidence === "") return refuse("REPORT_WITHOUT_EVIDENCE", { field: "evidence" });
      const { personId } = actor;
      await tx.implementationReport.create({ data: { ...input, initiativeId, personId, organisationId, at } });
      const dueOn = isWhole ? await turnToVerifier(tx, initiative, at) : null;
      const subject = { type: "INITIATIVE", code } as const;
      const entry = {
        kind: "initiative.report",
        subject,
        actor: { organisationId, post: hand },
        payload: { ...input },
      };
      await appendEntry(tx, entry, at);
      const params = { percent: input.percent };
      await tell(tx, { event: "initiative.implementation", subject, params, to: [proposerId], by: personId }, at);
      return done({ dueOn });
    },
  );
}

/** The owner has done what was agreed; a body that holds the role of verifier, and is not the owner, has to look at it. */
async function turnToVerifier(tx: Tx, initiative: LockedInitiative, at: Date): Promise<string> {
  const { id, code, ownerId } = initiative;
  await closeObligation(tx, id, "IMPLEMENTATION", "REPORTED", at);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT g.organisation_id::text AS id FROM role_grant g
    WHERE g.role = 'VERIFIER' AND g.revoked_at IS NULL AND g.organisation_id <> ${ownerId}::uuid
    GROUP BY g.organisation_id ORDER BY min(g.granted_at), g.organisation_id LIMIT 1`;
  const debtor = { organisationId: rows[0]?.id ?? null, role: "VERIFIER" } as const;
  const parameter = "initiative.implementation-check.working-days";
  const subject = { type: "INITIATIVE", id, code } as const;
  return openObligation(tx, { subject, kind: "IMPLEMENTATION_CHECK", debtor, parameter }, at);
}
