import type { Actor } from "#app/domain/accounts/actor.ts";
import { mayWork } from "../monitoring.policy.ts";

/** Every member comments on a draft, but for the Front whose draft it is. Source: docs/domain.md, "Public comment". */
export function mayComment(actor: Actor | null, campaign: Parameters<typeof mayWork>[1]): boolean {
  return actor !== null && !mayWork(actor, campaign);
}
