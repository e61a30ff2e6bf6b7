import type { PublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import type { PublicEntry } from "#app/domain/record/queries.server.ts";

type Said = Readonly<Record<string, unknown>>;

/** Where the public record says something of a partnership: the newest entry of one of the kinds that fits. */
export type EntryOf = (kinds: readonly string[], fits?: Said) => number | null;

/** Finds entries among those of a partnership; with a product those about its agreement alone. */
export function entryIndex(entries: readonly PublicEntry[], productCode?: string): EntryOf {
  const about: Said = productCode === undefined ? {} : { productCode };
  const read = new Map<number, Said>();
  function payloadOf({ entryNo, payload }: PublicEntry): Said {
    const said = read.get(entryNo) ?? JSON.parse(payload);
    read.set(entryNo, said);
    return said;
  }
  return (kinds, fits = {}) =>
    entries.findLast((entry) => {
      if (!kinds.includes(entry.kind)) return false;
      const said = payloadOf(entry);
      return Object.entries({ ...about, ...fits }).every(([name, value]) => said[name] === value);
    })?.entryNo ?? null;
}

/**
 * Where the record says the value and the readiness of a partnership, with its newest signed agreement; and that it
 * failed, which stays said once it is closed.
 */
export function figuresOnRecord(
  entries: readonly PublicEntry[],
  { totalValueVnd, trlStart, trlTarget }: Pick<PublicPartnership, "totalValueVnd" | "trlStart" | "trlTarget">,
) {
  const entryOf = entryIndex(entries);
  return {
    valueNo: entryOf(["agreement.signed"], { totalValueVnd }),
    readinessNo: entryOf(["agreement.signed"], { trlStart, trlTarget }),
    failedNo: entryOf(["partnership.failed"]),
  };
}
