import { listKeys } from "#app/domain/record/proofs/queries.server.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { listRecordKeys } from "#app/web/api/record.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";

export const loader = apiLoader(async ({ url }): Promise<Answer<typeof listRecordKeys>> => {
  parseQuery(url, listRecordKeys.query);
  const keys = await listKeys();
  return {
    items: keys.map(({ id, vkey, publicKey, entryNo, leafIndex, at, former, endorsement }) => ({
      ...{ keyId: id, key: vkey, publicKey, former, endorsement, at: at.toISOString() },
      ...{ entryNo: Number(entryNo), leafIndex: leafIndex === null ? null : Number(leafIndex) },
    })),
  };
});

export const action = onlyBy("GET");
