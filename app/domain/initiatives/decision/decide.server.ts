import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { db } from "#prisma/client.server.ts";
import { decidingRole, mayDecide } from "../initiative.policy.ts";
import { asOfficer, type OfficerRefusal } from "../internal/as-officer.server.ts";
import { replyWindow } from "../review/window.server.ts";
import type { decisionSchema } from "./decision.schema.ts";
import { sealDecision, takeDecisionStep } from "./internal/step.server.ts";

type Input = z.output<typeof decisionSchema> & { publishAt?: Date | null };
export type DecideRefusal = "AUTHOR_MAY_REPLY" | "ALREADY_DECIDED" | "PUBLISH_IN_PAST" | "RETURN_IS_TOLD_AT_ONCE";

/**
 * Accepts, rejects, or sends back to evaluation once, with a written reason: the head of intake on ORDINARY, the
 * steering body on BREAKTHROUGH, never the proposer, the officer who screened, or an evaluator. An acceptance or a
 * rejection makes content, decision and reason public; the reason of a return stays with the people concerned, and the
 * record keeps its hash. With `publishAt` an acceptance or rejection stays sealed until then: the record holds its hash
 * alone, and the clock publishes it. Refuses ALREADY_DECIDED (a sealed one waits), PUBLISH_IN_PAST,
 * RETURN_IS_TOLD_AT_ONCE, AUTHOR_MAY_REPLY (the days in which the author may answer the council are not over) and
 * what `asOfficer` refuses, ALREADY_RETURNED among it.
 * Source: docs/domain.md, "Initiatives", "Separation of duties"; Decision 2266/QĐ-TTg.
 */
export async function decide(
  actor: Actor,
  code: string,
  input: Input,
  at = new Date(),
): Promise<Outcome<{ dueOn: string | null }, OfficerRefusal | DecideRefusal>> {
  const role = await roleFor(code);
  if (!role) return refuse("NOT_FOUND");
  const officer = { role, to: input.kind, may: mayDecide } as const;
  return asOfficer(actor, code, officer, at, async (tx, initiative, who) => {
    if (!who.organisationId) return refuse("NOT_YOUR_CASE");
    const window = await replyWindow(tx, initiative.id, at);
    if (window?.isOpen)
      return refuse("AUTHOR_MAY_REPLY", { params: { date: window.until.split("-").reverse().join("/") } });
    if ((await tx.decision.count({ where: { initiativeId: initiative.id, publishedAt: null } })) > 0)
      return refuse("ALREADY_DECIDED");
    const { kind, reason, language, publishAt = null } = input;
    if (publishAt && (publishAt <= at || kind === "RETURNED"))
      return refuse(kind === "RETURNED" ? "RETURN_IS_TOLD_AT_ONCE" : "PUBLISH_IN_PAST", { field: "publishOn" });
    const decision = await tx.decision.create({
      data: {
        ...{ initiativeId: initiative.id, versionNumber: initiative.versionNumber, kind, reason, language },
        ...{ legalRef: input.legalRef || null, decidedById: who.personId, organisationId: who.organisationId },
        ...{ decidedAt: at, number: initiative.decisions + 1, publishAt: publishAt ?? at },
        publishedAt: publishAt ? null : at,
      },
      select: { id: true },
    });
    if (publishAt) {
      await sealDecision(tx, { ...input, id: decision.id, code }, who);
      return done({ dueOn: null });
    }
    const step = await takeDecisionStep(tx, initiative, { ...input, id: decision.id }, who);
    return step.ok ? done(step.value) : step;
  });
}

/** Which role decides here; the track stands still once the initiative is screened. */
async function roleFor(code: string) {
  const found = await db().initiative.findUnique({ where: { code }, select: { track: true } });
  return found ? decidingRole(found.track) : null;
}
