import { listInitiatives } from "#app/domain/initiatives/queries.server.ts";
import { vietnameseName } from "#app/web/api/fields.ts";
import { listInitiatives as operation } from "#app/web/api/initiatives.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";

export const loader = apiLoader(async ({ url }): Promise<Answer<typeof operation>> => {
  const { state, track, field, province, product, limit, cursor } = parseQuery(url, operation.query);
  const filter = { states: state, tracks: track, fields: field, provinces: province, products: product };
  const { items, next } = await listInitiatives(filter, { limit, after: cursor ?? null });
  return {
    items: items.map(({ turn, ...item }) => ({
      ...item,
      turn: turn && {
        kind: turn.kind,
        debtor: { role: turn.role, house: turn.house, name: vietnameseName(turn.names) },
        dueOn: turn.dueOn,
        state: turn.clock.state,
        days: turn.clock.days,
      },
    })),
    next,
  };
});

export const action = onlyBy("GET");
