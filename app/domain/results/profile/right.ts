import { IP_KINDS, type IpKind, type IpStatus, isDisclosedBeforeFiling } from "../exploitation.ts";

/** What an office does with an application or a title, and what its holder does before it. */
export const OFFICE_EVENTS = [
  "FILED",
  "PUBLISHED",
  "EXAMINATION",
  "OPPOSED",
  "OPPOSITION_REJECTED",
  "GRANTED",
  "RENEWED",
  "REFUSED",
  "LAPSED",
  "WITHDRAWN",
  "INVALIDATED",
] as const;
export type OfficeEventKind = (typeof OFFICE_EVENTS)[number];

/** One act before an office: its day ('YYYY-MM-DD') and the number or document of the office. */
export type OfficeEvent = { kind: OfficeEventKind; onDate: string; reference: string };

/** Who owns a right, with its share in ppm; `organisationId` where the name is that of a verified body of the portal. */
export type RightOwner = { name: string; ppm: number; organisationId: string | null };

/** The most rights of a result. */
export const MOST_RIGHTS = 10;

/** The most owners and events of one right; the database holds to it too. */
export const MOST_OWNERS = 5;
export const MOST_EVENTS = 40;

/** What can be filed with an office; a secret and know-how are kept instead. */
export const FILED_KINDS = IP_KINDS.filter((kind) => kind !== "TRADE_SECRET" && kind !== "KNOW_HOW");

/** The kinds that protect an invention: of these alone a grace period may save what was shown before its filing. */
const OF_INVENTIONS: readonly IpKind[] = ["PATENT", "UTILITY_SOLUTION"];

/** What others do before an office, and its answer to them: neither changes where a right stands. */
type SideEvent = "OPPOSED" | "OPPOSITION_REJECTED";

const STATUS_AFTER: Record<Exclude<OfficeEventKind, SideEvent>, IpStatus> = {
  FILED: "FILED",
  PUBLISHED: "PUBLISHED",
  EXAMINATION: "UNDER_EXAMINATION",
  GRANTED: "GRANTED",
  RENEWED: "GRANTED",
  REFUSED: "REFUSED",
  LAPSED: "LAPSED",
  WITHDRAWN: "WITHDRAWN",
  INVALIDATED: "INVALIDATED",
};

/** Events by their day; those of one day in the order in which offices act. */
export function inOrder<Event extends OfficeEvent>(events: readonly Event[]): Event[] {
  const place = ({ onDate, kind }: Event) => `${onDate} ${String(OFFICE_EVENTS.indexOf(kind)).padStart(2, "0")}`;
  return events.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** The events that change where a right stands, by their day. */
function steps(events: readonly OfficeEvent[]) {
  return inOrder(events).flatMap(({ kind, onDate }) =>
    kind === "OPPOSED" || kind === "OPPOSITION_REJECTED" ? [] : [{ kind, onDate }],
  );
}

/** What follows from the events of a right: its status from the last one that changes it, and the days that pages and searches name. */
export function standingOf(events: readonly OfficeEvent[]): {
  status: IpStatus;
  filedOn: string | null;
  publishedOn: string | null;
  grantedOn: string | null;
} {
  const ordered = steps(events);
  const last = ordered.at(-1);
  const first = (kind: OfficeEventKind) => ordered.find((event) => event.kind === kind)?.onDate ?? null;
  return {
    status: last ? STATUS_AFTER[last.kind] : "NOT_FILED",
    filedOn: first("FILED"),
    publishedOn: first("PUBLISHED"),
    grantedOn: first("GRANTED"),
  };
}

/** The status on a day ('YYYY-MM-DD'): a granted right whose term is over has expired. */
export function statusOn(right: { status: IpStatus; expiresOn: string | null }, today: string): IpStatus {
  return right.status === "GRANTED" && right.expiresOn !== null && right.expiresOn <= today ? "EXPIRED" : right.status;
}

/** For how many days an office has examined an application, or did until its next act; null while none began. */
export function examinationDays(events: readonly OfficeEvent[], today: string): number | null {
  const ordered = steps(events);
  const began = ordered.findIndex(({ kind }) => kind === "EXAMINATION");
  const from = ordered[began]?.onDate;
  if (from === undefined || from > today) return null;
  const until =
    ordered.slice(began + 1).find(({ kind }) => kind !== "EXAMINATION" && kind !== "PUBLISHED")?.onDate ?? today;
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
}

/**
 * FILED_IN_GRACE: shown to the public first, filed within twelve months; GRACE_RUNS: not filed yet, and the twelve months
 * run until `graceEndsOn`; LATE: neither, or a kind of right that knows no grace.
 */
export type Disclosure = { kind: "FILED_IN_GRACE" | "GRACE_RUNS" | "LATE"; graceEndsOn: string | null };

type Disclosed = { kind: IpKind; filedOn: string | null; disclosedOn: string | null };

/**
 * What it means that something was shown to the public before its filing; null where it was not. Days 'YYYY-MM-DD'. The
 * twelve months are a fallback for inventions alone. Source: docs/domain.md, "Results" (Disclosure).
 */
export function disclosureOf(right: Disclosed, today: string): Disclosure | null {
  const { kind, filedOn, disclosedOn } = right;
  if (disclosedOn === null || !isDisclosedBeforeFiling(right)) return null;
  if (!OF_INVENTIONS.includes(kind)) return { kind: "LATE", graceEndsOn: null };
  const graceEndsOn = aYearAfter(disclosedOn);
  if (filedOn !== null) return { kind: filedOn <= graceEndsOn ? "FILED_IN_GRACE" : "LATE", graceEndsOn };
  return { kind: today <= graceEndsOn ? "GRACE_RUNS" : "LATE", graceEndsOn };
}

/** The same day a year later; of 29 February the day before March. */
function aYearAfter(day: string): string {
  const later = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return later.endsWith("-02-29") ? later.replace("-02-29", "-02-28") : later;
}
