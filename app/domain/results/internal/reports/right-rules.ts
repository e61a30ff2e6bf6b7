import { type Refusal, refuse } from "#app/platform/outcome.ts";
import { MOST_EVENTS, MOST_RIGHTS, type OfficeEvent } from "../../profile/right.ts";
import type { FiledRight, Report, RightEvent, RightName } from "../../reports/report.ts";
import type { KnownRight } from "./rights.server.ts";

export type RightRefusal =
  | "IN_THE_FUTURE"
  | "RIGHT_KNOWN"
  | "TOO_MANY_RIGHTS"
  | "EVENT_KNOWN"
  | "EVENT_BEFORE_FILED"
  | "EXPIRES_BEFORE_FILED"
  | "TOO_MANY_EVENTS";

/** Everything that a right's report is held against: the rights of the profile, and the reports that still wait. */
export type KnownRights = { rights: readonly KnownRight[]; waiting: readonly Report[] };

/**
 * What forbids to report a right that was filed: a day to come, ten rights already, one of that number before that office.
 */
export function brokenFiling(
  said: FiledRight,
  { rights, waiting }: KnownRights,
  today: string,
): Refusal<RightRefusal> | null {
  if (said.disclosedOn !== null && said.disclosedOn > today) return refuse("IN_THE_FUTURE", { field: "disclosedOn" });
  const reported = waiting.flatMap((one) => (one.said.kind === "RIGHT" ? [one.said] : []));
  if ([...rights, ...reported].some((one) => isSame(one, said)))
    return refuse("RIGHT_KNOWN", { field: "applicationNo" });
  return rights.length + reported.length >= MOST_RIGHTS
    ? refuse("TOO_MANY_RIGHTS", { params: { max: MOST_RIGHTS } })
    : null;
}

/**
 * What forbids to report an event of a right: the same is known or waits, nothing stands before the filing, which there is
 * once, a term does not end before it, and there are forty events at most.
 */
export function brokenEvent(
  said: RightEvent,
  right: KnownRight,
  waiting: readonly Report[],
): Refusal<RightRefusal> | null {
  const { event: kind, onDate } = said;
  const reported = waiting.flatMap(({ said: one }) =>
    one.kind === "RIGHT_EVENT" && one.rightId === right.id ? [one] : [],
  );
  const events: OfficeEvent[] = [...right.events, ...reported.map((one) => ({ ...one, kind: one.event }))];
  const isKnown = (one: OfficeEvent) => one.kind === kind && (one.onDate === onDate || kind === "FILED");
  if (events.some(isKnown)) return refuse("EVENT_KNOWN", { field: "event" });
  const filedOn = kind === "FILED" ? onDate : events.find((one) => one.kind === "FILED")?.onDate;
  if (filedOn !== undefined && [onDate, ...events.map((one) => one.onDate)].some((day) => day < filedOn))
    return refuse("EVENT_BEFORE_FILED", { field: "onDate" });
  const ends = [said, right, ...reported].flatMap(({ expiresOn }) => expiresOn ?? []);
  if (ends.some((day) => day <= (filedOn ?? onDate))) return refuse("EXPIRES_BEFORE_FILED", { field: "expiresOn" });
  return events.length >= MOST_EVENTS ? refuse("TOO_MANY_EVENTS", { params: { max: MOST_EVENTS } }) : null;
}

function isSame(one: Omit<RightName, "right">, other: Omit<RightName, "right">): boolean {
  const key = ({ office, applicationNo }: Omit<RightName, "right">) => `${office} ${applicationNo}`.toLowerCase();
  return key(one) === key(other);
}
