import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { CallBody, CallKind, CallNeed } from "../call.ts";

/** SENT waits for its answer; what was taken back leaves its place to another. */
export const INTEREST_STATES = ["SENT", "ACCEPTED", "DECLINED", "WITHDRAWN"] as const;
export type InterestState = (typeof INTEREST_STATES)[number];

/** An interest as its two sides read it: names and posts, never an address. Instants in RFC 3339. */
export type FoundInterest = {
  id: string;
  state: InterestState;
  /** who wrote it, and in which post */
  from: CallBody & { id: string; person: string | null; post: string };
  message: string;
  language: Language;
  sentAt: string;
  endedAt: string | null;
  answer: { text: string; language: Language; person: string | null; post: string } | null;
  call: {
    code: string;
    kind: CallKind;
    title: Texts;
    text: Texts;
    provinceCodes: string[];
    trlFrom: number | null;
    trlTo: number | null;
    amountVnd: string | null;
    partnership: string | null;
    needs: CallNeed[];
    /** the result that is offered */
    result: string | null;
    body: CallBody & { id: string };
  };
  /** on which side the reader is */
  isCaller: boolean;
  isInterested: boolean;
};

/** An interest in the list of those who sent it. */
export type OwnInterest = {
  id: string;
  state: InterestState;
  sentAt: string;
  call: { code: string; title: Texts };
  /** whose call it is */
  body: CallBody;
};
