import { parseSharePercent, type ShareTextFault } from "#app/domain/catalogue/share-text.ts";
import { type ShareDimension, type ShareLine, WHOLE_PPM } from "../share-schedule.ts";

// What the share form needs in the browser as well as on the server.

/** More than this makes one table of shares longer than a form may be. */
export const MOST_PERIODS = 12;

const DIMENSION_NAMES = { CAPITAL: "capital", RISK: "risk", PROFIT: "profit" } as const;

/** The name of the field of one party's share, `periods[0].capital-{id}`; without a party, of the column's total. */
export function shareField(period: number, dimension: ShareDimension, partyId?: string): string {
  return `periods[${period}].${shareKey(dimension, partyId)}`;
}

/** The part of that name behind the period. */
export function shareKey(dimension: ShareDimension, partyId?: string): string {
  return partyId === undefined ? DIMENSION_NAMES[dimension] : `${DIMENSION_NAMES[dimension]}-${partyId}`;
}

/** One column of the form: what the readable cells make, and which cells cannot be read. Empty cells count as 0. */
export function readColumn(texts: readonly { partyId: string; text: string }[]): {
  lines: ShareLine[];
  unreadable: { partyId: string; code: ShareTextFault }[];
} {
  const lines: ShareLine[] = [];
  const unreadable: { partyId: string; code: ShareTextFault }[] = [];
  for (const { partyId, text } of texts) {
    const read = text.trim() === "" ? ({ ok: true, value: 0 } as const) : parseSharePercent(text);
    if (read.ok) lines.push({ party: partyId, ppm: read.value });
    else unreadable.push({ partyId, code: read.code });
  }
  return { lines, unreadable };
}

/** What a party's share becomes when it takes the remainder (a negative one takes away); null where that is no share. */
export function withRemainder(text: string, remainderPpm: number): number | null {
  const [line] = readColumn([{ partyId: "", text }]).lines;
  if (!line) return null;
  const ppm = line.ppm + remainderPpm;
  return ppm >= 0 && ppm <= WHOLE_PPM ? ppm : null;
}
