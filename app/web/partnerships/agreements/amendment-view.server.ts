import { linesOn } from "#app/domain/partnerships/amendments/amended-schedules.ts";
import type { ReadAmendment } from "#app/domain/partnerships/amendments/amendment.ts";
import type { InsideAgreement } from "#app/domain/partnerships/members/queries.server.ts";
import { SHARE_DIMENSIONS } from "#app/domain/partnerships/share-schedule.ts";
import { lastDay, type PartyView, signatureRows } from "../partnership-view.server.ts";

/** An amendment as pages show it: who proposed and signed it, and each share before and after it, period by period. */
export function amendmentView(amendment: ReadAmendment, everybody: readonly PartyView[]) {
  const { before, after, parties, signatures, proposedBy, ...shown } = amendment;
  return {
    ...shown,
    proposer: everybody.find(({ id }) => id === proposedBy) ?? null,
    signatures: signatureRows(
      everybody.filter(({ id }) => parties.includes(id)),
      signatures,
    ),
    periods: periodsOf(amendment, everybody),
  };
}

/** The amendment that waits for signatures. */
export function openAmendmentOf({ amendments }: InsideAgreement): ReadAmendment | null {
  return amendments.find(({ state }) => state === "PROPOSED") ?? null;
}

function periodsOf({ before, after, effectiveFrom }: ReadAmendment, everybody: readonly PartyView[]) {
  const starts = [...before, ...after].map(({ from }) => from).filter((from) => from > effectiveFrom);
  const days = [effectiveFrom, ...new Set(starts.sort())];
  const end = after.some(({ to }) => !to)
    ? null
    : ([...after]
        .map(({ to }) => to ?? "")
        .sort()
        .at(-1) ?? null);
  return days.map((from, place) => {
    const dimensions = SHARE_DIMENSIONS.map((dimension) => {
      const [then, now] = [linesOn(before, dimension, from), linesOn(after, dimension, from)];
      const ppmIn = (lines: typeof then, id: string) => lines.find(({ party }) => party === id)?.ppm ?? 0;
      return {
        dimension,
        /** not shown at all: confidential */
        isKnown: now.length > 0,
        shares: everybody.map(({ id }) => ({ before: ppmIn(then, id), after: ppmIn(now, id) })),
      };
    }).filter(({ isKnown }) => isKnown);
    return {
      from,
      lastOn: lastDay(days[place + 1] ?? end),
      rows: everybody
        .map((party, at) => ({ party, shares: dimensions.map(({ shares }) => shares[at] ?? { before: 0, after: 0 }) }))
        .filter(({ shares }) => shares.some(({ before: was, after: is }) => was > 0 || is > 0)),
      dimensions: dimensions.map(({ dimension, shares }) => ({
        dimension,
        changed: shares.some(({ before: was, after: is }) => was !== is),
      })),
    };
  });
}
