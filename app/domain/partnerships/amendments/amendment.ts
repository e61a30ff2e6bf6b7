import type { DimensionSchedule } from "./amended-schedules.ts";

export const AMENDMENT_FORMAT = "ba-nha/amendment/1";

export type AmendmentState = "PROPOSED" | "SIGNED" | "WITHDRAWN" | "DECLINED";

/** An amendment as it is read: what held before it and what holds after it; `party` of a line is the member's id. */
export type ReadAmendment = {
  number: number;
  state: AmendmentState;
  effectiveFrom: string;
  rationale: string;
  textSha256: string;
  /** the canonical text that is signed */
  text: string;
  proposedAt: string;
  proposedBy: string;
  endedAt: string | null;
  endReason: string | null;
  /** the ids of those who sign */
  parties: string[];
  before: DimensionSchedule[];
  after: DimensionSchedule[];
  signatures: { memberId: string; post: string; signedAt: string }[];
};

/** A schedule in a text: a line names its party by its place in the order of parties. */
export type PlacedSchedule = Omit<DimensionSchedule, "lines"> & { lines: { party: number; ppm: number }[] };

type Placed = readonly { id: string; position: number }[];

/** As the database gives it. */
export type StoredAmendment = Omit<ReadAmendment, "parties" | "before" | "after"> & {
  parties: number[];
  before: PlacedSchedule[];
  after: PlacedSchedule[];
};

/** The same with members instead of places. */
export function readAmendment(stored: StoredAmendment, members: Placed): ReadAmendment {
  return {
    ...stored,
    parties: stored.parties.map(memberAt(members)),
    before: withMembers(stored.before, members),
    after: withMembers(stored.after, members),
  };
}

/** Schedules of a text, with the ids of the members instead of their places. */
export function withMembers(schedules: readonly PlacedSchedule[], members: Placed): DimensionSchedule[] {
  const idAt = memberAt(members);
  return schedules.map((schedule) => ({
    ...schedule,
    lines: schedule.lines.map(({ party, ppm }) => ({ party: idAt(party), ppm })),
  }));
}

/** The schedules that a text says, with the ids of the members instead of their places. */
export function schedulesIn(text: string, members: Placed): DimensionSchedule[] {
  const said: { schedules?: PlacedSchedule[] } = JSON.parse(text);
  return withMembers(said.schedules ?? [], members);
}

/** Gives the id of the member at a place; '' where there is none. */
export function memberAt(members: Placed): (place: number) => string {
  const ids = new Map(members.map(({ id, position }) => [position, id]));
  return (place) => ids.get(place) ?? "";
}
