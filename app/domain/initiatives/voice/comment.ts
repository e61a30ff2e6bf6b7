import type { House } from "#app/domain/accounts/actor.ts";
import type { PublicHand } from "#app/domain/obligations/board.ts";
import type { Clock } from "#app/domain/obligations/obligation.ts";
import type { Texts } from "#app/platform/languages/texts.ts";

/** What somebody says of an initiative: in favour, against, or a question. */
export const STANCES = ["FOR", "AGAINST", "QUESTION"] as const;
export type Stance = (typeof STANCES)[number];

/** Whom a question is put to: who proposed it, or the body whose turn it is. */
export const ADDRESSEES = ["PROPOSER", "BODY"] as const;
export type Addressee = (typeof ADDRESSEES)[number];

/** Why a comment may be hidden; nothing else is a reason. Source: docs/domain.md, "Public voice". */
export const GROUNDS = ["PERSONAL_DATA", "INSULT", "SPAM", "SECRET", "OFF_TOPIC", "ILLEGAL"] as const;

/** Lengths in characters. */
export const VOICE_LENGTHS = {
  comment: { min: 10, max: 2_000 },
  answer: { min: 10, max: 4_000 },
  reason: { min: 10, max: 1_000 },
} as const;

/** What is left of a comment that is not read any more. Instants are RFC 3339. */
export type Tombstone =
  | { kind: "WITHDRAWN"; at: string }
  | {
      kind: "HIDDEN";
      ground: string;
      reason: string;
      language: "vi" | "en" | "fr";
      body: Texts | null;
      post: string;
      at: string;
      /** the author's one appeal: waiting, or decided against them */
      appeal: "OPEN" | "UPHELD" | null;
    };

/** A comment as a reader sees it; words and name are null where a tombstone stands. Instants are RFC 3339. */
export type PublicComment = {
  code: string;
  stance: Stance;
  addressee: Addressee | null;
  /** the version of which it speaks */
  version: number;
  at: string;
  language: "vi" | "en" | "fr";
  name: string | null;
  text: string | null;
  tombstone: Tombstone | null;
  answer: { text: string; language: "vi" | "en" | "fr"; at: string; body: Texts | null; house: House | null } | null;
  /** a question's: who owes the answer, by when */
  clock: (PublicHand & { house: House; dueOn: string; clock: Clock }) | null;
  isMine: boolean;
};

export type VoiceSummary = {
  supports: number;
  counts: Record<Stance, number>;
  unanswered: number;
  /** how many are hidden, by ground */
  hidden: Record<string, number>;
  /** the newest version */
  version: number;
  /** the version that this reader supports */
  mySupport: number | null;
  /** the code of this reader's comment for or against */
  myStance: string | null;
  isAuthor: boolean;
};
