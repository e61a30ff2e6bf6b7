const RANKED = 10;
const RECALLED = 20;

/** How good an answer is: gains count less the later they come, beside the best order there could be; 0 to 1. */
export function ndcg(found: readonly string[], grades: Readonly<Record<string, number>>): number {
  const gain = (grade: number, place: number) => (2 ** grade - 1) / Math.log2(place + 2);
  const sum = (given: readonly number[]) =>
    given.slice(0, RANKED).reduce((total, grade, place) => total + gain(grade, place), 0);
  const best = sum(Object.values(grades).toSorted((a, b) => b - a));
  return best === 0 ? 1 : sum(found.map((code) => grades[code] ?? 0)) / best;
}

/** The share of what is about it (2 or 3) that is among the first twenty. */
export function recall(found: readonly string[], grades: Readonly<Record<string, number>>): number {
  const wanted = Object.entries(grades).flatMap(([code, grade]) => (grade >= 2 ? [code] : []));
  const shown = new Set(found.slice(0, RECALLED));
  return wanted.length === 0 ? 1 : wanted.filter((code) => shown.has(code)).length / wanted.length;
}

/** The mean; NaN of nothing, which reaches no target. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
