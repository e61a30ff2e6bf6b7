/** Every answer comes at the end of a step of this length, in milliseconds, whatever was found on the way. */
const STEP_MS = 250;

/**
 * Answers after whole steps of time, so that how long an answer takes does not tell whether an account exists.
 * Source: OWASP ASVS 5.0, 6.3.8.
 */
export async function inEvenTime<Result>(work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  try {
    return await work();
  } finally {
    const beyond = (performance.now() - started) % STEP_MS;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS - beyond));
  }
}
