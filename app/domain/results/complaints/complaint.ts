/** What a complaint about a published result can be about. Source: docs/domain.md, "Results". */
export const COMPLAINT_GROUNDS = ["WRONG_FACTS", "RIGHTS", "SECRET", "PERSONAL_DATA", "ILLEGAL"] as const;
export type ComplaintGround = (typeof COMPLAINT_GROUNDS)[number];

export const COMPLAINT_OUTCOMES = ["UPHELD", "DISMISSED"] as const;
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number];

/** What everybody reads of a complaint: never its words, nor whose it is. */
export type PublicComplaint = {
  ground: ComplaintGround;
  /** RFC 3339 */
  at: string;
  outcome: ComplaintOutcome | null;
  answer: string | null;
  answeredAt: string | null;
};
