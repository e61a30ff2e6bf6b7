import { readHead } from "#app/domain/record/queries.server.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { readRecordHead } from "#app/web/api/record.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";

export const loader = apiLoader(async ({ url }): Promise<Answer<typeof readRecordHead>> => {
  parseQuery(url, readRecordHead.query);
  const { size, newest } = await readHead();
  return { size, newest: newest && { entryNo: newest.entryNo, at: newest.at, sha256: newest.hash } };
});

export const action = onlyBy("GET");
