import type { House } from "#app/domain/accounts/actor.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";

/** DRAFT is its owner's alone; OPEN is answered; CLOSED waits for a statement, or has one without an answer. */
export const CHALLENGE_STATES = ["DRAFT", "OPEN", "CLOSED", "ANSWERED", "WITHDRAWN"] as const;
export type ChallengeState = (typeof CHALLENGE_STATES)[number];

/** Those of which a list tells: neither what is a draft nor what was taken back. */
export const LISTED_STATES = ["OPEN", "CLOSED", "ANSWERED"] as const;

/** What the public list can be narrowed to. `unanswered`: closed without an answer, or long open without any. */
export const CHALLENGE_VIEWS = ["open", "soon", "unanswered", "answered"] as const;
export type ChallengeView = (typeof CHALLENGE_VIEWS)[number];

/** An open challenge closes soon within this many days, and is unanswered after this many without an initiative. */
export const CLOSING_SOON_DAYS = 14;
export const LONG_OPEN_DAYS = 30;

/** Whether somebody can answer on that day: `opensOn` is the first, `closesOn` the first on which nobody can any more. */
export function isAnswerable(
  challenge: { state: string; opensOn: string | null; closesOn: string | null },
  today: string,
): boolean {
  const { state, opensOn, closesOn } = challenge;
  return state === "OPEN" && opensOn !== null && closesOn !== null && opensOn <= today && today < closesOn;
}

/** A challenge in a list; days are 'YYYY-MM-DD', money whole đồng as text. */
export type ChallengeItem = {
  code: string;
  state: (typeof LISTED_STATES)[number];
  language: Language;
  title: Texts;
  problem: string;
  productCodes: string[];
  budgetCeilingVnd: string | null;
  opensOn: string;
  closesOn: string;
  publishedAt: string;
  owner: { names: Texts; house: House; code: string };
  /** submitted initiatives that answer it */
  answers: number;
  answeredBy: string | null;
};
