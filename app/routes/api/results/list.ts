import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { listResults } from "#app/domain/results/queries.server.ts";
import { inUtc } from "#app/web/api/fields.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { listResults as operation } from "#app/web/api/results.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";

export const loader = apiLoader(async ({ url }): Promise<Answer<typeof operation>> => {
  const { limit, cursor, trl, ...filter } = parseQuery(url, operation.query);
  const page = { limit, after: cursor ?? null };
  const { items, next, total } = await listResults(await loadCatalogue(), { ...filter, level: trl }, page);
  return {
    items: items.map(({ host, level, publishedAt, picture: _picture, ...item }) => ({
      ...item,
      trl: level,
      publishedAt: inUtc(publishedAt),
      host: { id: host.code, names: host.names, house: host.house },
    })),
    next,
    total,
  };
});

export const action = onlyBy("GET");
