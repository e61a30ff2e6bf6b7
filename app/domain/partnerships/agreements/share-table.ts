import type { ShareTextFault } from "#app/domain/catalogue/share-text.ts";
import { readDate } from "#app/platform/typed.ts";
import {
  checkSchedules,
  type Period,
  remainingPpm,
  type Schedule,
  type ScheduleFault,
  SHARE_DIMENSIONS,
  type ShareDimension,
  type ShareLine,
} from "../share-schedule.ts";
import { readColumn, shareField, shareKey } from "./share-cells.ts";

/** The same days for all three dimensions; `shares` holds a line per party. A period ends where the next one starts. */
export type SharePeriod = { from: string; shares: Readonly<Record<ShareDimension, readonly ShareLine[]>> };

/** A party of the agreement and its half-open days in the partnership. */
export type ShareTableParty = Period & { id: string };

export type ShareTableFacts = { agreement: Period; parties: readonly ShareTableParty[] };

/** What is wrong, and at which field of the form. ppm where a sum is off: the total, and what is left to give. */
export type ShareFault = {
  code: ScheduleFault | ShareTextFault | "DATE_UNREADABLE" | "PARTY_UNKNOWN";
  field: string;
  dimension?: ShareDimension;
  totalPpm?: number;
  remainderPpm?: number;
};

/** A cell as it was typed; an empty one is no share. */
export type TypedPeriod = Readonly<Record<string, unknown>>;

/**
 * Reads the cells that a form sent into periods of shares, with a line for every party, and says what cannot be read.
 * The first period starts with the agreement, whatever was typed.
 */
export function readShareTable(
  typed: readonly TypedPeriod[],
  facts: ShareTableFacts,
): { periods: SharePeriod[]; faults: ShareFault[] } {
  const faults: ShareFault[] = [];
  const periods = typed.map((cells, place) => {
    const from = place === 0 ? facts.agreement.from : readDate(textIn(cells, "from"));
    if (from === null) faults.push({ code: "DATE_UNREADABLE", field: `periods[${place}].from` });
    const columns = SHARE_DIMENSIONS.map((dimension) => {
      const column = readColumn(
        facts.parties.map(({ id }) => ({ partyId: id, text: textIn(cells, shareKey(dimension, id)) })),
      );
      for (const { partyId, code } of column.unreadable)
        faults.push({ code, field: shareField(place, dimension, partyId), dimension });
      return [dimension, column.lines] as const;
    });
    return { from: from ?? "", shares: { CAPITAL: [], RISK: [], PROFIT: [], ...Object.fromEntries(columns) } };
  });
  return { periods, faults };
}

/**
 * Says everything that is wrong with a table of shares, each at its field: sums that are not exactly 100 %, periods in
 * the wrong order or outside the agreement, parties that are unknown, come twice or are no members for the whole period.
 * Empty when all three dimensions are valid on every day of the agreement (docs/domain.md, I1 and I2).
 */
export function shareTableFaults(periods: readonly SharePeriod[], facts: ShareTableFacts): ShareFault[] {
  const known = new Set(facts.parties.map(({ id }) => id));
  const membership = Object.fromEntries(facts.parties.map(({ id, from, to }) => [id, { from, to }]));
  const faults: ShareFault[] = [];
  for (const dimension of SHARE_DIMENSIONS) {
    const schedules = schedulesOf(periods, dimension, facts.agreement);
    for (const [place, schedule] of schedules.entries()) {
      const field = shareField(place, dimension);
      if (schedule.lines.some(({ party }) => !known.has(party)))
        faults.push({ code: "PARTY_UNKNOWN", field, dimension });
      // a period by itself, so that what is wrong stands where it is wrong
      for (const code of checkSchedules({ agreement: schedule, membership, schedules: [schedule] }))
        faults.push({
          code,
          field: code === "EMPTY_PERIOD" ? `periods[${place}].from` : field,
          dimension,
          ...sums(schedule),
        });
    }
    for (const code of checkSchedules({ agreement: facts.agreement, membership, schedules }))
      if (code === "GAP" || code === "OVERLAP") faults.push({ code, field: "periods[0].from", dimension });
  }
  return faults.filter((fault, place) => faults.findIndex((other) => sameFault(fault, other)) === place);
}

/** The same table with a line for every party: whoever takes part signs, if only with 0. */
export function withEveryParty(periods: readonly SharePeriod[], facts: ShareTableFacts): SharePeriod[] {
  return periods.map(({ from, shares }) => {
    const filled = (lines: readonly ShareLine[]) =>
      facts.parties.map(({ id }) => ({ party: id, ppm: lines.find(({ party }) => party === id)?.ppm ?? 0 }));
    return {
      from,
      shares: { CAPITAL: filled(shares.CAPITAL), RISK: filled(shares.RISK), PROFIT: filled(shares.PROFIT) },
    };
  });
}

function sums(schedule: Schedule): { totalPpm: number; remainderPpm: number } {
  const remainderPpm = remainingPpm(schedule.lines);
  return { totalPpm: 1_000_000 - remainderPpm, remainderPpm };
}

function sameFault(a: ShareFault, b: ShareFault): boolean {
  return a.code === b.code && a.field === b.field;
}

/** The schedules of one dimension: each period until the next one starts, the last until the agreement ends. */
export function schedulesOf(periods: readonly SharePeriod[], dimension: ShareDimension, agreement: Period): Schedule[] {
  return periods.map((period, place) => ({
    from: period.from,
    to: periods[place + 1]?.from ?? agreement.to ?? null,
    lines: period.shares[dimension],
  }));
}

function textIn(cells: TypedPeriod, key: string): string {
  const value = Object.hasOwn(cells, key) ? cells[key] : undefined;
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === "string" ? one : "";
}
