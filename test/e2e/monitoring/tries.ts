/** The monitoring objects that the matrix tries to touch, by what they are; filled before the tests. */
export const codes = {
  plan: "",
  field: "",
  unit: "",
  draft: "",
  finding: "",
  recommendation: "",
  published: "",
  round: "",
  checked: "",
  laid: "",
  comment: "",
  visit: "",
  interview: "",
  signal: "",
  shown: "",
  assessed: "",
  clock: "",
};
export const TEXT = "Một đoạn văn đủ dài để qua được mọi kiểm tra của biểu mẫu này.";

export type Try = [what: string, path: () => string, fields: () => Record<string, string>];

const NOBODY = "00000000-0000-0000-0000-000000000000";
const APPROVAL = { approvalNumber: "1/QĐ", approvedOn: "01/11/2026" };
const CODING = { verifiable: "YES", potential: "MODEST", completion: "LIMITED", earlyResults: "MODERATE" };
const EVIDENCE = { "evidence[0].title": "Biên bản", "evidence[0].grade": "A" };
const VISIT = { onDay: "02/11/2026", place: "Nhà máy", met: "Giám đốc", seen: TEXT, language: "vi", isPublic: "on" };
export const FINDING = {
  title: "Một phát hiện",
  criteria: TEXT,
  condition: TEXT,
  cause: TEXT,
  effect: TEXT,
  severity: "MINOR",
};
export function campaign(code: string, end = "manage"): string {
  return `/vi/monitoring/campaigns/${code}/${end}`;
}

/** Every act that makes, alters, hides or delays a monitoring object. */
export const TRIES: readonly Try[] = [
  ["plan a campaign", () => campaign("new", "").slice(0, -1), () => ({ title_vi: TEXT })],
  ["change a plan", () => campaign(codes.plan, "edit"), () => ({ title_vi: TEXT })],
  ["approve a campaign", () => campaign(codes.plan), () => ({ intent: "move", to: "APPROVED", ...APPROVAL })],
  ["move a campaign", () => campaign(codes.field), () => ({ intent: "move", to: "DRAFT_REPORT" })],
  ["close a campaign", () => campaign(codes.published), () => ({ intent: "move", to: "CLOSED" })],
  [
    "join the team",
    () => campaign(codes.plan),
    () => ({ intent: "team", email: "a@b.vn", post: "Trưởng", declaration: TEXT }),
  ],
  [
    "send somebody away",
    () => campaign(codes.field),
    () => ({ intent: "leave", person: "00000000-0000-0000-0000-000000000000" }),
  ],
  ["freeze a population", () => campaign(codes.plan), () => ({ intent: "population", subjectType: "RESULT" })],
  ["draw a sample", () => campaign(codes.plan), () => ({ intent: "draw", number: "1", method: "SIMPLE", size: "1" })],
  [
    "code a subject",
    () => `/vi/monitoring/assessments/${codes.unit}`,
    () => ({ intent: "read", ...CODING, rationale: TEXT, ...EVIDENCE }),
  ],
  ["save a draft of a reading", () => `/vi/monitoring/assessments/${codes.unit}`, () => ({ intent: "draft" })],
  ["draft a reading", () => `/vi/monitoring/assessments/${codes.unit}/save`, () => ({ rationale: TEXT })],
  [
    "settle a subject",
    () => `/vi/monitoring/assessments/${codes.unit}`,
    () => ({ intent: "settle", ...CODING, resolution: TEXT }),
  ],
  ["write minutes", () => campaign(codes.field, "visits/new"), () => ({ unitId: codes.unit, ...VISIT })],
  ["change minutes", () => `/vi/monitoring/visits/${codes.visit}/edit`, () => VISIT],
  ["sign minutes", () => `/vi/monitoring/visits/${codes.visit}`, () => ({ intent: "sign" })],
  ["add a photograph", () => `/vi/monitoring/visits/${codes.visit}/photographs`, () => ({ caption: TEXT })],
  ["hide a photograph", () => `/vi/monitoring/visits/${codes.visit}`, () => ({ intent: "choose", number: "1" })],
  [
    "record an interview",
    () => campaign(codes.field, "interviews/new"),
    () => ({ unitId: codes.unit, onDay: "02/11/2026", withPost: "Giám đốc", language: "vi" }),
  ],
  ["erase an interview", () => `/vi/monitoring/interviews/${codes.interview}`, () => ({ what: "WORDS" })],
  ["write a signal", () => "/vi/monitoring/opinion/new", () => ({ title: TEXT })],
  ["change a signal", () => `/vi/monitoring/opinion/${codes.signal}/edit`, () => ({ title: TEXT })],
  ["publish a signal", () => `/vi/monitoring/opinion/${codes.signal}`, () => ({ intent: "release" })],
  ["correct a signal", () => `/vi/monitoring/opinion/${codes.shown}`, () => ({ intent: "erratum", text: TEXT })],
  ["write a finding", () => campaign(codes.field, "findings/new"), () => ({ ...FINDING, ...EVIDENCE })],
  ["second a finding", () => `/vi/monitoring/findings/${codes.draft}`, () => ({ intent: "second", secondNote: TEXT })],
  ["confirm a finding", () => `/vi/monitoring/findings/${codes.draft}`, () => ({ intent: "confirm" })],
  ["open a factual check", () => campaign(codes.field), () => ({ intent: "move", to: "FACTUAL_CHECK" })],
  ["end a factual check", () => campaign(codes.round), () => ({ intent: "move", to: "PUBLIC_COMMENT" })],
  [
    "prepare a public comment",
    () => campaign(codes.round, "public-comment/desk"),
    () => ({ intent: "prepare", summary_vi: TEXT, "questions[0].question_vi": TEXT }),
  ],
  [
    "show a public comment",
    () => campaign(codes.laid, "public-comment/desk"),
    () => ({ intent: "rule", comment: codes.comment, ruling: "KEEP" }),
  ],
  [
    "withhold a public comment",
    () => campaign(codes.laid, "public-comment/desk"),
    () => ({ intent: "rule", comment: codes.comment, ruling: "WITHHOLD", ground: "SPAM", reason: TEXT }),
  ],
  [
    "answer a public comment",
    () => campaign(codes.laid, "public-comment/desk"),
    () => ({ intent: "answer", comments: codes.comment, outcome: "NOTED", text: TEXT }),
  ],
  ["end a public comment", () => campaign(codes.laid), () => ({ intent: "move", to: "PUBLISHED" })],
  [
    "answer a comment on facts",
    () => `/vi/monitoring/findings/${codes.checked}`,
    () => ({
      intent: "answer",
      organisationId: "00000000-0000-0000-0000-000000000000",
      verdict: "NOT_ACCEPTED",
      reason: TEXT,
    }),
  ],
  ["correct a finding", () => `/vi/monitoring/findings/${codes.finding}`, () => ({ intent: "erratum", erratum: TEXT })],
  [
    "recommend",
    () => `/vi/monitoring/findings/${codes.draft}`,
    () => ({ intent: "recommend", text: TEXT, criticality: "CRITICAL", dueOn: "01/06/2030" }),
  ],
  [
    "close a recommendation",
    () => `/vi/monitoring/recommendations/${codes.recommendation}`,
    () => ({ intent: "follow-up", onDay: "01/11/2026", note: TEXT, verdict: "CLOSED_IMPLEMENTED", ...EVIDENCE }),
  ],
  ["invite a body of the Front", () => campaign(codes.field), () => ({ intent: "invite", bodyId: NOBODY })],
  ["answer an invitation", () => campaign(codes.field, "invitation"), () => ({ invitation: "ACCEPTED" })],
  [
    "give subjects to readers",
    () => campaign(codes.field, "assignments"),
    () => ({ unitIds: codes.unit, firstId: NOBODY, secondId: NOBODY, readOn: "01/06/2030" }),
  ],
  ["make a template", () => "/vi/monitoring/templates/new", () => ({ name_vi: TEXT, questions: TEXT, guidance: TEXT })],
  ["change a template", () => `/vi/monitoring/templates/${NOBODY}/edit`, () => ({ name_vi: TEXT, reach: "ALL" })],
  ["place a body of the Front", () => "/vi/monitoring/bodies/VN-PORTAL-1", () => ({ parentCode: "" })],
  [
    "delay what a body owes the Front",
    () => `/vi/obligations/${codes.clock}`,
    () => ({ intent: "answer", answer: "granted", reason: TEXT }),
  ],
  ["do what no form does", () => `/vi/monitoring/findings/${codes.finding}`, () => ({ intent: "delete" })],
];

const EXTENSION = { untilOn: "01/06/2031", reason: TEXT };
/** What a body to which the Front speaks may do alone: everybody else is refused, other bodies' representatives and the Front too. */
export const ANSWERS: readonly Try[] = [
  [
    "answer a recommendation",
    () => `/vi/monitoring/recommendations/${codes.recommendation}`,
    () => ({ intent: "respond", acceptance: "ACCEPTED", plan: TEXT, targetOn: "01/06/2030" }),
  ],
  [
    "tell its progress",
    () => `/vi/monitoring/recommendations/${codes.recommendation}`,
    () => ({ intent: "progress", progress: "CLAIMED_DONE", progressNote: TEXT }),
  ],
  ["explain a gap", () => `/vi/monitoring/assessments/${codes.assessed}`, () => ({ intent: "explain", text: TEXT })],
  ["ask for more time", () => `/vi/obligations/${codes.clock}`, () => ({ intent: "request", ...EXTENSION })],
];

/** Forms under monitoring whose acts are told apart by tests of their own: everybody's comment, the body's on the facts. */
export const TOLD_APART = ["monitoring/campaigns/:code/public-comment", "monitoring/findings/:code/factual-check"];

/** Every write of a program. */
export const API_TRIES: readonly [path: string, body: () => Record<string, unknown>][] = [
  ["/api/v1/monitoring/findings", () => ({ campaign: codes.field, ...FINDING })],
];

export const KEPT = [
  ...["monitoring_campaign", "campaign_step", "campaign_member", "campaign_sample", "sample_unit", "assessment"],
  ...[
    "assessment_reading",
    "reading_draft",
    "gap_explanation",
    "finding",
    "finding_erratum",
    "recommendation",
    "campaign_report",
  ],
  ...["campaign_body", "reading_assignment", "method_template", "template_version"],
  ...["factual_check", "factual_comment", "factual_answer"],
  ...["field_visit", "field_presence", "photograph", "interview", "opinion_signal", "opinion_erratum"],
  ...["public_round", "public_comment", "public_comment_ruling", "public_answer", "public_comment_answer"],
  ...[
    "recommendation_response",
    "progress_step",
    "follow_up",
    "obligation",
    "obligation_pause",
    "obligation_extension",
  ],
];
