import { findPublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { inUtc } from "#app/web/api/fields.ts";
import type { Answer } from "#app/web/api/operation.ts";
import type { readPartnership } from "#app/web/api/partnerships.ts";
import { apiLoader, onlyBy } from "#app/web/api.server.ts";
import { Problem } from "#app/web/problem.server.ts";

export const loader = apiLoader(async ({ params }): Promise<Answer<typeof readPartnership>> => {
  const { code } = params;
  const found = isCode("DA", code) ? await findPublicPartnership(code) : null;
  if (!found?.publishedAt) throw new Problem(404);
  const { published, publishedAt, members, agreements, ...partnership } = found;
  return {
    ...partnership,
    publishedAt: inUtc(publishedAt),
    members: members.map(({ organisationId, house, role, names, from, to }) => ({
      ...{ organisation: organisationId, house, role, names, from, to },
    })),
    agreements: agreements.map(({ productCode, signatures, schedules, signedAt, amendments, runs, ...agreement }) => ({
      ...agreement,
      product: productCode,
      signedAt: inUtc(signedAt),
      amendments: amendments.map(({ number, effectiveFrom, rationale, textSha256, endedAt }) => ({
        ...{ number, effectiveFrom, rationale, textSha256 },
        signedAt: inUtc(endedAt ?? ""),
      })),
      distributions: runs.map(
        ({ number, kind, from, to, compensates, totalVnd, authorsVnd, inputsSha256, endedAt }) => ({
          ...{ number, kind, from, to, compensates, totalVnd, authorsVnd, inputsSha256 },
          lockedAt: inUtc(endedAt ?? ""),
        }),
      ),
    })),
  };
});

export const action = onlyBy("GET");
