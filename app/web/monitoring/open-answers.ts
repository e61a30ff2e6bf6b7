import { gapOf, type PublishedAssessment } from "#app/domain/monitoring/assessments/assessment.ts";
import type { FoundCampaign } from "#app/domain/monitoring/campaigns/campaign.ts";
import type { OpenBody, OpenFinding, OpenRecommendation } from "#app/domain/monitoring/open-data/open-data.ts";
import { isClosed } from "#app/domain/monitoring/recommendations/recommendation.ts";
import { inUtc, vietnameseName } from "#app/web/api/fields.ts";
import type { readCampaign } from "#app/web/api/monitoring/campaigns.ts";
import type { listFindings, readFinding } from "#app/web/api/monitoring/findings.ts";
import type { listRecommendations, readRecommendation } from "#app/web/api/monitoring/recommendations.ts";
import type { Answer } from "#app/web/api/operation.ts";

type InList<Page extends { items: readonly unknown[] }> = Page["items"][number];

/** A finding as the list of the API tells it. */
export function findingSummary(finding: OpenFinding): InList<Answer<typeof listFindings>> {
  const { criteria: _, cause: __, effect: ___, evidence: ____, checks: _____, unitId: ______, ...told } = finding;
  return { ...told, publishedAt: inUtc(told.publishedAt), errata: told.errata.length };
}

/** The same whole. */
export function wholeFinding({ unitId: _, errata, checks, ...told }: OpenFinding): Answer<typeof readFinding> {
  return {
    ...told,
    publishedAt: inUtc(told.publishedAt),
    errata: errata.map(dated),
    checks: checks.map(({ comment, answer, ...check }) => ({
      ...check,
      comment: comment && dated(comment),
      answer: answer && dated(answer),
    })),
  };
}

/** A recommendation as the list of the API tells it; `today` is the day on which it is overdue or not. */
export function recommendationSummary(
  found: OpenRecommendation,
  today: string,
): InList<Answer<typeof listRecommendations>> {
  const { responses: _, steps: __, followUps: ___, ...told } = found;
  return {
    ...told,
    issuedAt: inUtc(told.issuedAt),
    escalatedAt: told.escalatedAt && inUtc(told.escalatedAt),
    overdue: !isClosed(told.status) && told.dueOn < today,
  };
}

/** The same whole. */
export function wholeRecommendation(found: OpenRecommendation, today: string): Answer<typeof readRecommendation> {
  const { responses, steps, followUps } = found;
  return {
    ...recommendationSummary(found, today),
    responses: responses.map(dated),
    steps: steps.map(dated),
    followUps: followUps.map(dated),
  };
}

type Found = {
  campaign: FoundCampaign;
  owner: OpenBody;
  drawn: number;
  assessments: readonly PublishedAssessment[];
  findings: string[];
  recommendations: string[];
};

/** A campaign whole. */
export function wholeCampaign({ campaign, owner, drawn, ...found }: Found): Answer<typeof readCampaign> {
  const { code, state, title, question, scope, legalBasis, method, startsOn, endsOn, subjectTypes } = campaign;
  const { approvalNumber, approvedOn, publishedAt, team, samples, steps } = campaign;
  return {
    ...{ code, state, title, question, scope, legalBasis, method, startsOn, endsOn, subjectTypes, owner, drawn },
    publishedAt: publishedAt && inUtc(publishedAt),
    approval: approvalNumber && approvedOn ? { number: approvalNumber, on: approvedOn } : null,
    team: team.map(({ post, declaration, declaredAt, leftAt }) => ({
      ...{ post, declaration, declaredAt: inUtc(declaredAt), leftAt: leftAt && inUtc(leftAt) },
    })),
    samples: samples.map(({ filter: _, frozenAt, drawnAt, ...sample }) => ({
      ...{ ...sample, frozenAt: inUtc(frozenAt), drawnAt: drawnAt && inUtc(drawnAt) },
    })),
    steps: steps.map(dated),
    assessments: found.assessments.flatMap(assessed),
    ...{ findings: found.findings, recommendations: found.recommendations },
  };
}

function assessed(found: PublishedAssessment) {
  const { subjectType, subjectCode, key, body, codes, settledAt, explanation } = found;
  const { selfCompletion, selfReport, selfSource, selfReportedOn } = found;
  if (!codes || !settledAt) return [];
  const said = selfCompletion !== null && selfReportedOn !== null;
  return [
    {
      subject: { type: subjectType, code: subjectCode, key },
      body: body && vietnameseName(body.name),
      selfReported: said
        ? { completion: selfCompletion, text: selfReport, source: selfSource, on: selfReportedOn }
        : null,
      verified: { ...codes, at: inUtc(settledAt) },
      gap: gapOf(selfCompletion, codes.completion),
      explanation: explanation && dated(explanation),
    },
  ];
}

function dated<Dated extends { at: string }>(one: Dated): Dated {
  return { ...one, at: inUtc(one.at) };
}
