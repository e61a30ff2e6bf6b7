import { proveEntry } from "#app/domain/record/proofs/queries.server.ts";
import { entryNumber, findEntry } from "#app/domain/record/queries.server.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { proveRecordEntry } from "#app/web/api/record.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";
import { invalidAt, Problem } from "#app/web/problem.server.ts";

export const loader = apiLoader(
  async ({ url, params }): Promise<Answer<typeof proveRecordEntry>> => {
    const { size } = parseQuery(url, proveRecordEntry.query);
    const entryNo = entryNumber(params["entry"]);
    if (entryNo === null) throw new Problem(404);
    const proof = await proveEntry(entryNo, size ?? null);
    if (proof === "OUT_OF_TREE")
      throw invalidAt("size", "OUT_OF_TREE", "is no tree of the record with this entry in it");
    if (proof) {
      const { leafText, sides: _, ...rest } = proof;
      return { ...rest, leaf: leafText };
    }
    const waits = (await findEntry(entryNo)) !== null;
    throw new Problem(404, waits ? { code: "NOT_SEALED_YET", detail: "The entry waits for the seal." } : {});
  },
  // A proof in a tree of a named size is the same for ever.
  { maxAgeSeconds: ({ url }) => (url.searchParams.has("size") ? A_DAY : 1) },
);

const A_DAY = 86_400;

export const action = onlyBy("GET");
