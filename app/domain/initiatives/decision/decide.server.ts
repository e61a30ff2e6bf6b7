import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { db, type Tx } from "#prisma/client.server.ts";
import { decidingRole, mayDecide } from "../initiative.policy.ts";
import { asOfficer, type OfficerRefusal } from "../internal/as-officer.server.ts";
import { readContent } from "../internal/content.server.ts";
import type { LockedInitiative } from "../internal/locked.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import { replyWindow } from "../review/window.server.ts";
import type { decisionSchema } from "./decision.schema.ts";

type Input = z.output<typeof decisionSchema>;

/**
 * Accepts, rejects, or sends back to evaluation once, with a written reason: the head of intake on ORDINARY, the
 * steering body on BREAKTHROUGH, never the proposer, the officer who screened, or an evaluator. An acceptance or a
 * rejection makes content, decision and reason public; the reason of a return stays with the people concerned, and the
 * record keeps its hash. Refuses AUTHOR_MAY_REPLY (the days in which the author may answer the council are not over) and
 * what `asOfficer` refuses, ALREADY_RETURNED among it.
 * Source: docs/domain.md, "Initiatives", "Separation of duties"; Decision 2266/QĐ-TTg.
 */
export async function decide(
  actor: Actor,
  code: string,
  input: Input,
  at = new Date(),
): Promise<Outcome<{ dueOn: string | null }, OfficerRefusal | "AUTHOR_MAY_REPLY">> {
  const role = await roleFor(code);
  if (!role) return refuse("NOT_FOUND");
  const officer = { role, to: input.kind, may: mayDecide } as const;
  return asOfficer(actor, code, officer, at, async (tx, initiative, who) => {
    if (!who.organisationId) return refuse("NOT_YOUR_CASE");
    const window = await replyWindow(tx, initiative.id, at);
    if (window?.isOpen)
      return refuse("AUTHOR_MAY_REPLY", { params: { date: window.until.split("-").reverse().join("/") } });
    const { kind, reason, language } = input;
    const legalRef = input.legalRef || null;
    await tx.decision.create({
      data: {
        initiativeId: initiative.id,
        versionNumber: initiative.versionNumber,
        kind,
        reason,
        language,
        legalRef,
        decidedById: who.personId,
        organisationId: who.organisationId,
        decidedAt: at,
        number: initiative.decisions + 1,
        publishAt: at,
        publishedAt: at,
      },
    });
    const decided = kind !== "RETURNED";
    const step = await takeStep(tx, initiative, {
      ...who,
      to: kind,
      reason,
      ...(decided ? { data: { decidedAt: at, publicAt: initiative.publicAt ?? at } } : {}),
      payload: decided ? await publicDecision(tx, initiative, input) : { reasonSha256: sha256(reason) },
    });
    return step.ok ? done(step.value) : step;
  });
}

async function publicDecision(tx: Tx, initiative: LockedInitiative, input: Input): Promise<Record<string, unknown>> {
  const { title } = await readContent(tx, initiative.id);
  const version = await tx.initiativeVersion.findFirstOrThrow({
    where: { initiativeId: initiative.id, number: initiative.versionNumber },
    select: { number: true, sha256: true },
  });
  const { reason, language, legalRef } = input;
  return { title, version: version.number, versionSha256: version.sha256, reason, language, legalRef };
}

/** Which role decides here; the track stands still once the initiative is screened. */
async function roleFor(code: string) {
  const found = await db().initiative.findUnique({ where: { code }, select: { track: true } });
  return found ? decidingRole(found.track) : null;
}
