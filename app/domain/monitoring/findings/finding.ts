import { offeredSteps, type Step } from "#app/domain/obligations/step.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Evidence } from "../assessments/assessment.ts";
import type { CampaignState } from "../campaigns/campaign.ts";
import type { FactualCheck } from "../factual-check/factual-check.ts";
import type { ListedRecommendation } from "../recommendations/recommendation.ts";

export const SEVERITIES = ["MINOR", "MODERATE", "MAJOR", "CRITICAL"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const FINDING_STATES = ["DRAFT", "SECOND_READ", "CONFIRMED", "PUBLISHED"] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** SECOND_READER: somebody else of the team; CORRECTION: an accepted comment on its facts; CAMPAIGN: the publication of the whole campaign. */
export type FindingHand = "SECOND_READER" | "MONITOR_LEAD" | "CORRECTION" | "CAMPAIGN";

/** How a finding moves; once published it changes by a dated erratum only. Source: docs/domain.md, "Monitoring". */
export const FINDING_STEPS: readonly Step<FindingState, FindingHand>[] = [
  { from: "DRAFT", to: "SECOND_READ", by: ["SECOND_READER"], offered: true },
  { from: "SECOND_READ", to: "CONFIRMED", by: ["MONITOR_LEAD"], offered: true },
  // the corrected text is read by a second one again
  { from: "SECOND_READ", to: "DRAFT", by: ["CORRECTION"], offered: true },
  { from: "CONFIRMED", to: "DRAFT", by: ["CORRECTION"], offered: true },
  { from: "CONFIRMED", to: "PUBLISHED", by: ["CAMPAIGN"], offered: true },
];

/** Where the reader can move a finding now: who wrote it nowhere, somebody else of the team and a lead one step each. */
export function nextFindingState(
  { state, isYours, onTeam }: { state: FindingState; isYours: boolean | null; onTeam: boolean },
  leads: boolean,
): "SECOND_READ" | "CONFIRMED" | null {
  if (isYours) return null;
  const hands: FindingHand[] = [
    ...(onTeam ? (["SECOND_READER"] as const) : []),
    ...(leads ? (["MONITOR_LEAD"] as const) : []),
  ];
  const to = offeredSteps(FINDING_STEPS, state, hands)[0]?.to;
  return to === "SECOND_READ" || to === "CONFIRMED" ? to : null;
}

/** The states of a campaign in which findings are written: each goes through the factual check. */
export const WRITING_STATES: readonly CampaignState[] = ["FIELDWORK", "DRAFT_REPORT"];

/** The states in which they are read by a second one and confirmed. */
export const READING_STATES: readonly CampaignState[] = [...WRITING_STATES, "FACTUAL_CHECK", "PUBLIC_COMMENT"];

/** A finding in a list. */
export type FindingItem = {
  code: string;
  state: FindingState;
  title: string;
  language: Language;
  severity: Severity;
  campaign: string;
  subjectCode: string | null;
  recommendations: number;
  publishedAt: string | null;
};

export type FoundFinding = Omit<FindingItem, "recommendations"> & {
  ownerOrganisationId: string;
  partnerIds: string[];
  campaignState: CampaignState;
  unitId: string | null;
  criteria: string;
  condition: string;
  cause: string;
  effect: string;
  evidence: Evidence[];
  /** whether the reader wrote it, and whether they are on its campaign's team */
  isYours: boolean | null;
  onTeam: boolean;
  secondNote: string | null;
  /** what each body said of the facts before the publication, and what the Front answered */
  checks: FactualCheck[];
  errata: { text: string; language: Language; post: string; at: string }[];
  recommendations: ListedRecommendation[];
};
