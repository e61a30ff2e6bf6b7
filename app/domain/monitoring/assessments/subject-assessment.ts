import type { Language } from "#app/platform/languages/languages.ts";
import type { Severity } from "../findings/finding.ts";
import type { RecommendationStatus } from "../recommendations/recommendation.ts";
import type { PublishedAssessment } from "./assessment.ts";

/** A published assessment on its subject's own page, with the findings about it. */
export type SubjectAssessment = PublishedAssessment & {
  findings: {
    code: string;
    title: string;
    language: Language;
    severity: Severity;
    recommendations: { code: string; status: RecommendationStatus }[];
  }[];
};
