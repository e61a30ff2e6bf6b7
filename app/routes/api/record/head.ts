import { latestHead } from "#app/domain/record/proofs/queries.server.ts";
import { readNewest } from "#app/domain/record/queries.server.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { readRecordHead } from "#app/web/api/record.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";

export const loader = apiLoader(
  async ({ url }): Promise<Answer<typeof readRecordHead>> => {
    parseQuery(url, readRecordHead.query);
    const [head, { newest, waiting }] = await Promise.all([latestHead(), readNewest()]);
    return {
      ...{ size: head?.size ?? 0, head, waiting },
      newest: newest && { entryNo: newest.entryNo, at: newest.at, sha256: newest.hash },
    };
  },
  { maxAgeSeconds: 1 },
);

export const action = onlyBy("GET");
