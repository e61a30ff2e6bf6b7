import type { House } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { InterestState } from "./interests/interest.ts";

/** A CALL looks for something in partners; an OFFER brings it. */
export const PARTNER_KINDS = ["CALL", "OFFER"] as const;
/** A RESULT_OFFER brings a published result to the market; a NEED looks for one. */
export const MARKET_KINDS = ["RESULT_OFFER", "NEED"] as const;
export const CALL_KINDS = [...PARTNER_KINDS, ...MARKET_KINDS] as const;
export type CallKind = (typeof CALL_KINDS)[number];

/** What partners seek and offer. Source: docs/domain.md, "Calls and offers". */
export const PARTNER_NEEDS = ["CAPITAL", "TECHNOLOGY", "SITE", "LABORATORY", "MARKET"] as const;
/** The ways in which a result changes hands. Source: docs/domain.md, "Offers of results and needs". */
export const RESULT_WAYS = ["LICENCE", "SALE", "JOINT_VENTURE", "CO_DEVELOPMENT", "PILOT"] as const;
export const CALL_NEEDS = [...PARTNER_NEEDS, ...RESULT_WAYS] as const;
export type CallNeed = (typeof CALL_NEEDS)[number];

/** Whether it belongs to the market of results. */
export function isOfMarket(kind: string): boolean {
  return MARKET_KINDS.some((one) => one === kind);
}

/** What can be sought and offered in a call of that kind. */
export function needsOf(kind: CallKind): readonly CallNeed[] {
  return isOfMarket(kind) ? RESULT_WAYS : PARTNER_NEEDS;
}

/** DRAFT is its owner's alone; OPEN takes interests on its days; CLOSED was ended by its owner. */
export const CALL_STATES = ["DRAFT", "OPEN", "CLOSED", "WITHDRAWN"] as const;
export type CallState = (typeof CALL_STATES)[number];

/** Those of which a list tells: neither what is a draft nor what was taken back. */
export const LISTED_CALL_STATES = ["OPEN", "CLOSED"] as const;

/** How a call stands on a day, as people read it: whether it takes interests follows from its state and its days. */
export const CALL_STANDINGS = ["DRAFT", "UPCOMING", "OPEN", "EXPIRED", "CLOSED", "WITHDRAWN"] as const;
export type CallStanding = (typeof CALL_STANDINGS)[number];

/** What the public list can be narrowed to. */
export const CALL_VIEWS = ["open", "soon", "ended"] as const;
export type CallView = (typeof CALL_VIEWS)[number];

/** An open call ends soon within this many days. */
export const ENDING_SOON_DAYS = 14;

/** What is renewed, and what the market of results holds, ends within this many days [P]. */
export const MOST_OPEN_DAYS = 366;

/** The states in which a partnership still looks for its houses. */
export const SEEKING_STATES = ["IDEA", "CALL_OPEN", "FORMING"] as const;

/** Whether a partnership in that state still looks for houses. */
export function isSeeking(state: string): boolean {
  return SEEKING_STATES.some((one) => one === state);
}

type Dated = { state: CallState; opensOn: string | null; closesOn: string | null };

/** How a call stands on that day: `opensOn` is the first on which it takes interests, `closesOn` the first on which it does not. */
export function standingOf({ state, opensOn, closesOn }: Dated, today: string): CallStanding {
  if (state !== "OPEN" || opensOn === null || closesOn === null) return state;
  if (today < opensOn) return "UPCOMING";
  return today < closesOn ? "OPEN" : "EXPIRED";
}

/** Whoever stands behind a call or an interest; never a person. */
export type CallBody = { name: Texts; house: House; code: string };

/** A call or an offer in a list; days are 'YYYY-MM-DD', money whole đồng as text. */
export type CallItem = {
  code: string;
  kind: CallKind;
  state: (typeof LISTED_CALL_STATES)[number];
  title: Texts;
  /** how it begins, in each of its languages */
  text: Texts;
  needs: CallNeed[];
  productCodes: string[];
  trlFrom: number | null;
  trlTo: number | null;
  provinceCodes: string[];
  fordCode: string | null;
  amountVnd: string | null;
  opensOn: string;
  closesOn: string;
  publishedAt: string;
  body: CallBody;
  /** expressions of interest that were not taken back */
  interests: number;
  /** houses that the partnership behind it lacks */
  missing: House[];
};

/** One call or offer as its reader may see it; instants in RFC 3339. */
export type FoundCall = Omit<CallItem, "state" | "opensOn" | "closesOn" | "publishedAt"> & {
  organisationId: string;
  state: CallState;
  standing: CallStanding;
  words: string;
  opensOn: string | null;
  closesOn: string | null;
  publishedAt: string | null;
  endedAt: string | null;
  endReason: string | null;
  /** the partnership that looks for a house by it */
  partnership: string | null;
  /** what it comes from; the title where everybody reads it */
  origin: { type: "INITIATIVE" | "RESULT"; code: string; title: Texts | null } | null;
  /** those interests of which the reader is one of the two sides, the newest first */
  concerned: { id: string; state: InterestState; sentAt: string; body: CallBody; organisationId: string }[];
  /** whether the reader speaks for its organisation */
  mayRun: boolean;
};

/** A call or an offer as its organisation sees it in its list. */
export type OwnCall = Pick<
  FoundCall,
  "code" | "kind" | "state" | "title" | "opensOn" | "closesOn" | "body" | "interests"
> & {
  /** interests that wait for an answer */
  waiting: number;
};
