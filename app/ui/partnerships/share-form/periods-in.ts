import { MOST_PERIODS } from "#app/domain/partnerships/agreements/share-cells.ts";
import type { FormState } from "#app/platform/form-state.ts";

/** How many periods a form holds; one at least, and never more than may be. */
export function periodsIn(values: FormState["values"]): number {
  const places = Object.keys(values).map((name) => Number(/^periods\[(\d{1,3})\]/.exec(name)?.[1] ?? 0));
  return Math.min(Math.max(0, ...places) + 1, MOST_PERIODS);
}
