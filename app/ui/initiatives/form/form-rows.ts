import type { FormState } from "#app/platform/form-state.ts";
import { textOf } from "#app/ui/form/form-state.ts";

/** The rows that a list shows: those that are filled, and two more to fill. */
export function rowsOf(form: FormState, name: string, property: string, most: number): number[] {
  let filled = 0;
  for (let row = 0; row < most; row += 1) if (textOf(form, `${name}[${row}].${property}`) !== "") filled = row + 1;
  return Array.from({ length: Math.min(most, filled + 2) }, (_, row) => row);
}

/** What stands differently in two forms, by field name: the text of the second. */
export function differences(typed: FormState, stored: FormState): { name: string; stored: string }[] {
  return Object.keys(typed.values).flatMap((name) => {
    if (name === "revision" || name === "intent" || !(name in stored.values)) return [];
    const before = [stored.values[name] ?? ""].flat().join(", ");
    return [typed.values[name] ?? ""].flat().join(", ") === before ? [] : [{ name, stored: before }];
  });
}
