import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { assignsCases } from "../assignment/assignment.policy.ts";
import { BULK_KINDS, type BulkKind } from "./bulk.ts";

/** Who starts an act on many at once; of each row the act's own rules decide. */
export function mayDoInBulk(actor: Actor, kind: BulkKind): boolean {
  if (kind === "return") return holds(actor, "INTAKE");
  if (kind === "decide") return holds(actor, "INTAKE_HEAD") || holds(actor, "STEERING");
  return assignsCases(actor);
}

/** The acts that somebody may start, in their order. */
export function bulkKindsOf(actor: Actor): BulkKind[] {
  return BULK_KINDS.filter((kind) => mayDoInBulk(actor, kind));
}
