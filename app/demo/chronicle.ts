/** Waits until everything that lies before an instant in the other stories has been told. */
export type Until = (at: Date) => Promise<void>;

/**
 * Tells many stories in one order of time, one act after another, so that what the portal numbers (codes, entries of
 * the record) rises with the dates. A story awaits `until(at)` before each of its acts. Rejects with the first failure.
 */
export async function tellTogether(stories: readonly ((until: Until) => Promise<void>)[]): Promise<void> {
  const waiting: { at: number; go: () => void }[] = [];
  let talking = stories.length;

  function passOn(): void {
    talking -= 1;
    if (talking > 0) return;
    const next = waiting.reduce<(typeof waiting)[number] | null>((a, b) => (a === null || b.at < a.at ? b : a), null);
    if (next === null) return;
    waiting.splice(waiting.indexOf(next), 1);
    talking = 1;
    next.go();
  }

  function until(at: Date): Promise<void> {
    return new Promise((go) => {
      waiting.push({ at: at.getTime(), go });
      passOn();
    });
  }

  await Promise.all(stories.map((story) => story(until).finally(passOn)));
}
