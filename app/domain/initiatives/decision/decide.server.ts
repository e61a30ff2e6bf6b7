import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { typedDay } from "#app/platform/typed.ts";
import { db, type Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { decidingRole, mayDecide } from "../initiative.policy.ts";
import { asOfficer, type OfficerRefusal, type OfficialAct } from "../internal/as-officer.server.ts";
import type { LockedInitiative } from "../internal/locked.server.ts";
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
  run = inTransaction,
): Promise<Outcome<{ dueOn: string | null }, OfficerRefusal | DecideRefusal>> {
  const act = async (tx: Tx, initiative: LockedInitiative, who: OfficialAct) => {
    const checked = await check(tx, initiative, input, who);
    if (!checked.ok) return checked;
    const { kind, reason, language, publishAt = null } = input;
    const decision = await tx.decision.create({
      data: {
        ...{ initiativeId: initiative.id, versionNumber: initiative.versionNumber, kind, reason, language },
        ...{ legalRef: input.legalRef || null, decidedById: who.personId, organisationId: checked.value },
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
  };
  const role = await roleFor(code);
  if (!role) return refuse("NOT_FOUND");
  return asOfficer(actor, code, { role, to: input.kind, may: mayDecide }, at, act, run);
}

/** What `decide` would answer now; nothing is written. */
export async function checkDecision(
  actor: Actor,
  code: string,
  input: Input,
  at = new Date(),
): Promise<Outcome<string, OfficerRefusal | DecideRefusal>> {
  const role = await roleFor(code);
  if (!role) return refuse("NOT_FOUND");
  const officer = { role, to: input.kind, may: mayDecide };
  return asOfficer(actor, code, officer, at, (tx, initiative, who) => check(tx, initiative, input, who));
}

/** What only the locked initiative can tell; gives the body in whose name the decision stands. */
async function check(
  tx: Tx,
  initiative: LockedInitiative,
  { kind, publishAt = null }: Input,
  { organisationId, at }: OfficialAct,
): Promise<Outcome<string, DecideRefusal | "NOT_YOUR_CASE">> {
  if (!organisationId) return refuse("NOT_YOUR_CASE");
  const window = await replyWindow(tx, initiative.id, at);
  if (window?.isOpen) return refuse("AUTHOR_MAY_REPLY", { params: { date: typedDay(window.until) } });
  if ((await tx.decision.count({ where: { initiativeId: initiative.id, publishedAt: null } })) > 0)
    return refuse("ALREADY_DECIDED");
  if (publishAt && kind === "RETURNED") return refuse("RETURN_IS_TOLD_AT_ONCE", { field: "publishOn" });
  if (publishAt && publishAt <= at) return refuse("PUBLISH_IN_PAST", { field: "publishOn" });
  return done(organisationId);
}

/** Which role decides here; the track stands still once the initiative is screened. */
async function roleFor(code: string) {
  const found = await db().initiative.findUnique({ where: { code }, select: { track: true } });
  return found ? decidingRole(found.track) : null;
}
