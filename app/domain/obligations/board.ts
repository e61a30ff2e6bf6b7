import type { House } from "#app/domain/accounts/actor.ts";
import type { Clock } from "#app/domain/obligations/obligation.ts";

export const SUBJECT_TYPES = [
  "INITIATIVE",
  "PARTNERSHIP",
  "RESULT",
  "ORGANISATION",
  "PERSON_ROLE",
  "CHALLENGE",
  "COMMENT",
  "CALENDAR_YEAR",
] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** An obligation as the public reads it: the body that owes, never a person. Days are 'YYYY-MM-DD' in Vietnam. */
export type PublicObligation = {
  id: string;
  kind: string;
  subjectType: SubjectType;
  subjectCode: string;
  debtor: { role: string; house: House; name: string | null; organisationId: string | null };
  basis: string;
  openedOn: string;
  originalDueOn: string;
  /** null while the clock stands: the date is counted anew when it runs again */
  dueOn: string | null;
  pausedOn: string | null;
  pauseReason: string | null;
  endedOn: string | null;
  outcome: string | null;
  clock: Clock;
};

/** How many obligations are open, by the state of their clock. */
export type OpenCounts = { over: number; soon: number; run: number; wait: number };

export const BOARD_VIEWS = ["open", "over", "soon", "run", "wait", "done"] as const;
export type BoardView = (typeof BOARD_VIEWS)[number];

/** The address, behind the language, at which a subject of the record and of obligations is read; null where there is none. */
export function subjectPath(type: SubjectType, code: string): string | null {
  switch (type) {
    case "INITIATIVE":
    // what is said of an initiative stands on its page
    case "COMMENT":
      return `/initiatives/${code}`;
    case "PARTNERSHIP":
      return `/partnerships/${code}`;
    case "RESULT":
      return `/results/${code}`;
    case "ORGANISATION":
      return `/organisations/${code}`;
    case "CHALLENGE":
      return `/challenges/${code}`;
    case "PERSON_ROLE":
    case "CALENDAR_YEAR":
      return null;
  }
}
