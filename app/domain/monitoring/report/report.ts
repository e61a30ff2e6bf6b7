import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { Completion, Evidence } from "../assessments/assessment.ts";
import type { TemplateAnswer } from "../assessments/template-answers.ts";
import type { CampaignSampleItem, CampaignState, MethodTemplate, MonitoredType } from "../campaigns/campaign.ts";
import type { Severity } from "../findings/finding.ts";
import type { Counts } from "../indicators/indicators.ts";
import type { FoundSignal } from "../opinion/opinion.ts";
import type { DraftComment, WithholdingGround } from "../public-comment/public-comment.ts";
import type { ACCEPTANCES, CRITICALITIES, Progress, RecommendationStatus } from "../recommendations/recommendation.ts";

/** The first edition is made at the publication, the second, with every answer, when the campaign is closed. */
export type EditionNumber = 1 | 2;

/** An edition as it was printed: the hash of its PDF in each language, and the entry of the record that names them. */
export type Edition = { edition: EditionNumber; madeAt: string; entryNo: number; hashes: Record<Language, string> };

type Signed = { language: Language; post: string; at: string };

export type ReportAssessment = {
  key: string;
  drawn: number;
  body: string | null;
  selfCompletion: Completion | null;
  completion: Completion;
  verifiable: boolean;
  /** the two readers differed, and a lead settled it */
  wasSettled: boolean;
  /** of both readers, to each question of the template */
  answers: TemplateAnswer["answer"][][];
  explanation: (Signed & { text: string }) | null;
};

export type ReportFinding = {
  code: string;
  title: string;
  language: Language;
  severity: Severity;
  subjectCode: string | null;
  criteria: string;
  condition: string;
  cause: string;
  effect: string;
  evidence: Evidence[];
  /** what the bodies asked said of the facts, and what was answered; the body by its name */
  checks: {
    body: string;
    dueOn: string;
    comment: (Signed & { correct: boolean; text: string }) | null;
    answer: (Signed & { accepted: boolean; reason: string }) | null;
  }[];
  errata: (Signed & { text: string })[];
};

export type ReportRecommendation = {
  code: string;
  finding: string;
  text: string;
  language: Language;
  addressee: string;
  criticality: (typeof CRITICALITIES)[number];
  priority: boolean;
  dueOn: string;
  status: RecommendationStatus;
  progress: Progress;
  responses: (Signed & {
    acceptance: (typeof ACCEPTANCES)[number];
    reason: string;
    plan: string;
    targetOn: string | null;
  })[];
  followUps: (Signed & { onDay: string; note: string; verdict: RecommendationStatus })[];
};

/** The field work as the report lists it: minutes to be public, and how many more there are. */
export type ReportField = {
  visits: { code: string; onDay: string; subject: string; place: string; language: Language; photographs: number }[];
  inside: number;
  interviews: number;
};

/** A comment on the draft: text and answer, or the ground and the reason for which it is withheld. Nobody is named. */
export type ReportComment = Pick<
  DraftComment,
  "code" | "finding" | "ofMonitored" | "language" | "at" | "text" | "answer"
> & {
  ground: WithholdingGround | null;
  reason: string | null;
};

export type ReportSignal = Pick<
  FoundSignal,
  | ("code" | "title" | "language" | "channel" | "method" | "question")
  | ("n" | "several" | "figures" | "fromOn" | "toOn" | "source")
>;

/** Everything that the report of a campaign is written from. Instants in RFC 3339, days 'YYYY-MM-DD'. */
export type ReportFacts = {
  code: string;
  state: CampaignState;
  ownerOrganisationId: string;
  partnerIds: string[];
  title: Texts;
  question: Texts;
  scope: Texts;
  owner: Texts;
  legalBasis: string;
  subjectTypes: MonitoredType[];
  method: MethodTemplate;
  /** the version of a body's own template with which it was planned */
  template: { name: Texts; number: number; language: Language; questions: string[] } | null;
  startsOn: string;
  endsOn: string;
  approvalNumber: string | null;
  approvedOn: string | null;
  publishedAt: string | null;
  team: { post: string; declaration: string; declaredAt: string }[];
  samples: CampaignSampleItem[];
  assessments: ReportAssessment[];
  findings: ReportFinding[];
  recommendations: ReportRecommendation[];
  field: ReportField;
  signals: ReportSignal[];
  /** null where there was no public comment, or none yet */
  round: { dueOn: string; comments: ReportComment[] } | null;
};

/** What the assessments of a report count, as the indicators count them; recommendations stand in the report one by one. */
export function countsOf(assessments: readonly Pick<ReportAssessment, "selfCompletion" | "completion">[]): Counts {
  const isHigh = (level: Completion | null) => level === "SUBSTANTIAL" || level === "COMPLETE";
  const reported = assessments.filter(({ selfCompletion }) => selfCompletion !== null);
  const count = <Item>(items: readonly Item[], holds: (item: Item) => boolean) => items.filter(holds).length;
  return {
    assessed: assessments.length,
    verifiedHigh: count(assessments, ({ completion }) => isHigh(completion)),
    reported: reported.length,
    selfHigh: count(reported, ({ selfCompletion }) => isHigh(selfCompletion)),
    selfComplete: count(reported, ({ selfCompletion }) => selfCompletion === "COMPLETE"),
    reportedVerifiedHigh: count(reported, ({ completion }) => isHigh(completion)),
    reportedVerifiedComplete: count(reported, ({ completion }) => completion === "COMPLETE"),
    ...{ issued: 0, implemented: 0, closed: 0, overdue: 0, answered: 0, medianDays: null, ages: [] },
  };
}
