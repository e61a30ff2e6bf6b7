import { daysBetween } from "#app/domain/obligations/calendar.ts";
import type { ClockState } from "#app/domain/obligations/obligation.ts";
import { DUE_SOON_DAYS } from "#app/domain/obligations/obligation.ts";
import type { Texts } from "#app/platform/languages/texts.ts";

/** What waits for the Front, in the order in which a campaign comes to it. */
const WORK_KINDS = [
  "INVITATION",
  "READ",
  "ASSIGN",
  "SETTLE",
  "SIGN",
  "SECOND",
  "CONFIRM",
  "ANSWER_FACTS",
  "PUBLIC_COMMENTS",
  "FOLLOW_UP",
  "RECOMMENDATION_DUE",
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** One thing to do. `dueOn` is 'YYYY-MM-DD': the day given, agreed or owed, else the last day of the field work. */
export type WorkItem = {
  /** its place in the list */
  place: number;
  kind: WorkKind;
  /** whether it waits for the reader, or for somebody of their body */
  isYours: boolean;
  campaign: string;
  campaignTitle: Texts;
  /** what it is about: a key or a code; null for the campaign itself */
  subject: string | null;
  /** where it is done, behind the language */
  path: string;
  /** the post of who is to do it, where it was given to one */
  post: string | null;
  /** how many things of the kind stand behind it */
  count: number;
  dueOn: string;
};

/** The clock of something to do on a day. `days` are calendar days left, or gone. */
export function workClock(dueOn: string, today: string): { state: ClockState; days: number } {
  const left = daysBetween(today, dueOn);
  if (left < 0) return { state: "over", days: -left };
  return { state: left <= DUE_SOON_DAYS ? "soon" : "run", days: left };
}
