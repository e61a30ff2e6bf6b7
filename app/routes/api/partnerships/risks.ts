import { findPublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { findRisks } from "#app/domain/partnerships/risks/queries.server.ts";
import { riskForThePublic } from "#app/domain/partnerships/risks/risk.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { inUtc } from "#app/web/api/fields.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { partyIn } from "#app/web/api/partnerships/party-in.ts";
import type { readRisks } from "#app/web/api/partnerships/risks.ts";
import { apiLoader, onlyBy } from "#app/web/api.server.ts";
import { Problem } from "#app/web/problem.server.ts";

export const loader = apiLoader(async ({ params }): Promise<Answer<typeof readRisks>> => {
  const { code } = params;
  const found = isCode("DA", code) ? await findPublicPartnership(code) : null;
  if (!found?.publishedAt) throw new Problem(404);
  const { members } = found;
  const risks = (await findRisks(found.code)).map(riskForThePublic);
  return {
    risks: risks.map(({ number, category, ownerMemberId, reviewOn, outcome, closeNote, closedAt, versions }) => ({
      ...{ number, category, ...partyIn(members, ownerMemberId), reviewOn, outcome, closeNote },
      closedAt: closedAt && inUtc(closedAt),
      withheld: versions.length === 0,
      versions: versions.map(({ version, title, probabilityPpm, impactVnd, mitigation, reason, ...one }) => ({
        ...{ version, title, probabilityPpm, impactVnd, mitigation, reason, reviewOn: one.reviewOn },
        recordedAt: inUtc(one.recordedAt),
        allocation: one.allocation.map(({ party, ppm }) => ({ ...partyIn(members, party), ppm })),
      })),
    })),
  };
});

export const action = onlyBy("GET");
