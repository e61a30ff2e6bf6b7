import type { House } from "#app/domain/accounts/actor.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { Evidence } from "../assessments/assessment.ts";

export const CRITICALITIES = ["CRITICAL", "IMPORTANT"] as const;

/** The Front alone moves the status, by a follow-up. */
export const STATUSES = ["OPEN", "OPEN_PARTIALLY_ADDRESSED", "CLOSED_IMPLEMENTED", "CLOSED_NOT_IMPLEMENTED"] as const;
export type RecommendationStatus = (typeof STATUSES)[number];

/** The addressee alone moves the progress, forward. */
export const PROGRESSES = ["NONE", "ACKNOWLEDGED", "IN_ACTION", "CLAIMED_DONE"] as const;
export type Progress = (typeof PROGRESSES)[number];

export const ACCEPTANCES = ["ACCEPTED", "PARTIALLY", "NOT_ACCEPTED"] as const;

/** Whether nothing more is asked of the addressee. */
export function isClosed(status: RecommendationStatus): boolean {
  return status === "CLOSED_IMPLEMENTED" || status === "CLOSED_NOT_IMPLEMENTED";
}

/** Where the addressee can bring its progress from here. */
export function laterProgress(progress: Progress): Progress[] {
  return PROGRESSES.slice(PROGRESSES.indexOf(progress) + 1);
}

export type ListedRecommendation = {
  code: string;
  text: string;
  language: Language;
  criticality: (typeof CRITICALITIES)[number];
  priority: boolean;
  dueOn: string;
  status: RecommendationStatus;
  progress: Progress;
  addressee: { id: string; name: Texts; house: House };
};

type Signed = { language: Language; post: string; at: string };

export type FoundRecommendation = ListedRecommendation & {
  finding: { code: string; title: string; language: Language };
  campaign: string;
  ownerOrganisationId: string;
  partnerIds: string[];
  isPublic: boolean;
  escalatedAt: string | null;
  responses: (Signed & {
    acceptance: (typeof ACCEPTANCES)[number];
    reason: string;
    plan: string;
    targetOn: string | null;
  })[];
  steps: (Signed & { progress: Progress; note: string })[];
  followUps: (Signed & { onDay: string; note: string; evidence: Evidence[]; verdict: RecommendationStatus })[];
};
