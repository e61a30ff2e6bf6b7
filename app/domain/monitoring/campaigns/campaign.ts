import { offeredSteps, type Step } from "#app/domain/obligations/step.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { UsedTemplate } from "../templates/template.ts";

export const CAMPAIGN_STATES = [
  "PLANNED",
  "APPROVED",
  "FIELDWORK",
  "DRAFT_REPORT",
  "FACTUAL_CHECK",
  "PUBLIC_COMMENT",
  "PUBLISHED",
  "FOLLOW_UP",
  "CLOSED",
] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** What can be monitored; a campaign names one or several. */
export const MONITORED_TYPES = ["INITIATIVE", "PARTNERSHIP", "RESULT", "OBLIGATION"] as const;
export type MonitoredType = (typeof MONITORED_TYPES)[number];

/** How the field work is done: each is a sentence of the pages. */
export const METHOD_TEMPLATES = ["OGP", "DESK", "VISIT"] as const;
export type MethodTemplate = (typeof METHOD_TEMPLATES)[number];

export type CampaignStep = Step<CampaignState, "MONITOR_LEAD">;

/**
 * The only ways in which a campaign moves. All are a lead's of the Front: the monitored side has no transition.
 * Source: docs/domain.md, "Monitoring".
 */
export const CAMPAIGN_STEPS: readonly CampaignStep[] = [
  // the presidium's decision is named; whoever planned it does not tell its approval
  { from: "PLANNED", to: "APPROVED", by: ["MONITOR_LEAD"], offered: true },
  // every sample is drawn
  { from: "APPROVED", to: "FIELDWORK", by: ["MONITOR_LEAD"], offered: true },
  // every sampled subject is read twice and settled
  { from: "FIELDWORK", to: "DRAFT_REPORT", by: ["MONITOR_LEAD"], offered: true },
  { from: "DRAFT_REPORT", to: "FACTUAL_CHECK", by: ["MONITOR_LEAD"], offered: true },
  { from: "FACTUAL_CHECK", to: "PUBLIC_COMMENT", by: ["MONITOR_LEAD"], offered: true },
  // every confirmed finding becomes public at the same moment and is served on its addressees
  { from: "PUBLIC_COMMENT", to: "PUBLISHED", by: ["MONITOR_LEAD"], offered: true },
  { from: "PUBLISHED", to: "FOLLOW_UP", by: ["MONITOR_LEAD"], offered: true },
  // no recommendation is open
  { from: "FOLLOW_UP", to: "CLOSED", by: ["MONITOR_LEAD"], offered: true },
];

/** Where a lead can move a campaign now; null at its end. */
export function nextState(state: CampaignState): CampaignState | null {
  return offeredSteps(CAMPAIGN_STEPS, state, ["MONITOR_LEAD"])[0]?.to ?? null;
}

/** Where people and bodies of the Front join the work and leave it: not while the monitored side and the public are heard. */
export const JOINING_STATES: readonly CampaignState[] = [
  "PLANNED",
  "APPROVED",
  "FIELDWORK",
  "DRAFT_REPORT",
  "FOLLOW_UP",
];

/** A campaign in a list. Days are 'YYYY-MM-DD'. */
export type CampaignItem = {
  code: string;
  state: CampaignState;
  title: Texts;
  question: Texts;
  owner: Texts;
  startsOn: string;
  endsOn: string;
  subjectTypes: MonitoredType[];
  /** the last day of its public comment; null before it opens */
  commentUntil: string | null;
  /** subjects drawn into its samples */
  drawn: number;
};

/** A sample as its campaign shows it. Instants in RFC 3339. */
export type CampaignSampleItem = {
  number: number;
  subjectType: MonitoredType;
  filter: { fromOn?: string; toOn?: string; provinceCode?: string; house?: string };
  populationSize: number;
  populationSha256: string;
  frozenAt: string;
  method: "SIMPLE" | "STRATIFIED" | "SYSTEMATIC" | null;
  stratumBy: "PROVINCE" | "HOUSE" | null;
  size: number | null;
  seed: string | null;
  drawnAt: string | null;
};

/** Whether somebody is on the team of a campaign now. */
export function isOnTeam({ team }: Pick<FoundCampaign, "team">, personId: string | undefined): boolean {
  return team.some((one) => one.personId === personId && one.leftAt === null);
}

/** Another body of the Front in a campaign; `accepted` is null until it answers. */
export type CampaignBody = {
  id: string;
  code: string;
  name: Texts;
  accepted: boolean | null;
  invitedAt: string;
  answeredAt: string | null;
  note: string;
};

/** A whole campaign. The team is told by its posts: no person is named in public. */
export type FoundCampaign = Omit<CampaignItem, "drawn"> & {
  createdById: string;
  ownerOrganisationId: string;
  /** bodies of the Front that work in it, its own too; and those that read its plan */
  partnerIds: string[];
  invitedIds: string[];
  bodies: CampaignBody[];
  scope: Texts;
  legalBasis: string;
  method: MethodTemplate;
  template: UsedTemplate | null;
  approvalNumber: string | null;
  approvedOn: string | null;
  publishedAt: string | null;
  team: {
    personId: string;
    name: string | null;
    post: string;
    declaration: string;
    declaredAt: string;
    leftAt: string | null;
  }[];
  steps: { to: CampaignState; note: string; post: string; at: string }[];
  samples: CampaignSampleItem[];
};
