import type { FoundCall } from "#app/domain/partnerships/calls/call.ts";
import { findCall } from "#app/domain/partnerships/calls/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { inUtc } from "#app/web/api/fields.ts";
import type { Answer } from "#app/web/api/operation.ts";
import type { readCall } from "#app/web/api/partnerships/calls.ts";
import { apiLoader, onlyBy } from "#app/web/api.server.ts";
import { Problem } from "#app/web/problem.server.ts";

/** What the public reads: nobody is signed in here. */
export const loader = apiLoader(async ({ params }): Promise<Answer<typeof readCall>> => {
  const { code } = params;
  const found = isCode("HT", code) ? await findCall(null, code) : null;
  const answer = found && (withdrawn(found) ?? published(found));
  if (!answer) throw new Problem(404);
  return answer;
});

export const action = onlyBy("GET");

function published(found: FoundCall): Answer<typeof readCall> | null {
  const { organisationId: _, standing: __, concerned: ___, mayRun: ____, ...call } = found;
  const { state, opensOn, closesOn, publishedAt, endedAt } = call;
  if (state === "DRAFT" || state === "WITHDRAWN" || !opensOn || !closesOn || !publishedAt) return null;
  return { ...call, state, opensOn, closesOn, publishedAt: inUtc(publishedAt), endedAt: endedAt && inUtc(endedAt) };
}

function withdrawn({ code, kind, state, body, publishedAt, endedAt, endReason }: FoundCall) {
  if (state !== "WITHDRAWN" || !publishedAt || !endedAt) return null;
  const times = { publishedAt: inUtc(publishedAt), endedAt: inUtc(endedAt) };
  return { code, kind, state, body, ...times, reason: endReason ?? "" };
}
