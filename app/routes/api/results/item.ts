import { budgetFundedPpm, currentReadiness, growingPeriods } from "#app/domain/results/exploitation.ts";
import { findResult, type Party, type ResultRecord } from "#app/domain/results/queries.server.ts";
import { commercialStage, isCommercialised } from "#app/domain/results/stage.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { inUtc } from "#app/web/api/fields.ts";
import type { Answer } from "#app/web/api/operation.ts";
import type { readResult } from "#app/web/api/results.ts";
import { apiLoader, onlyBy } from "#app/web/api.server.ts";
import { Problem } from "#app/web/problem.server.ts";

export const loader = apiLoader(async ({ params }): Promise<Answer<typeof readResult>> => {
  const { code } = params;
  const result = isCode("KQ", code) ? await findResult(code) : null;
  const answer = result && (published(result) ?? withdrawn(result));
  if (!answer) throw new Problem(404);
  return answer;
});

export const action = onlyBy("GET");

function published(result: ResultRecord): Answer<typeof readResult> | null {
  const { code, state, publishedAt, verification, host, catalogueVersion, content } = result;
  if ((state !== "PUBLISHED" && state !== "UNDER_REVIEW") || !publishedAt || !verification) return null;
  const { embargoUntil, embargoReason, acts, funding, ...told } = content;
  const facts = acts.map(({ id, ...act }) => act);
  const level = currentReadiness(told.readiness)?.level ?? 1;
  return {
    ...told,
    code,
    state,
    publishedAt: inUtc(publishedAt),
    host: bodyOf(host),
    catalogueVersion,
    acts: facts.map((act) => ({ ...act, revenueVnd: act.revenueVnd?.toString() ?? null })),
    funding: funding.map((one) => ({ ...one, amountVnd: one.amountVnd.toString() })),
    budgetFundedPpm: budgetFundedPpm(funding),
    commercialised: isCommercialised(facts),
    stage: commercialStage({ level, acts: facts, growingPeriods: growingPeriods(facts) }),
    verification: { at: inUtc(verification.at), note: verification.note, by: bodyOf(verification.by) },
  };
}

function withdrawn({ code, state, publishedAt, withdrawnAt, withdrawalReason }: ResultRecord) {
  if (state !== "WITHDRAWN" || !publishedAt || !withdrawnAt) return null;
  const times = { publishedAt: inUtc(publishedAt), withdrawnAt: inUtc(withdrawnAt) };
  return { code, state, ...times, reason: withdrawalReason ?? "" };
}

function bodyOf({ code, names, house }: Party) {
  return { id: code, names, house };
}
