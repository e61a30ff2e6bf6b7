import { proveConsistency } from "#app/domain/record/proofs/queries.server.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { proveRecordConsistency } from "#app/web/api/record.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";
import { invalidAt } from "#app/web/problem.server.ts";

export const loader = apiLoader(
  async ({ url }): Promise<Answer<typeof proveRecordConsistency>> => {
    const { first, second } = parseQuery(url, proveRecordConsistency.query);
    const proof = await proveConsistency(first, second);
    if (!proof) throw invalidAt("second", "OUT_OF_TREE", "is no later tree of the record than `first`");
    return proof;
  },
  // Between two sizes the proof is the same for ever.
  { maxAgeSeconds: 86_400 },
);

export const action = onlyBy("GET");
