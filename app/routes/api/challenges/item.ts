import { findChallenge } from "#app/domain/initiatives/challenges/queries.server.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { inUtc, namedBody } from "#app/web/api/fields.ts";
import type { readChallenge } from "#app/web/api/initiatives/challenges.ts";
import { turnOf } from "#app/web/api/initiatives/turn.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { apiLoader, onlyBy } from "#app/web/api.server.ts";
import { Problem } from "#app/web/problem.server.ts";

/** What the public reads: nobody is signed in here. */
export const loader = apiLoader(async ({ params }): Promise<Answer<typeof readChallenge>> => {
  const { code } = params;
  const found = isCode("BT", code) ? await findChallenge(null, code) : null;
  const answer = found && (withdrawn(found) ?? (await published(found)));
  if (!answer) throw new Problem(404);
  return answer;
});

export const action = onlyBy("GET");

type Found = NonNullable<Awaited<ReturnType<typeof findChallenge>>>;

async function published(found: Found): Promise<Answer<typeof readChallenge> | null> {
  const { code, state, opensOn, closesOn, publishedAt, endedAt, owner, language, title, problem, criteria } = found;
  if (state === "DRAFT" || state === "WITHDRAWN" || !opensOn || !closesOn || !publishedAt) return null;
  const { productCodes, budgetCeilingVnd, answeredBy, statement, statementLanguage, statedAt, answers } = found;
  const said = statement && statementLanguage && statedAt;
  return {
    body: namedBody(owner),
    ...{ code, state, language, title, problem, criteria, productCodes, budgetCeilingVnd, answeredBy },
    ...{ opensOn, closesOn, publishedAt: inUtc(publishedAt), endedAt: endedAt && inUtc(endedAt) },
    statement: said ? { text: statement, language: statementLanguage, at: inUtc(statedAt) } : null,
    turn: turnOf(await obligationsOf(code)),
    answers: answers.map((one) => ({ ...one, submittedAt: inUtc(one.submittedAt) })),
  };
}

function withdrawn({ code, state, owner, publishedAt, endedAt, endReason }: Found) {
  if (state !== "WITHDRAWN" || !publishedAt || !endedAt) return null;
  const times = { publishedAt: inUtc(publishedAt), endedAt: inUtc(endedAt) };
  return { code, state, body: namedBody(owner), ...times, reason: endReason ?? "" };
}
