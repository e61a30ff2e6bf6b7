import { readColumn, shareField, withRemainder } from "#app/domain/partnerships/agreements/share-cells.ts";
import { remainingPpm, type ShareDimension, WHOLE_PPM } from "#app/domain/partnerships/share-schedule.ts";
import type { House } from "#app/ui/marks/house.tsx";

export type FormParty = { id: string; key: string; house: House; name: string };

/** What is typed in one column: its sum, what is left (ppm), and who could take it. Null sums where a cell is unreadable. */
export type ColumnState = {
  sums: { totalPpm: number; remainderPpm: number } | null;
  takers: { party: FormParty; ppm: number }[];
};

/** Reads one column of the share form out of what is typed in it. */
export function columnState(
  textAt: (field: string) => string,
  period: number,
  dimension: ShareDimension,
  parties: readonly FormParty[],
): ColumnState {
  const texts = parties.map((party) => ({ party, text: textAt(shareField(period, dimension, party.id)) }));
  const { lines, unreadable } = readColumn(texts.map(({ party, text }) => ({ partyId: party.id, text })));
  if (unreadable.length > 0) return { sums: null, takers: [] };
  const remainderPpm = remainingPpm(lines);
  const takers = texts.flatMap(({ party, text }) => {
    const ppm = remainderPpm === 0 ? null : withRemainder(text, remainderPpm);
    return ppm === null ? [] : [{ party, ppm }];
  });
  return { sums: { totalPpm: WHOLE_PPM - remainderPpm, remainderPpm }, takers };
}
