import { listChallenges } from "#app/domain/initiatives/challenges/queries.server.ts";
import { inUtc, namedBody } from "#app/web/api/fields.ts";
import { listChallenges as operation } from "#app/web/api/initiatives/challenges.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";

export const loader = apiLoader(async ({ url }): Promise<Answer<typeof operation>> => {
  const { state, product, body, unanswered, limit, cursor } = parseQuery(url, operation.query);
  const views = unanswered ? (["unanswered"] as const) : [];
  const filter = { views, products: product, provinces: [], houses: [], text: "", states: state, bodies: body };
  const { items, next } = await listChallenges(filter, { limit, after: cursor ?? null });
  return {
    items: items.map(({ owner, publishedAt, ...item }) => ({
      ...item,
      body: namedBody(owner),
      publishedAt: inUtc(publishedAt),
    })),
    next,
  };
});

export const action = onlyBy("GET");
