import { type Expectation, expectPayoff, type Scenario } from "../calculations/risk/expected-payoff.ts";
import { linesOn } from "./amended-schedules.ts";
import type { ReadAmendment } from "./amendment.ts";

export type Change = { beforeVnd: bigint; afterVnd: bigint };

/** What an amendment changes for one party: in each scenario, in their order, and what it may expect over all of them. */
export type PayoffChange = { party: string; scenarios: Change[]; expected: Change };

/**
 * What each party gets (below 0: bears) in đồng by the shares before an amendment and after it, on its first day, in
 * scenarios that the parties keep. Null where the shares or scenarios give no expectation (a dimension that is withheld).
 * Source: docs/domain.md, "Amendments" and "Expected payoff and fairness".
 */
export function payoffChange(
  amendment: Pick<ReadAmendment, "before" | "after" | "effectiveFrom">,
  scenarios: readonly Scenario[],
  caps: ReadonlyMap<string, bigint | null>,
): PayoffChange[] | null {
  const { before, after, effectiveFrom } = amendment;
  const named = [before, after].flatMap((side) => [
    ...linesOn(side, "PROFIT", effectiveFrom),
    ...linesOn(side, "RISK", effectiveFrom),
  ]);
  const parties = [...new Set(named.map(({ party }) => party))];
  const expected = (side: typeof before) => {
    const ppmOf = (dimension: "PROFIT" | "RISK", party: string) =>
      linesOn(side, dimension, effectiveFrom).find((line) => line.party === party)?.ppm ?? 0;
    const stakes = parties.map((party) => ({
      party,
      profitPpm: ppmOf("PROFIT", party),
      riskPpm: ppmOf("RISK", party),
      capitalVnd: 0n,
      capVnd: caps.get(party) ?? null,
    }));
    return expectPayoff(stakes, scenarios);
  };
  const [was, is] = [expected(before), expected(after)];
  if (!was.ok || !is.ok) return null;
  return parties.map((party, place) => ({
    party,
    scenarios: scenarios.map((_one, at) => ({
      beforeVnd: payoffIn(was.value, at, place),
      afterVnd: payoffIn(is.value, at, place),
    })),
    expected: {
      beforeVnd: was.value.parties[place]?.payoffVnd ?? 0n,
      afterVnd: is.value.parties[place]?.payoffVnd ?? 0n,
    },
  }));
}

function payoffIn({ scenarios }: Expectation, scenario: number, place: number): bigint {
  return scenarios[scenario]?.payoff[place]?.amountVnd ?? 0n;
}
