import { listEntriesAfter } from "#app/domain/record/queries.server.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { entryAnswer } from "#app/web/api/record/entry-answer.ts";
import { listRecordEntries } from "#app/web/api/record.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";

export const loader = apiLoader(async ({ url }): Promise<Answer<typeof listRecordEntries>> => {
  const { after, limit } = parseQuery(url, listRecordEntries.query);
  const { items, more } = await listEntriesAfter(BigInt(after), limit);
  return {
    items: items.map(entryAnswer),
    next: more ? String(items.at(-1)?.entryNo) : null,
  };
});

export const action = onlyBy("GET");
