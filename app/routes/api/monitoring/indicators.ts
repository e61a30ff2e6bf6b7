import { readIndicators } from "#app/domain/monitoring/indicators/queries.server.ts";
import { readMonitoringIndicators } from "#app/web/api/monitoring/indicators.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";

export const loader = apiLoader(async ({ url }): Promise<Answer<typeof readMonitoringIndicators>> => {
  parseQuery(url, readMonitoringIndicators.query);
  return readIndicators(new Date());
});

export const action = onlyBy("GET");
