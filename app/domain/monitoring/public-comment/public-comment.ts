import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { CampaignState } from "../campaigns/campaign.ts";

/** Why a comment may be withheld; nothing else is a reason. The grounds of the public voice. Source: docs/domain.md, "Public comment". */
export const WITHHOLDING_GROUNDS = ["PERSONAL_DATA", "INSULT", "SPAM", "SECRET", "OFF_TOPIC", "ILLEGAL"] as const;
export type WithholdingGround = (typeof WITHHOLDING_GROUNDS)[number];

/** What the Front does with what it was told. A fact that must be corrected becomes an erratum with the publication. */
export const ANSWER_OUTCOMES = ["TAKEN_UP", "PARTLY", "NOT_TAKEN_UP", "NOTED"] as const;
export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number];

/** Questions that the Front can put to the public at once. */
export const MOST_QUESTIONS = 5;

/** Lengths in characters. */
export const PUBLIC_COMMENT_LENGTHS = {
  summary: { least: 40, most: 6_000 },
  question: { least: 10, most: 300 },
  comment: { min: 10, max: 4_000 },
  reason: { min: 10, max: 1_000 },
  answer: { min: 10, max: 4_000 },
} as const;

/** The states of a campaign in which a lead prepares what will be laid open. */
export const PREPARING_STATES: readonly CampaignState[] = ["DRAFT_REPORT", "FACTUAL_CHECK"];

type Signed = { language: Language; post: string; at: string };

/** A finding as the draft tells it: its four elements, without evidence, severity and recommendations. */
export type DraftFinding = {
  code: string;
  title: string;
  criteria: string;
  condition: string;
  cause: string;
  effect: string;
  language: Language;
  subjectCode: string | null;
  isPublished: boolean;
};

export type RoundCounts = { posted: number; waiting: number; kept: number; withheld: number; answered: number };

/** What the Front lays open. Days are 'YYYY-MM-DD', instants RFC 3339; both null until it is opened. */
export type PublicRound = {
  summary: Texts;
  questions: Texts[];
  openedAt: string | null;
  dueOn: string | null;
  findings: DraftFinding[];
  counts: RoundCounts;
};

export type CommentAnswer = Signed & { outcome: AnswerOutcome; text: string };

/** A comment as a reader sees it: words and name are null where it is withheld. Whoever wrote it reads their own while it waits. */
export type DraftComment = {
  code: string;
  /** the finding that it is about; null for the whole */
  finding: string | null;
  ofMonitored: boolean;
  language: Language;
  at: string;
  name: string | null;
  text: string | null;
  state: "WAITING" | "KEPT" | "WITHHELD";
  withheld: (Signed & { ground: WithholdingGround; reason: string }) | null;
  answer: CommentAnswer | null;
  isMine: boolean;
};

/** A comment on the desk of the Front: its words whatever became of it. */
export type DeskComment = Omit<DraftComment, "text" | "isMine"> & { text: string };

/** Whether somebody can still comment on a day of Vietnam ('YYYY-MM-DD'). */
export function isRoundOpen(state: CampaignState, { dueOn }: Pick<PublicRound, "dueOn">, today: string): boolean {
  return state === "PUBLIC_COMMENT" && dueOn !== null && today <= dueOn;
}
