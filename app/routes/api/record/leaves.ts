import { listSealed } from "#app/domain/record/proofs/queries.server.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { listRecordLeaves } from "#app/web/api/record.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";

export const loader = apiLoader(
  async ({ url }): Promise<Answer<typeof listRecordLeaves>> => {
    const { from, limit } = parseQuery(url, listRecordLeaves.query);
    const items = await listSealed(from, limit);
    return {
      items: items.map(({ subjectType, subjectCode, hash, ...leaf }) => ({
        ...leaf,
        subject: { type: subjectType, code: subjectCode },
        sha256: hash,
      })),
      next: items.length === limit ? String(Number(items.at(-1)?.leafIndex) + 1) : null,
    };
  },
  { maxAgeSeconds: 1 },
);

export const action = onlyBy("GET");
