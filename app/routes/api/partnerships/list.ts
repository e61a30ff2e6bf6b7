import { listPartnerships } from "#app/domain/partnerships/queries.server.ts";
import { inUtc } from "#app/web/api/fields.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { listPartnerships as operation } from "#app/web/api/partnerships.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";

export const loader = apiLoader(async ({ url }): Promise<Answer<typeof operation>> => {
  const { limit, cursor, ...filter } = parseQuery(url, operation.query);
  const { items, next } = await listPartnerships(filter, { limit, after: cursor ?? null });
  return { items: items.map((item) => ({ ...item, publishedAt: inUtc(item.publishedAt) })), next };
});

export const action = onlyBy("GET");
