import { diffWordsWithSpace } from "diff";

/** A stretch of text: in both versions, in the newer alone, or in the older alone. */
export type Change = { kind: "same" | "added" | "removed"; text: string };

/** Two long texts without a word in common are no difference worth a second of work. */
const LONGEST_MS = 250;

/**
 * What became of a text, word by word. Put together, `same` and `removed` make the older text, `same` and `added` the
 * newer one. Texts too different to compare in time are removed and added whole.
 */
export function differenceOf(older: string, newer: string): Change[] {
  if (older === newer) return older === "" ? [] : [{ kind: "same", text: older }];
  const changes = diffWordsWithSpace(older, newer, { timeout: LONGEST_MS });
  if (!changes) {
    const whole: Change[] = [
      { kind: "removed", text: older },
      { kind: "added", text: newer },
    ];
    return whole.filter(({ text }) => text !== "");
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}
