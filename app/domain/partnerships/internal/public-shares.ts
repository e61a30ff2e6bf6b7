import type { LockedMember } from "./locked.server.ts";
import type { RecordedSchedule } from "./schedules.server.ts";

/** The parties of a signed text, as the public record names them. */
export function publicParties(members: readonly LockedMember[], parties: ReadonlySet<string>) {
  return members
    .filter(({ id }) => parties.has(id))
    .map(({ position, house, name, scheme, identifier }) => ({
      position,
      house,
      name,
      identifier: `${scheme}-${identifier}`,
    }));
}

/** Shares as the public may know them, party by place: confidential profit shares are withheld and said to be. */
export function publicShares(
  schedules: readonly RecordedSchedule[],
  members: readonly LockedMember[],
  { profitConfidential }: { profitConfidential: boolean },
) {
  const withheld = profitConfidential ? ["PROFIT"] : [];
  const places = new Map(members.map(({ id, position }) => [id, position]));
  return {
    schedules: schedules
      .filter(({ dimension }) => !withheld.includes(dimension))
      .map(({ dimension, from, to, lines }) => ({
        dimension,
        from,
        to,
        lines: lines.map(({ party, ppm }) => ({ party: places.get(party), ppm })),
      })),
    ...(withheld.length > 0 ? { withheld } : {}),
  };
}
