import type { Language } from "#app/platform/languages/languages.ts";
import type { Severity } from "../findings/finding.ts";
import type { FoundSignal } from "../opinion/opinion.ts";
import type { RecommendationStatus } from "../recommendations/recommendation.ts";
import type { PublishedAssessment } from "./assessment.ts";

/** A published assessment on its subject's own page, which names the body itself, with the findings about it. */
export type SubjectAssessment = Omit<PublishedAssessment, "body"> & {
  findings: {
    code: string;
    title: string;
    language: Language;
    severity: Severity;
    recommendations: { code: string; status: RecommendationStatus }[];
  }[];
};

/** The key under which an obligation is drawn, as populations name it. */
export function obligationKey({ subjectCode, kind, id }: { subjectCode: string; kind: string; id: string }): string {
  return `${subjectCode} ${kind} ${id.slice(0, 8)}`;
}

/** A public signal of opinion on the page of what it is about; `errata` is how many correct it. */
export type SubjectSignal = Pick<
  FoundSignal,
  | ("code" | "title" | "language" | "channel" | "method" | "question")
  | ("n" | "several" | "figures" | "source" | "fromOn" | "toOn")
> & { errata: number };

/** All that a subject's own page tells of its monitoring: what the Front published of it, and the newest of what people say. */
export type SubjectMonitoring = { assessments: SubjectAssessment[]; signals: SubjectSignal[] };
