import { findOpenRecommendation } from "#app/domain/monitoring/open-data/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { readRecommendation } from "#app/web/api/monitoring/recommendations.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { apiLoader, onlyBy } from "#app/web/api.server.ts";
import { wholeRecommendation } from "#app/web/monitoring/open-answers.ts";
import { Problem } from "#app/web/problem.server.ts";

export const loader = apiLoader(async ({ params }): Promise<Answer<typeof readRecommendation>> => {
  const { code } = params;
  const found = isCode("KN", code) ? await findOpenRecommendation(code) : null;
  if (!found) throw new Problem(404);
  return wholeRecommendation(found, dayInVietnam(new Date()));
});

export const action = onlyBy("GET");
