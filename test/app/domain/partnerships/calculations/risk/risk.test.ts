import { describe, expect, test } from "vitest";
import { sixPlaces } from "#app/domain/partnerships/calculations/exact.ts";
import { bearLoss } from "#app/domain/partnerships/calculations/risk/bear-loss.ts";
import { expectPayoff } from "#app/domain/partnerships/calculations/risk/expected-payoff.ts";
import { bandOf, distancePpm, shareRatios } from "#app/domain/partnerships/calculations/risk/fairness.ts";
import { registerShares } from "#app/domain/partnerships/calculations/risk/risk-register.ts";
import { readAmounts, readShares, writeAmounts, writeShares } from "#app/domain/partnerships/simulations/party-json.ts";
import cases from "#test/cases/acceptance-cases.json";
import { worth } from "#test/support/partnerships/made-up.ts";

const { D_loss_allocation: D, H_expected_payoff_and_fairness: H, K_risk_register: K } = cases.cases;

describe("a loss within caps", () => {
  test.each(D)("case $name", ({ lossVnd, riskPpm, capsVnd, priorVnd, expectedVnd, unallocatedVnd, rounds }) => {
    const bearers = riskPpm.map((ppm, place) => ({
      party: `P${place}`,
      riskPpm: ppm,
      capVnd: capOf(capsVnd[place]),
      priorVnd: BigInt(priorVnd?.[place] ?? "0"),
    }));
    const borne = worth(bearLoss(BigInt(lossVnd), bearers));
    expect(borne.lines.map(({ amountVnd }) => amountVnd.toString())).toEqual(expectedVnd);
    expect([borne.unallocatedVnd.toString(), borne.rounds]).toEqual([unallocatedVnd, rounds]);
  });

  const STATE = { party: "STATE", riskPpm: 1_000_000, capVnd: 10n };
  const SCHOOL = { party: "SCHOOL", riskPpm: 0, capVnd: null };

  test("who has no share bears nothing, even when nobody else can", () => {
    expect(worth(bearLoss(25n, [STATE, SCHOOL]))).toEqual({
      lines: readAmounts({ STATE: "10", SCHOOL: "0" }),
      unallocatedVnd: 15n,
      rounds: 1,
    });
  });

  test("earlier losses above a cap leave no room, not less than none", () => {
    expect(worth(bearLoss(5n, [{ ...STATE, priorVnd: 99n }]))).toMatchObject({ unallocatedVnd: 5n });
  });

  test("a loss that fills the caps exactly exceeds none: one round", () => {
    const half = { riskPpm: 500_000, capVnd: 5n };
    expect(
      worth(
        bearLoss(10n, [
          { party: "STATE", ...half },
          { party: "SCHOOL", ...half },
        ]),
      ),
    ).toEqual({
      ...{ lines: readAmounts({ STATE: "5", SCHOOL: "5" }), unallocatedVnd: 0n, rounds: 1 },
    });
  });

  test("no loss is allocated once and hurts nobody", () => {
    expect(worth(bearLoss(0n, [STATE]))).toEqual({ lines: readAmounts({ STATE: "0" }), unallocatedVnd: 0n, rounds: 1 });
  });

  test("risk shares that make no whole, and amounts below nothing, are refused", () => {
    expect(bearLoss(1n, [SCHOOL])).toMatchObject({ code: "SUM_NOT_100" });
    expect(bearLoss(1n, [STATE, { ...SCHOOL, party: "STATE" }])).toMatchObject({ code: "DUPLICATE_PARTY" });
    expect(bearLoss(-1n, [STATE])).toMatchObject({ code: "NEGATIVE_AMOUNT" });
    expect(bearLoss(1n, [{ ...STATE, capVnd: -1n }])).toMatchObject({ code: "NEGATIVE_AMOUNT" });
    expect(bearLoss(1n, [{ ...STATE, priorVnd: -1n }])).toMatchObject({ code: "NEGATIVE_AMOUNT" });
  });
});

const PARTIES = ["STATE", "SCHOOL", "ENT"] as const;

describe("expected payoff and fairness", () => {
  const stakes = PARTIES.map((party) => ({
    party,
    profitPpm: H.profitPpm[party],
    riskPpm: H.riskPpm[party],
    capitalVnd: BigInt(H.capitalVnd[party]),
    capVnd: BigInt(H.capsVnd[party]),
  }));
  const scenarios = H.scenarios.map(({ scenario, pPpm, valueVnd }) => ({
    name: scenario,
    probabilityPpm: pPpm,
    valueVnd: BigInt(valueVnd),
  }));
  const told = worth(expectPayoff(stakes, scenarios));
  const [capital, risk, profit] = [readShares(H.capitalPpm), readShares(H.riskPpm), readShares(H.profitPpm)];

  test.each(H.scenarios)("case H: what $scenario brings to whom", ({ scenario, payoffVnd }) => {
    const one = told.scenarios.find(({ name }) => name === scenario);
    expect(one).toMatchObject({ payoff: readAmounts(payoffVnd), unallocatedVnd: 0n });
  });

  test.each(PARTIES)("case H: what %s may expect", (party) => {
    const expected = told.parties.find((one) => one.party === party);
    expect(expected?.payoffVnd.toString()).toBe(H.expectedPayoffVnd[party]);
    expect(expected?.lossVnd.toString()).toBe(H.expectedLossVnd[party]);
    expect(sixPlaces(expected?.returnOnCapital ?? null)).toBe(H.expectedReturnOnCapital[party].toFixed(6));
    expect(sixPlaces(expected?.payoffPerExpectedLoss ?? null)).toBe(H.payoffPerExpectedLoss[party].toFixed(6));
  });

  test("case H: the total is the sum of the rounded expectations", () => {
    expect(told.totalVnd.toString()).toBe(H.expectedPayoffTotalVnd);
  });

  test("case H: distances between the three tables", () => {
    expect(
      [
        [profit, capital],
        [profit, risk],
        [risk, capital],
      ].map(([one = [], other = []]) => distancePpm(one, other).toString()),
    ).toEqual([H.tvdProfitVsCapitalPpm, H.tvdProfitVsRiskPpm, H.tvdRiskVsCapitalPpm]);
  });

  test.each(PARTIES)("case H: ratios and their bands for %s", (party) => {
    const of = (over: typeof profit, under: typeof profit) =>
      shareRatios(over, under).find((one) => one.party === party)?.ratio ?? null;
    expect(sixPlaces(of(profit, capital))).toBe(H.profitToCapital[party].toFixed(6));
    expect(sixPlaces(of(profit, risk))).toBe(H.profitToRisk[party].toFixed(6));
    expect(sixPlaces(of(risk, capital))).toBe(H.riskToCapital[party].toFixed(6));
    expect({ profitToCapital: bandOf(of(profit, capital)), profitToRisk: bandOf(of(profit, risk)) }).toEqual(
      H["flagsAt_0.80_1.25"][party],
    );
  });

  test("the bounds of the band lie in it; what is not defined has no band", () => {
    expect(bandOf({ numerator: 4n, denominator: 5n })).toBe("OK");
    expect(bandOf({ numerator: 5n, denominator: 4n })).toBe("OK");
    expect(bandOf({ numerator: 1_250_001n, denominator: 1_000_000n })).toBe("HIGH");
    expect(bandOf(null)).toBeNull();
  });

  test("a party without capital or expected loss has no ratio to it", () => {
    const gains = scenarios.map((scenario) => ({ ...scenario, valueVnd: 1n }));
    const { parties } = worth(
      expectPayoff(
        stakes.map((stake) => ({ ...stake, capitalVnd: 0n })),
        gains,
      ),
    );
    expect(parties.map((one) => [one.returnOnCapital, one.payoffPerExpectedLoss])).toEqual(
      PARTIES.map(() => [null, null]),
    );
  });

  test("probabilities that make no whole, and tables that do not, are refused", () => {
    expect(expectPayoff(stakes, scenarios.slice(1))).toMatchObject({ code: "PROBABILITIES_NOT_100" });
    expect(expectPayoff(stakes, [])).toMatchObject({ code: "PROBABILITIES_NOT_100" });
    expect(expectPayoff(stakes.slice(1), scenarios)).toMatchObject({ code: "SUM_NOT_100" });
    const noRisk = stakes.map((stake) => ({ ...stake, riskPpm: 0 }));
    expect(expectPayoff(noRisk, scenarios)).toMatchObject({ code: "SUM_NOT_100" });
    const owing = stakes.map((stake) => ({ ...stake, capitalVnd: -1n }));
    expect(expectPayoff(owing, scenarios)).toMatchObject({ code: "NEGATIVE_AMOUNT" });
  });
});

describe("risk shares from the register", () => {
  const risks = K.rows.map(({ probabilityPpm, impactVnd, allocationPpm }) => ({
    probabilityPpm,
    impactVnd: BigInt(impactVnd),
    allocation: readShares(allocationPpm),
  }));

  test("case K: expected losses, the shares they make, and how far the contract lies from them", () => {
    const { expectedLoss, shares } = worth(registerShares(risks));
    expect(writeAmounts(expectedLoss)).toEqual(K.perPartyVnd);
    expect(writeShares(shares)).toEqual(K.derivedRiskSharesPpm);
    expect(distancePpm(shares, readShares(H.riskPpm)).toString()).toBe(K.tvdVsContractualPpm);
  });

  test("a party that a risk does not name bears nothing of it and stands where it is first named", () => {
    const one = { probabilityPpm: 500_000, impactVnd: 10n, allocation: readShares({ LAB: 1_000_000 }) };
    const other = { probabilityPpm: 1_000_000, impactVnd: 15n, allocation: readShares({ CITY: 1_000_000 }) };
    expect(worth(registerShares([one, other]))).toEqual({
      expectedLoss: readAmounts({ LAB: "5", CITY: "15" }),
      shares: readShares({ LAB: 250_000, CITY: 750_000 }),
    });
  });

  test("shares go by whole đồng, expectations are rounded to even", () => {
    const half = { probabilityPpm: 500_000, impactVnd: 3n, allocation: readShares({ LAB: 1_000_000 }) };
    const small = { probabilityPpm: 900_000, impactVnd: 1n, allocation: readShares({ CITY: 1_000_000 }) };
    expect(worth(registerShares([half, small]))).toEqual({
      expectedLoss: readAmounts({ LAB: "2", CITY: "1" }),
      shares: readShares({ LAB: 1_000_000, CITY: 0 }),
    });
  });

  test("an allocation that makes no whole is refused at its risk; so is a register without a đồng of loss", () => {
    const short = { probabilityPpm: 1, impactVnd: 1n, allocation: readShares({ LAB: 999_999 }) };
    expect(registerShares([...risks, short])).toMatchObject({ code: "SUM_NOT_100", field: "5" });
    const negative = { ...short, impactVnd: -1n, allocation: readShares({ LAB: 1_000_000 }) };
    expect(registerShares([negative])).toMatchObject({ code: "NEGATIVE_AMOUNT", field: "0" });
    expect(registerShares(risks.map((risk) => ({ ...risk, impactVnd: 0n })))).toMatchObject({
      code: "NOTHING_TO_SHARE",
    });
    expect(registerShares([])).toMatchObject({ code: "NOTHING_TO_SHARE" });
  });
});

function capOf(text: string | null | undefined): bigint | null {
  return typeof text === "string" ? BigInt(text) : null;
}
