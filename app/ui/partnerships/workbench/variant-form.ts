import { shareKey } from "#app/domain/partnerships/agreements/share-cells.ts";
import { SHARE_DIMENSIONS } from "#app/domain/partnerships/share-schedule.ts";
import {
  type ReadVariant,
  readVariant,
  scenarioKey,
  type TextAt,
  yearKey,
} from "#app/domain/partnerships/workbench/read-variant.ts";
import { capKey, MOST_SCENARIOS, MOST_VARIANTS, MOST_YEARS } from "#app/domain/partnerships/workbench/variant.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { textOf } from "#app/ui/form/form-state.ts";
import type { House } from "#app/ui/marks/house.tsx";

/** A party of the workbench as it is shown; `id` is what its fields are named by. */
export type WorkbenchParty = { id: string; key: string; house: House; name: string };

/** Parties in the order of every picture, and their ids in the order of the parties, which decides ties of rounding. */
export type WorkbenchParties = { shown: readonly WorkbenchParty[]; order: readonly string[] };

const LETTERS = ["A", "B", "C", "D"] as const;

/** One variant of the form with its letter and what stands in it. */
export type TypedVariant = ReadVariant & { place: number; letter: string };

/** The name of a field of one variant, `variants[0].total`. */
export function variantField(place: number, key: string): string {
  return `variants[${place}].${key}`;
}

/** How many variants a form holds; one at least, and never more than may be. */
export function variantsIn(values: FormState["values"]): number {
  const places = Object.keys(values).map((name) => Number(/^variants\[(\d{1,3})\]/.exec(name)?.[1] ?? 0));
  return Math.min(Math.max(0, ...places) + 1, MOST_VARIANTS);
}

/** Reads every variant out of what is typed. */
export function readVariants(form: FormState, order: readonly string[]): TypedVariant[] {
  return Array.from({ length: variantsIn(form.values) }, (_none, place) => ({
    ...readVariant(textsOf(form, place), order),
    place,
    letter: letterOf(place),
  }));
}

/** What stands in the fields of one variant. */
export function textsOf(form: FormState, place: number): TextAt {
  return (key) => textOf(form, variantField(place, key));
}

/** How many rows of scenarios and of years are shown: what is typed, and room for more. */
export function rowsShown(textAt: TextAt): { scenarios: number; years: number } {
  const isTyped = (key: string) => textAt(key).trim() !== "";
  const last = (most: number, typed: (number: number) => boolean) =>
    Array.from({ length: most }, (_none, place) => place + 1).findLast(typed) ?? 0;
  const scenarios = last(MOST_SCENARIOS, (number) =>
    (["name", "chance", "value"] as const).some((part) => isTyped(scenarioKey(number, part))),
  );
  const years = last(MOST_YEARS, (number) => isTyped(yearKey(number)));
  return {
    scenarios: Math.min(MOST_SCENARIOS, Math.max(3, scenarios + 1)),
    years: Math.min(MOST_YEARS, Math.max(4, years + 1)),
  };
}

const DIMENSION_LABELS = { CAPITAL: "capital", RISK: "risk", PROFIT: "profit" } as const;

/** The names of all fields of all variants, for the error summary, with the variant's letter where there are several. */
export function variantLabels(count: number, parties: readonly WorkbenchParty[], t: Translate): Record<string, string> {
  const labels: Record<string, string> = {};
  for (let place = 0; place < count; place += 1) {
    const suffix = count > 1 ? `, ${t("workbench:variant", { letter: letterOf(place) })}` : "";
    for (const [key, label] of keyLabels(parties, t)) labels[variantField(place, key)] = label + suffix;
  }
  return labels;
}

function keyLabels(parties: readonly WorkbenchParty[], t: Translate): [string, string][] {
  const rows = (most: number) => Array.from({ length: most }, (_none, place) => place + 1);
  return [
    ["name", t("workbench:field.name")],
    ["total", t("workbench:field.total")],
    ...SHARE_DIMENSIONS.flatMap((dimension): [string, string][] => {
      const label = t(`share:${DIMENSION_LABELS[dimension]}`);
      return [
        [shareKey(dimension), label],
        ...parties.map(({ id, key }): [string, string] => [shareKey(dimension, id), `${label} ${key}`]),
      ];
    }),
    ...parties.map(({ id, key }): [string, string] => [capKey(id), `${t("workbench:field.cap")} ${key}`]),
    ["scenarios", t("workbench:scenarios.title")],
    ...rows(MOST_SCENARIOS).flatMap((number): [string, string][] =>
      (["name", "chance", "value"] as const).map((part) => [
        scenarioKey(number, part),
        `${t(`workbench:scenarios.${part}`)} ${number}`,
      ]),
    ),
    ...rows(MOST_YEARS).map((number): [string, string] => [yearKey(number), yearLabel(number, t)]),
    ...(["discount", "reserve", "preferred", "host", "point", "budget", "author", "intermediary"] as const).map(
      (key): [string, string] => [key, t(`workbench:field.${key}`)],
    ),
  ];
}

export function yearLabel(number: number, t: Translate): string {
  return t("workbench:years.year", { number: String(number) });
}

/** The letter of a variant by its place in the form: A to D. */
export function letterOf(place: number): string {
  return LETTERS[place] ?? "";
}
