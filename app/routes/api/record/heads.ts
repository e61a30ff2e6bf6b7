import { listHeads } from "#app/domain/record/proofs/queries.server.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { listRecordHeads } from "#app/web/api/record.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";

export const loader = apiLoader(
  async ({ url }): Promise<Answer<typeof listRecordHeads>> => {
    const { after, limit } = parseQuery(url, listRecordHeads.query);
    const { items, more } = await listHeads(after, limit);
    return { items, next: more ? String(items.at(-1)?.size) : null };
  },
  { maxAgeSeconds: 1 },
);

export const action = onlyBy("GET");
