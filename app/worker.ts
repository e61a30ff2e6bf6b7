import type { Environment } from "#app/platform/environment.server.ts";

/** The background work: what the outbox holds. Runs inside the server's process unless WORKER=apart. */
export function startWork(_environment: Environment): { stop: () => Promise<void> } {
  return { stop: async () => undefined };
}
