import { EnvironmentError } from "#app/platform/environment.server.ts";

/** What a process has started: sentences for the terminal, and how it ends. */
export type Started = { lines: string[]; stop: () => Promise<void> };

/**
 * Runs a process: starts it, prints where it is, and stops it cleanly on SIGINT or SIGTERM, also while it still starts.
 * A wrong configuration ends it with one sentence.
 */
export async function runProcess(start: () => Promise<Started>): Promise<void> {
  const begun = performance.now();
  let stopping = false;
  const starting = start();

  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void end(signal));

  async function end(signal: string): Promise<void> {
    if (stopping) return;
    stopping = true;
    process.stdout.write(`\n${signal}: stopping …\n`);
    const started = await starting.catch(() => null);
    await started?.stop();
    process.exit(0);
  }

  const started = await starting.catch((error: unknown) => {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exit(1);
  });
  if (stopping) return;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`${started.lines.join("\n")}\n(ready in ${seconds} s; Ctrl-C stops)\n`);
}

function sentenceOf(error: unknown): string {
  if (error instanceof EnvironmentError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
