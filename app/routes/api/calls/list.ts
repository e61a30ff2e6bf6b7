import { HOUSES } from "#app/domain/accounts/actor.ts";
import { CALL_KINDS, CALL_NEEDS } from "#app/domain/partnerships/calls/call.ts";
import { EVERY_CALL, listCalls } from "#app/domain/partnerships/calls/queries.server.ts";
import { inUtc } from "#app/web/api/fields.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { listCalls as operation } from "#app/web/api/partnerships/calls.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";

export const loader = apiLoader(async ({ url }): Promise<Answer<typeof operation>> => {
  const asked = parseQuery(url, operation.query);
  const filter = {
    ...EVERY_CALL,
    kinds: CALL_KINDS.filter((kind) => asked.kind.includes(kind)),
    needs: CALL_NEEDS.filter((need) => asked.need.includes(need)),
    houses: HOUSES.filter((house) => asked.house.includes(house)),
    ...{ states: asked.state, products: asked.product },
    ...{ provinces: asked.province, bodies: asked.body, views: asked.open ? (["open"] as const) : [] },
  };
  const { items, next } = await listCalls(filter, { limit: asked.limit, after: asked.cursor ?? null });
  return { items: items.map((item) => ({ ...item, publishedAt: inUtc(item.publishedAt) })), next };
});

export const action = onlyBy("GET");
