import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { MonitoredType } from "../campaigns/campaign.ts";
import type { ReadingDraft } from "./draft.schema.ts";
import type { TemplateAnswer } from "./template-answers.ts";

/** Scales of the Independent Reporting Mechanism of the Open Government Partnership, each from its lowest level. */
export const POTENTIALS = ["UNCLEAR", "MODEST", "SUBSTANTIAL"] as const;
export const COMPLETIONS = ["NO_EVIDENCE", "NOT_STARTED", "LIMITED", "SUBSTANTIAL", "COMPLETE"] as const;
export const EARLY_RESULTS = ["NO_NOTABLE", "MODERATE", "SIGNIFICANT"] as const;
export type Completion = (typeof COMPLETIONS)[number];

/** A: an act or a measurement that anybody can check; B: a document of the body itself; C: what somebody said. */
export const GRADES = ["A", "B", "C"] as const;
export type Evidence = { title: string; reference: string; grade: (typeof GRADES)[number] };

export type Codes = {
  verifiable: boolean;
  potential: (typeof POTENTIALS)[number];
  completion: Completion;
  earlyResults: (typeof EARLY_RESULTS)[number];
};

/** A difference of so many levels between the body's own report and the verification must be explained. */
export const GAP_TO_EXPLAIN = 2;

/**
 * Levels by which a body reports more (positive) or less than was verified, on the five points of completion; null where
 * it reported nothing or nothing is verified yet. Source: docs/domain.md, "Monitoring" (two voices).
 */
export function gapOf(self: Completion | null, verified: Completion | null): number | null {
  if (self === null || verified === null) return null;
  return COMPLETIONS.indexOf(self) - COMPLETIONS.indexOf(verified);
}

/** Whether a gap opens a duty to explain. */
export function mustExplain(gap: number | null): boolean {
  return gap !== null && Math.abs(gap) >= GAP_TO_EXPLAIN;
}

/** On what two readings differ. */
export function differences(one: Codes, two: Codes): (keyof Codes)[] {
  return (["verifiable", "potential", "completion", "earlyResults"] as const).filter((name) => one[name] !== two[name]);
}

/** One reader's coding; who it was stays inside. */
export type ReadReading = Codes & {
  place: 1 | 2;
  rationale: string;
  evidence: Evidence[];
  answers: TemplateAnswer[];
  language: Language;
  readAt: string;
};

/** A sampled subject with its assessment as far as its reader may see it. */
export type FoundAssessment = {
  unitId: string;
  campaign: string;
  subjectType: MonitoredType;
  subjectCode: string;
  key: string;
  body: { id: string; name: Texts } | null;
  selfCompletion: Completion | null;
  selfReport: string;
  selfSource: string;
  selfReportedOn: string | null;
  language: Language;
  codes: Codes | null;
  resolution: string | null;
  settledAt: string | null;
  publishedAt: string | null;
  readings: ReadReading[];
  /** how many have read it, shown or not */
  readCount: number;
  readByYou: boolean;
  /** what the template of the campaign asks; none where it has none of its own */
  questions: string[];
  questionsLanguage: Language;
  /** how the template says to rate; empty where there is none */
  guidance: string;
  /** the obligation that is assessed; null where the subject is no obligation */
  obligationId: string | null;
  /** its entry of the public record, once it is published */
  seal: { entryNo: number; hash: string } | null;
  /** what the reader typed so far and saved */
  draft: { typed: ReadingDraft; savedAt: string } | null;
  explanation: { text: string; language: Language; post: string; at: string } | null;
};

/** A published assessment in a list: both voices without the readings behind them. */
export type PublishedAssessment = Omit<
  FoundAssessment,
  | "resolution"
  | "readings"
  | "readCount"
  | "readByYou"
  | "questions"
  | "questionsLanguage"
  | "guidance"
  | "draft"
  | "seal"
  | "obligationId"
>;

/** Where a subject of a campaign stands: how many have read it, and whether it is settled. */
export type UnitStanding = {
  unitId: string;
  key: string;
  subjectCode: string;
  body: Texts | null;
  readings: number;
  readByYou: boolean;
  settled: boolean;
};
