import { listObligationsAfter } from "#app/domain/obligations/queries.server.ts";
import { encodeCursor } from "#app/platform/cursor.ts";
import { listOpenObligations } from "#app/web/api/obligations.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";

export const loader = apiLoader(async ({ url }): Promise<Answer<typeof listOpenObligations>> => {
  const { state, debtor, limit, cursor } = parseQuery(url, listOpenObligations.query);
  const view = state === "overdue" ? "over" : "open";
  const { items, next } = await listObligationsAfter(view, { limit, debtor: debtor ?? null, after: cursor ?? null });
  return {
    items: items.map(({ subjectType, subjectCode, debtor: owes, clock, endedOn, outcome, ...item }) => ({
      ...item,
      subject: { type: subjectType, code: subjectCode },
      debtor: { role: owes.role, house: owes.house, organisation: owes.organisationId, name: owes.name },
      state: clock.state,
      days: clock.days,
      provisional: clock.provisional,
    })),
    next: next && encodeCursor(next),
  };
});

export const action = onlyBy("GET");
