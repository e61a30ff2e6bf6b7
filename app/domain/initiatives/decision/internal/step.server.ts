import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { canonicalJson } from "#app/platform/canonical.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { InitiativeHand, InitiativeRefusal } from "../../initiative.ts";
import { readContent } from "../../internal/content.server.ts";
import type { LockedInitiative } from "../../internal/locked.server.ts";
import { takeStep } from "../../internal/take-step.server.ts";
import type { DecisionKind } from "../decision.schema.ts";

/** A decision as it is written. Its id is random, so that nobody guesses the words from the hash of the whole. */
export type Written = {
  id: string;
  kind: DecisionKind;
  reason: string;
  language: string;
  legalRef: string | null;
};
export type Decider = { personId: string; organisationId: string | null; hand: InitiativeHand; at: Date };

/** Takes the step that a decision brings about, and tells it in public; a return only by the hash of its reason. */
export async function takeDecisionStep(
  tx: Tx,
  initiative: LockedInitiative,
  decision: Written,
  who: Decider,
): Promise<Outcome<{ dueOn: string | null }, InitiativeRefusal>> {
  const { kind, reason } = decision;
  const decided = kind !== "RETURNED";
  const { at } = who;
  return takeStep(tx, initiative, {
    ...who,
    to: kind,
    reason,
    ...(decided ? { data: { decidedAt: at, publicAt: initiative.publicAt ?? at } } : {}),
    payload: decided ? await publicDecision(tx, initiative, decision) : { reasonSha256: sha256(reason) },
  });
}

/**
 * Enters the hash of a sealed decision on the record, without saying on what: the entry proves later that nothing was
 * changed, and tells nobody before that anything was decided here.
 */
export async function sealDecision(tx: Tx, decision: Written & { code: string }, who: Decider): Promise<void> {
  await appendEntry(
    tx,
    {
      kind: "initiative.sealed",
      subject: { type: "INITIATIVE", code: "sealed" },
      actor: { organisationId: null, post: who.hand },
      payload: { sha256: sealOf(decision) },
    },
    who.at,
  );
}

/** What everybody reads of a decision, and what its seal was computed from. */
export async function publicDecision(tx: Tx, initiative: LockedInitiative, decision: Written) {
  const { title } = await readContent(tx, initiative.id);
  const version = await tx.initiativeVersion.findFirstOrThrow({
    where: { initiativeId: initiative.id, number: initiative.versionNumber },
    select: { number: true, sha256: true },
  });
  const { id, reason, language, legalRef } = decision;
  const seal = sealOf({ ...decision, code: initiative.code });
  return {
    ...{ title, version: version.number, versionSha256: version.sha256, reason, language, legalRef: legalRef ?? "" },
    ...{ decision: id, sealedSha256: seal },
  };
}

function sealOf({ id, code, kind, reason, language, legalRef }: Written & { code: string }): string {
  return sha256(canonicalJson({ id, code, kind, reason, language, legalRef: legalRef ?? "" }));
}
