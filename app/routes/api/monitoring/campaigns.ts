import { listOpenCampaigns } from "#app/domain/monitoring/open-data/queries.server.ts";
import { inUtc } from "#app/web/api/fields.ts";
import { listCampaigns } from "#app/web/api/monitoring/campaigns.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";

export const loader = apiLoader(async ({ url }): Promise<Answer<typeof listCampaigns>> => {
  const { state, owner, subjectType, limit, cursor = null } = parseQuery(url, listCampaigns.query);
  const filter = { states: state, owners: owner, types: subjectType };
  const { items, next } = await listOpenCampaigns(filter, { limit, after: cursor });
  return { items: items.map((item) => ({ ...item, publishedAt: item.publishedAt && inUtc(item.publishedAt) })), next };
});

export const action = onlyBy("GET");
