import type { FormState } from "#app/platform/form-state.ts";

export const EMPTY_FORM: FormState = { values: {}, errors: {} };

/** What stands in a field that holds one text; of several values the first. */
export function textOf(form: FormState | undefined, name: string): string {
  return listOf(form, name)[0] ?? "";
}

/** What is chosen in a field that holds several. */
export function listOf(form: FormState | undefined, name: string): string[] {
  const value = own(form?.values, name);
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}

export function errorsOf(form: FormState | undefined, name: string): string[] {
  return own(form?.errors, name) ?? [];
}

/** The element that a field's label, error link and script point at; `f-` keeps it apart from the page's own ids. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^\w-]+/g, "-")}`;
}

function own<Value>(record: Record<string, Value> | undefined, name: string): Value | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}
