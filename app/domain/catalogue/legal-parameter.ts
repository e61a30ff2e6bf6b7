/**
 * Every figure that a law, or the portal's own proposal, sets and that may change: read from the dated table, never
 * written into code. Values and sources are in prisma/reference/legal-parameters.json.
 */
export const LEGAL_PARAMETERS = [
  "organisation.verification.working-days",
  "initiative.intake-check.working-days",
  "initiative.completion.working-days",
  "initiative.council-set-up.breakthrough.working-days",
  "initiative.council-set-up.ordinary.working-days",
  "initiative.evaluation.working-days",
  "initiative.evaluation.minimum-scores",
  "initiative.evaluation.divergence-points",
  "initiative.council.ordinary.seats",
  "initiative.council.breakthrough.seats",
  "initiative.conflict.years",
  "initiative.author-reply.working-days",
  "initiative.steering-submission.working-days",
  "initiative.decision.working-days",
  "initiative.assignment.working-days",
  "initiative.implementation-check.working-days",
  "challenge.answer.working-days",
  "initiative.appeal.calendar-days",
  "initiative.appeal-review.working-days",
  "initiative.question-answer.working-days",
  "initiative.moderation-review.working-days",
  "initiative.moderation-appeal.working-days",
  "partnership.appraisal.working-days",
  "partnership.signature.working-days",
  "partnership.interest-answer.working-days",
  "partnership.paid-in-deviation.alarm",
  "partnership.ppp.exempt-years",
  "result.verification.working-days",
  "result.completion.working-days",
  "result.review.working-days",
  "notice.reminder.working-days",
  "result.author-reward.minimum",
  "result.intermediary.minimum",
  "result.ip-remuneration.own-use",
  "result.ip-remuneration.licence",
  "tax.corporate-income",
] as const;

export type ParameterKey = (typeof LEGAL_PARAMETERS)[number];
