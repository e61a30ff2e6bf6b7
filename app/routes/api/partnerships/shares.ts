import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { type PartyShare, sharesAsOf } from "#app/domain/partnerships/agreements/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { readShares } from "#app/web/api/partnerships.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";
import { invalidAt, Problem } from "#app/web/problem.server.ts";

export const loader = apiLoader(async ({ params, url }): Promise<Answer<typeof readShares>> => {
  const { product, asOf = dayInVietnam(new Date()), knownAt } = parseQuery(url, readShares.query);
  const { code } = params;
  if (!isCode("DA", code)) throw new Problem(404);
  const shares = await sharesAsOf({
    code,
    product: product ?? null,
    asOf,
    knownAt: knownAt ? new Date(knownAt) : null,
  });
  if (!shares.ok && shares.code === "PRODUCT_NEEDED")
    throw invalidAt("product", "PRODUCT_NEEDED", "There are several agreements: name the product.");
  if (!shares.ok)
    throw new Problem(404, { code: "NO_AGREEMENT_IN_FORCE", detail: `No agreement is in force on ${asOf}.` });
  const { value } = shares;
  return {
    ...{ product: value.product, asOf, knownAt: value.knownAt, agreementVersion: value.agreementVersion },
    capital: {
      contractual: linesOf(value.capital.contractual),
      paidIn: value.capital.paidIn && linesOf(value.capital.paidIn),
    },
    risk: linesOf(value.risk),
    profit: value.profit && linesOf(value.profit),
    ...(value.withheld.length > 0 ? { withheld: value.withheld } : {}),
  };
});

export const action = onlyBy("GET");

function linesOf(shares: readonly PartyShare[]) {
  return shares.map(({ party, names, house, ppm }) => ({ party, names, house, ppm }));
}
