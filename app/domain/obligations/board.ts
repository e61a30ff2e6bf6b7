import type { House } from "#app/domain/accounts/actor.ts";
import type { Clock } from "#app/domain/obligations/obligation.ts";
import type { Texts } from "#app/platform/languages/texts.ts";

export const SUBJECT_TYPES = [
  "INITIATIVE",
  "PARTNERSHIP",
  "RESULT",
  "ORGANISATION",
  "PERSON_ROLE",
  "CHALLENGE",
  "COMMENT",
  "CALENDAR_YEAR",
  "CALL",
  "RECORD",
  "CAMPAIGN",
  "FINDING",
  "RECOMMENDATION",
  "OPINION",
] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** Who does something to a clock, as the public reads it: a post, and the body where there is one; never a person. */
export type PublicHand = { role: string; names: Texts | null };

/** A time during which a clock stood; half-open days, without `to` it still stands. */
export type PublicPause = { from: string; to: string | null; reason: string; by: PublicHand | null };

/** More time asked for, and what was answered. Reasons are null where a person owes alone: they stay between those concerned. */
export type PublicExtension = {
  id: string;
  untilOn: string;
  reason: string | null;
  requestedOn: string;
  requestedBy: PublicHand;
  /** null while nobody has answered */
  granted: boolean | null;
  answerReason: string | null;
  answeredOn: string | null;
  answeredBy: PublicHand | null;
};

/** An obligation as the public reads it: the body that owes, never a person. Days are 'YYYY-MM-DD' in Vietnam. */
export type PublicObligation = {
  id: string;
  kind: string;
  subjectType: SubjectType;
  subjectCode: string;
  /** whether it has a page that everybody reads; a result has none before it is published */
  subjectIsOpen: boolean;
  debtor: PublicHand & { house: House; organisationId: string | null };
  /** to whom it is owed: a body or a role, `PUBLIC` where everybody waits */
  creditor: PublicHand & { organisationId: string | null };
  basis: string;
  /** how many working days were given; null where a day was agreed */
  workingDays: number | null;
  openedOn: string;
  originalDueOn: string;
  /** the first due date on the published calendar, where the original was counted on a provisional one */
  recountedDueOn: string | null;
  /** null while the clock stands: the date is counted anew when it runs again */
  dueOn: string | null;
  pausedOn: string | null;
  pauseReason: string | null;
  pauses: PublicPause[];
  extensions: PublicExtension[];
  endedOn: string | null;
  outcome: string | null;
  /** working days that the clock has run, without those on which it stood */
  usedDays: number;
  clock: Clock;
};

/** How many obligations are open, by the state of their clock. */
export type OpenCounts = { over: number; soon: number; run: number; wait: number };

export const BOARD_VIEWS = ["open", "over", "soon", "run", "wait", "done"] as const;
export type BoardView = (typeof BOARD_VIEWS)[number];

/** How long something has been open: up to 7, 30, 90 calendar days, or longer. */
export const AGES = ["week", "month", "quarter", "older"] as const;
export type Age = (typeof AGES)[number];

/** What of the board is shown; null shows all. `body` is the id of an organisation, `role` whoever owes in that role. */
export type BoardFilter = {
  view: BoardView;
  body: string | null;
  role: string | null;
  kind: string | null;
  house: House | null;
  province: string | null;
  age: Age | null;
};

export const WHOLE_BOARD: BoardFilter = {
  view: "open",
  body: null,
  role: null,
  kind: null,
  house: null,
  province: null,
  age: null,
};

/**
 * A place on the board: the ordering values of its last row. Of what is open: whether the clock stands, due day, opening
 * instant (RFC 3339), id; of what is done: the instant, id.
 */
export type BoardPlace =
  | readonly [standing: number, dueOn: string, openedAt: string, id: string]
  | readonly [doneAt: string, id: string];

type Open = { open: number; over: number };

/** What is open, counted in four ways; a week begins on its Monday, and what stands has none. */
export type BoardSummary = {
  states: OpenCounts;
  kinds: (Open & { kind: string })[];
  ages: (Open & { age: Age })[];
  weeks: (Open & { from: string })[];
};

/** What a body owes and how it answered in twelve months; a role where no body does. Median in working days. */
export type BodyFigures = Open & {
  organisationId: string | null;
  role: string | null;
  house: House;
  names: Texts | null;
  answered: number;
  inTime: number;
  medianDays: number | null;
};

/** The address, behind the language, at which a subject of the record and of obligations is read; null where there is none. */
export function subjectPath(type: SubjectType, code: string): string | null {
  switch (type) {
    case "INITIATIVE":
      return `/initiatives/${code}`;
    // named by the code of its initiative
    case "COMMENT":
      return `/initiatives/${code}/voice`;
    case "PARTNERSHIP":
      return `/partnerships/${code}`;
    case "RESULT":
      return `/results/${code}`;
    case "ORGANISATION":
      return `/organisations/${code}`;
    case "CHALLENGE":
      return `/challenges/${code}`;
    case "CALL":
      return `/partnerships/calls/${code}`;
    case "CAMPAIGN":
      return `/monitoring/campaigns/${code}`;
    case "FINDING":
      return `/monitoring/findings/${code}`;
    case "RECOMMENDATION":
      return `/monitoring/recommendations/${code}`;
    case "OPINION":
      return `/monitoring/opinion/${code}`;
    case "CALENDAR_YEAR":
      return "/catalogue/working-days";
    case "RECORD":
      return "/record";
    case "PERSON_ROLE":
      return null;
  }
}
