import { listPublishedAssessments } from "#app/domain/monitoring/assessments/queries.server.ts";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { findOpenCampaign } from "#app/domain/monitoring/open-data/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { readCampaign } from "#app/web/api/monitoring/campaigns.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { apiLoader, onlyBy } from "#app/web/api.server.ts";
import { wholeCampaign } from "#app/web/monitoring/open-answers.ts";
import { Problem } from "#app/web/problem.server.ts";

export const loader = apiLoader(async ({ params }): Promise<Answer<typeof readCampaign>> => {
  const { code } = params;
  if (!isCode("DG", code)) throw new Problem(404);
  const [campaign, open, assessments] = await Promise.all([
    findCampaign(null, code),
    findOpenCampaign(code),
    listPublishedAssessments(code),
  ]);
  if (!campaign || !open) throw new Problem(404);
  return wholeCampaign({ campaign, assessments, ...open });
});

export const action = onlyBy("GET");
