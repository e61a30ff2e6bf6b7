import type { Actor } from "#app/domain/accounts/actor.ts";
import { noteRefusedTry } from "../internal/refused-try.server.ts";
import { mayMonitor } from "../monitoring.policy.ts";

/**
 * Whether somebody who sends a form of the Front is no monitor at all; their try is then kept for the Front, whatever
 * the form holds.
 */
export async function isOutsider(actor: Actor, tried: { act: string; code: string }): Promise<boolean> {
  if (mayMonitor(actor)) return false;
  await noteRefusedTry(actor, tried, "NOT_A_MONITOR");
  return true;
}
