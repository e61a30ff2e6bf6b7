import { listOpenRecommendations } from "#app/domain/monitoring/open-data/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { listRecommendations } from "#app/web/api/monitoring/recommendations.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";
import { recommendationSummary } from "#app/web/monitoring/open-answers.ts";

export const loader = apiLoader(async ({ url }): Promise<Answer<typeof listRecommendations>> => {
  const { limit, cursor = null, ...asked } = parseQuery(url, listRecommendations.query);
  const { campaign, finding, addressee, owner, subject, status, progress, criticality } = asked;
  const at = new Date();
  const { items, next } = await listOpenRecommendations(
    {
      ...{ campaigns: campaign, findings: finding, addressees: addressee, owners: owner, subjects: subject },
      ...{ statuses: status, progresses: progress, criticalities: criticality },
      ...{ isOverdue: asked.overdue, isAnswered: asked.answered, isPriority: asked.priority },
    },
    { limit, after: cursor },
    at,
  );
  return { items: items.map((item) => recommendationSummary(item, dayInVietnam(at))), next };
});

export const action = onlyBy("GET");
