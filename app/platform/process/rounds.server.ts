import { log } from "#app/platform/log.server.ts";

export type Rounds = { stop: () => Promise<void> };

/**
 * Calls `work` again and again: at once while it says that there is more to do, else after `everyMs`. A failure is
 * logged and the next round comes as usual. `stop` waits for the round under way.
 */
export function startRounds(name: string, everyMs: number, work: () => Promise<boolean>): Rounds {
  let stopped = false;
  let wake: (() => void) | undefined;

  async function goOn(): Promise<void> {
    while (!stopped) {
      const more = await work().catch((error: unknown) => {
        if (!stopped) log.warn({ err: error, round: name }, "a round of background work failed");
        return false;
      });
      if (!more && !stopped) await pause();
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const ended = goOn();
  return {
    stop: async () => {
      stopped = true;
      wake?.();
      await ended;
    },
  };
}
