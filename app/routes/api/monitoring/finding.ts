import { findOpenFinding } from "#app/domain/monitoring/open-data/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { readFinding } from "#app/web/api/monitoring/findings.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { apiLoader, onlyBy } from "#app/web/api.server.ts";
import { wholeFinding } from "#app/web/monitoring/open-answers.ts";
import { Problem } from "#app/web/problem.server.ts";

export const loader = apiLoader(async ({ params }): Promise<Answer<typeof readFinding>> => {
  const { code } = params;
  const found = isCode("PH", code) ? await findOpenFinding(code) : null;
  if (!found) throw new Problem(404);
  return wholeFinding(found);
});

export const action = onlyBy("GET");
