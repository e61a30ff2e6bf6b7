import { PUBLIC_STATES } from "#app/domain/initiatives/file-view.ts";
import { TRACKS } from "#app/domain/initiatives/initiative.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { stateWords } from "#app/ui/initiatives/initiative-row.tsx";
import { type ListNames, nameOf } from "#app/ui/initiatives/words.ts";
import type { Facet } from "#app/ui/lists/filter-panel.tsx";

const FILTERS = ["state", "track", "field", "province", "product"] as const;
type Filter = (typeof FILTERS)[number];

export type Chosen = Record<`${Filter}s`, readonly string[]>;
export type Counts = Record<Filter, Record<string, number>>;

/** The filters of the list, each with the values that something public has, and how many. */
export function listFacets(t: Translate, names: ListNames, chosen: Chosen, counts: Counts): Facet[] {
  const values: Record<Filter, { code: string; name: string }[]> = {
    state: PUBLIC_STATES.map((code) => ({ code, name: stateWords(code, t) })),
    track: TRACKS.map((code) => ({ code, name: t(`initiatives:track.${code}`) })),
    field: names.fields.filter((one) => one.parentCode === null),
    province: names.provinces,
    product: names.products,
  };
  return FILTERS.map((name) => ({
    name,
    legend: t(`initiatives:facet.${name}`),
    options: values[name]
      .map(({ code }) => ({
        value: code,
        label: nameOf(values[name], code) ?? code,
        count: counts[name][code] ?? 0,
        chosen: chosen[`${name}s`].includes(code),
      }))
      .filter((option) => option.count > 0 || option.chosen),
  }));
}

/** The address of the list with the filters in force, without one of them, or from a place on. */
export function listAddress(
  base: string,
  facets: readonly Facet[],
  change: { without?: readonly [string, string]; after?: string } = {},
): string {
  const query = new URLSearchParams();
  for (const { name, options } of facets)
    for (const { value, chosen } of options)
      if (chosen && !(change.without?.[0] === name && change.without[1] === value)) query.append(name, value);
  if (change.after) query.set("after", change.after);
  return query.size > 0 ? `${base}?${query}` : base;
}
