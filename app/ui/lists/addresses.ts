import type { Facet } from "#app/ui/lists/filter-panel.tsx";

/** The address of a list without one value of a filter, from its first page. */
export function without(url: URL, name: string, value: string): string {
  const rest = [...url.searchParams].filter(([n, v]) => n !== "after" && !(n === name && v === value));
  return `${url.pathname}?${new URLSearchParams(rest)}`;
}

/** The address of a page of a list: the one after a place, or the first. */
export function paged(url: URL, after: string | null): string {
  const rest = new URLSearchParams([...url.searchParams].filter(([name]) => name !== "after"));
  if (after !== null) rest.set("after", after);
  return `${url.pathname}?${rest}`;
}

/** A facet whose labels are text, as a loader sends it. */
export type WordedFacet = Omit<Facet, "options"> & {
  options: { value: string; label: string; count: number; chosen: boolean }[];
};

type Narrowing<Name extends string> = {
  names: readonly Name[];
  /** what each filter can be narrowed to, with its words, in the order in which it is shown */
  labels: Record<Name, ReadonlyMap<string, string>>;
  chosen: Record<Name, readonly string[]>;
  legendOf: (name: Name) => string;
  countOf: (name: Name, value: string) => number;
};

/** The filters of a list as its panel shows them, those in force with the address without each, and what a search keeps. */
export function narrowing<Name extends string>(
  url: URL,
  { names, labels, chosen, legendOf, countOf }: Narrowing<Name>,
): {
  facets: WordedFacet[];
  applied: { label: string; href: string }[];
  kept: [string, string][];
} {
  return {
    facets: names.map((name) => ({
      name,
      legend: legendOf(name),
      options: [...labels[name]].flatMap(([value, label]) => {
        const count = countOf(name, value);
        const isChosen = chosen[name].includes(value);
        return count > 0 || isChosen ? [{ value, label, count, chosen: isChosen }] : [];
      }),
    })),
    applied: names.flatMap((name) =>
      chosen[name].map((value) => ({ label: labels[name].get(value) ?? value, href: without(url, name, value) })),
    ),
    kept: names.flatMap((name) => chosen[name].map((value): [string, string] => [name, value])),
  };
}

/** The words that a list is searched for, as its address carries them. */
export function wordsIn(url: URL): string {
  return (url.searchParams.get("q") ?? "").replaceAll("\0", "").slice(0, 100).trim();
}
