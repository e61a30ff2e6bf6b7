import { findResult } from "#app/domain/results/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { Answer } from "#app/web/api/operation.ts";
import type { readResult } from "#app/web/api/results.ts";
import { apiLoader, onlyBy } from "#app/web/api.server.ts";
import { Problem } from "#app/web/problem.server.ts";
import { published, withdrawn } from "#app/web/results/public-answer.ts";

export const loader = apiLoader(async ({ params, url }): Promise<Answer<typeof readResult>> => {
  const { code } = params;
  const result = isCode("KQ", code) ? await findResult(code) : null;
  const answer = result && (published(result, url.origin) ?? withdrawn(result));
  if (!answer) throw new Problem(404);
  return answer;
});

export const action = onlyBy("GET");
