const DAY_MS = 86_400_000;

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

/** The instant that lies so many days after the beginning of a story. */
export type When = (day: number) => Date;

/**
 * So many days after the beginning, on a weekday, in the working hours of Vietnam; later days are never earlier, and
 * none lies after now.
 */
export function calendarOf({ begun, index, now }: { begun: number; index: number; now: Date }): When {
  return (day) => {
    const date = new Date(begun + day * DAY_MS);
    const weekday = date.getUTCDay();
    const isWeekend = weekday === 0 || weekday === 6;
    if (isWeekend) date.setTime(date.getTime() - (weekday === 0 ? 2 : 1) * DAY_MS);
    // What falls on a weekend is done late on the Friday before.
    date.setUTCHours(isWeekend ? 8 + (weekday === 0 ? 1 : 0) : 2 + (index % 6), (index * 17) % 60, 0, 0);
    return date.getTime() < now.getTime() ? date : new Date(now.getTime() - 60_000);
  };
}
