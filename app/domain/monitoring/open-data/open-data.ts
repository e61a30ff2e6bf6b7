import type { House } from "#app/domain/accounts/actor.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { Evidence } from "../assessments/assessment.ts";
import type { CampaignState, MonitoredType } from "../campaigns/campaign.ts";
import type { FindingText } from "../factual-check/factual-check.ts";
import type { Severity } from "../findings/finding.ts";
import type { FoundRecommendation, ListedRecommendation } from "../recommendations/recommendation.ts";

/** A body as open data name it: `code` is scheme and identifier. */
export type OpenBody = { code: string; name: Texts; house: House };

type Signed = { post: string; language: Language; at: string };

/** A campaign that is approved. Days are 'YYYY-MM-DD', instants RFC 3339. */
export type OpenCampaign = {
  code: string;
  state: CampaignState;
  title: Texts;
  question: Texts;
  owner: OpenBody;
  startsOn: string;
  endsOn: string;
  subjectTypes: MonitoredType[];
  drawn: number;
  publishedAt: string | null;
  findings: number;
  recommendations: number;
};

/** A published finding, whole. */
export type OpenFinding = FindingText & {
  code: string;
  campaign: string;
  owner: OpenBody;
  language: Language;
  severity: Severity;
  /** null where it is about the whole campaign */
  subject: { type: MonitoredType; code: string } | null;
  /** the sampled subject's assessment */
  unitId: string | null;
  evidence: Evidence[];
  publishedAt: string;
  recommendations: string[];
  addressees: OpenBody[];
  errata: (Signed & { text: string })[];
  checks: {
    body: OpenBody;
    dueOn: string;
    comment: (Signed & { correct: boolean; text: string }) | null;
    answer: (Signed & { accepted: boolean; reason: string }) | null;
  }[];
};

/** A published recommendation, whole: the Front's status, the addressee's progress, what was answered, done and seen. */
export type OpenRecommendation = Omit<ListedRecommendation, "addressee"> &
  Pick<FoundRecommendation, "finding" | "campaign" | "escalatedAt" | "responses" | "steps" | "followUps"> & {
    owner: OpenBody;
    addressee: OpenBody;
    subject: { type: MonitoredType; code: string } | null;
    issuedAt: string;
    /** the last day for an answer, and the day of the first one */
    answerDueOn: string | null;
    answeredOn: string | null;
  };

export type CampaignFilter = { states: readonly string[]; owners: readonly string[]; types: readonly string[] };
export type FindingFilter = {
  campaigns: readonly string[];
  severities: readonly string[];
  subjects: readonly string[];
  addressees: readonly string[];
  owners: readonly string[];
};
export type RecommendationFilter = Omit<FindingFilter, "severities"> & {
  statuses: readonly string[];
  progresses: readonly string[];
  criticalities: readonly string[];
  findings: readonly string[];
  /** past its due day and open; without an answer; put first: each null where it does not matter */
  isOverdue: boolean | null;
  isAnswered: boolean | null;
  isPriority: boolean | null;
};

export const EVERY_FINDING: FindingFilter = { campaigns: [], severities: [], subjects: [], addressees: [], owners: [] };
export const EVERY_RECOMMENDATION: RecommendationFilter = {
  ...{ campaigns: [], subjects: [], addressees: [], owners: [], statuses: [], progresses: [], criticalities: [] },
  ...{ findings: [], isOverdue: null, isAnswered: null, isPriority: null },
};

/** One page of a list; `next` is where the following one starts. */
export type OpenPage<Item> = { items: Item[]; next: string | null };
