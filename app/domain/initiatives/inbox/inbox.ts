import type { SubjectType } from "#app/domain/obligations/board.ts";
import type { Clock } from "#app/domain/obligations/obligation.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { isUuid } from "#app/platform/typed.ts";
import { TRACKS, type Track } from "../initiative.ts";

/**
 * Every kind of duty of an officer and the page on which it is done, behind the language. A seat in an evaluation is a
 * duty of its own: first the declaration, then the scores.
 */
export const DUTIES = {
  ORGANISATION_VERIFICATION: "/desk/organisations/",
  INTAKE_CHECK: "/desk/intake/",
  COUNCIL_SET_UP: "/desk/chair/",
  SEAT_DECLARATION: "/desk/evaluator/",
  SEAT_SCORE: "/desk/evaluator/",
  EVALUATION: "/desk/chair/",
  STEERING_SUBMISSION: "/desk/decisions/",
  DECISION: "/desk/decisions/",
  ASSIGNMENT: "/desk/work/",
  IMPLEMENTATION: "/desk/work/",
  IMPLEMENTATION_CHECK: "/desk/work/",
  APPEAL_REVIEW: "/desk/chair/",
  QUESTION_ANSWER: "/comments/",
  MODERATION_REVIEW: "/desk/moderation/",
  MODERATION_APPEAL: "/desk/moderation/",
  CHALLENGE_ANSWER: "/challenges/",
  RESULT_VERIFICATION: "/desk/results/",
  RESULT_REVIEW: "/desk/results/",
  RESULT_REPORT_CHECK: "/desk/results/",
  CALENDAR_YEAR: "/catalogue/working-days#",
} as const;
export type DutyKind = keyof typeof DUTIES;
export const DUTY_KINDS = Object.keys(DUTIES).filter(isDuty);

export const INBOX_CLOCKS = ["over", "soon", "run", "wait"] as const;
export type InboxClock = (typeof INBOX_CLOCKS)[number];

/** One thing that waits for the reader. Days are 'YYYY-MM-DD'. */
export type InboxItem = {
  id: string;
  kind: DutyKind;
  subjectType: SubjectType;
  /** what the page of the duty is called by */
  subjectKey: string;
  code: string;
  title: Texts | null;
  track: Track | null;
  /** the body that owes; null where a person does, or the whole post */
  body: Texts | null;
  role: string;
  assignee: { name: string; isMine: boolean } | null;
  dueOn: string;
  clock: Clock;
};

/** What of an inbox is shown; null shows all. `assigned`: one's own, nobody's, or those of a colleague by id. */
export type InboxFilter = {
  kind: DutyKind | null;
  track: Track | null;
  clock: InboxClock | null;
  assigned: string | null;
  body: string | null;
  text: string;
};

export type InboxCounts = { clocks: Record<InboxClock, number>; kinds: Partial<Record<DutyKind, number>>; all: number };

const MOST_LETTERS = 80;

/** Reads a filter from an address; what is none is left out. */
export function readFilter(query: URLSearchParams): InboxFilter {
  const asked = (name: string) => query.get(name) ?? "";
  const assigned = asked("assigned");
  const body = asked("body");
  return {
    kind: dutyOf(asked("kind")),
    track: TRACKS.find((one) => one === asked("track")) ?? null,
    clock: INBOX_CLOCKS.find((one) => one === asked("clock")) ?? null,
    assigned: assigned === "me" || assigned === "nobody" || isUuid(assigned) ? assigned : null,
    body: isUuid(body) ? body : null,
    text: [
      ...asked("q")
        .normalize("NFC")
        .replace(/[\p{Cc}\s]+/gu, " ")
        .trim(),
    ]
      .slice(0, MOST_LETTERS)
      .join(""),
  };
}

/** The address of a filter, its parts always in the same order; empty for the whole inbox. */
export function filterQuery(filter: InboxFilter): string {
  const { kind, track, clock, assigned, body, text } = filter;
  const parts = Object.entries({ kind, track, clock, assigned, body, q: text || null });
  return new URLSearchParams(parts.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))).toString();
}

/** The page on which a duty is done, behind the language. */
export function dutyPath({ kind, subjectKey }: Pick<InboxItem, "kind" | "subjectKey">): string {
  return DUTIES[kind] + subjectKey;
}

function isDuty(text: string): text is DutyKind {
  return Object.hasOwn(DUTIES, text);
}

function dutyOf(text: string): DutyKind | null {
  return isDuty(text) ? text : null;
}
