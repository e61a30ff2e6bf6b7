import type { PublicEntry } from "#app/domain/record/queries.server.ts";

type Said = { productCode?: string; number?: number; line?: number; tranche?: number | null };

/** Where the public record says something of an agreement's money: the newest entry of one of the kinds that fits. */
export type EntryOf = (kinds: readonly string[], fits: Omit<Said, "productCode">) => number | null;

/** Finds the entries about the money of the agreement on a product, among those of its partnership. */
export function entryIndex(entries: readonly PublicEntry[], productCode: string | undefined): EntryOf {
  const said = entries
    .filter(({ kind }) => /^(capital|funding)\./.test(kind))
    .map(({ kind, entryNo, payload }) => ({ kind, entryNo, payload: payloadOf(payload) }));
  return (kinds, fits) =>
    said.findLast(
      ({ kind, payload }) =>
        kinds.includes(kind) &&
        payload.productCode === productCode &&
        (fits.number === undefined || payload.number === fits.number) &&
        (fits.line === undefined || payload.line === fits.line) &&
        (fits.tranche === undefined || payload.tranche === fits.tranche),
    )?.entryNo ?? null;
}

function payloadOf(text: string): Said {
  return JSON.parse(text);
}
