import { describe, expect, test } from "vitest";
import { ASSUMED_EXEMPT_YEARS, ASSUMED_MINIMUM_PPM } from "#app/domain/partnerships/simulations/profit.ts";
import parameters from "#prisma/reference/legal-parameters.json";
import cases from "#test/cases/acceptance-cases.json";
import { withTestDatabase } from "#test/setup/database.ts";
import { simulate } from "#test/support/simulate.ts";

withTestDatabase();

const { B_capital_timeline: B, C_disbursement: C, D_loss_allocation: D, E_profit_waterfall: E } = cases.cases;
const { H_expected_payoff_and_fairness: H, I_shapley: I, J_ppp_revenue_sharing: J, K_risk_register: K } = cases.cases;
const { M_multi_year_waterfall: M, N_exit: N, U_npv_irr: U } = cases.cases;

/** A calculation that goes well, as its text: the order of parties and fields counts. */
async function answered(kind: string, sent: unknown): Promise<string> {
  const { status, body } = await simulate(kind, sent);
  expect([status, body]).toEqual([200, expect.anything()]);
  return JSON.stringify(body);
}

/** The decimal fractions of a case as the contract writes them. */
function sixPlaces(ratios: Record<string, number>): Record<string, string> {
  return Object.fromEntries(Object.entries(ratios).map(([party, ratio]) => [party, ratio.toFixed(6)]));
}

describe("capital and its value", () => {
  test("B: who has paid in how much on every day", async () => {
    const asOf = B.asOf.map((row) => row.asOf);
    expect(await answered("capital-timeline", { events: B.events, asOf })).toBe(JSON.stringify({ asOf: B.asOf }));
  });

  test("C: payments against plan, refunds, and days in any order", async () => {
    const asOf = C.asOf.map((row) => row.asOf);
    expect(await answered("disbursement", { plan: C.plan, actual: C.actual, asOf })).toBe(
      JSON.stringify({ asOf: C.asOf }),
    );
    const turned = await simulate("disbursement", { plan: C.plan, actual: C.actual, asOf: [...asOf].reverse() });
    expect(turned.body).toEqual({ asOf: [...C.asOf].reverse() });
    const actual = [
      ["2026-01-02", "30"],
      ["2026-01-03", "-10"],
    ];
    const told = await simulate("disbursement", {
      plan: [["2026-01-01", "30"]],
      actual,
      asOf: ["2025-12-31", "2026-01-03"],
    });
    expect(told.body).toMatchObject({
      asOf: [{ absorptionPpm: null }, { actualCumVnd: "20", absorptionPpm: 666_667 }],
    });
  });

  test("N: exit pro rata", async () => {
    expect(await answered("exit", { before: N.before, leaver: N.leaver })).toBe(
      JSON.stringify({ afterPpm: N.afterPpm }),
    );
  });

  test("U: value and rate of return", async () => {
    const answer = { npvVnd: U.npvVnd, irr: U.irr.toFixed(6) };
    expect(await answered("npv-irr", { flowsVnd: U.flowsVnd, ratePpm: 80_000 })).toBe(JSON.stringify(answer));
    expect((await simulate("npv-irr", { flowsVnd: ["-1", "3", "-1"], ratePpm: 0 })).body).toEqual({
      npvVnd: "1",
      irr: null,
    });
  });
});

describe("risk and bargaining", () => {
  test.each(D)("$name", async ({ name: _name, expectedVnd, unallocatedVnd, rounds, ...sent }) => {
    expect(await answered("loss", sent)).toBe(JSON.stringify({ partiesVnd: expectedVnd, unallocatedVnd, rounds }));
  });

  const expectation = {
    ...{ capitalPpm: H.capitalPpm, riskPpm: H.riskPpm, profitPpm: H.profitPpm, capsVnd: H.capsVnd },
    ...{ capitalVnd: H.capitalVnd, scenarios: H.scenarios.map(({ payoffVnd: _, ...scenario }) => scenario) },
  };

  test("H: expected payoff and fairness", async () => {
    expect((await simulate("expected-payoff", expectation)).body).toEqual({
      scenarios: H.scenarios.map(({ scenario, payoffVnd }) => ({ scenario, payoffVnd, unallocatedVnd: "0" })),
      expectedPayoffVnd: H.expectedPayoffVnd,
      expectedLossVnd: H.expectedLossVnd,
      expectedPayoffTotalVnd: H.expectedPayoffTotalVnd,
      expectedReturnOnCapital: sixPlaces(H.expectedReturnOnCapital),
      profitToCapital: sixPlaces(H.profitToCapital),
      profitToRisk: sixPlaces(H.profitToRisk),
      riskToCapital: sixPlaces(H.riskToCapital),
      payoffPerExpectedLoss: sixPlaces(H.payoffPerExpectedLoss),
      tvdProfitVsCapitalPpm: Number(H.tvdProfitVsCapitalPpm),
      tvdProfitVsRiskPpm: Number(H.tvdProfitVsRiskPpm),
      tvdRiskVsCapitalPpm: Number(H.tvdRiskVsCapitalPpm),
    });
  });

  test("a party without a cap bears all of its part; without capital its ratios are not defined", async () => {
    const { body } = await simulate("expected-payoff", {
      capitalPpm: { A: 1_000_000, B: 0 },
      riskPpm: { A: 500_000, B: 500_000 },
      profitPpm: { A: 500_000, B: 500_000 },
      capsVnd: { A: "1", B: null },
      capitalVnd: { A: "100", B: "0" },
      scenarios: [{ scenario: "failure", pPpm: 1_000_000, valueVnd: "-100" }],
    });
    expect(body).toMatchObject({
      scenarios: [{ payoffVnd: { A: "-1", B: "-99" }, unallocatedVnd: "0" }],
      expectedReturnOnCapital: { A: "-0.010000", B: null },
      profitToCapital: { A: "0.500000", B: null },
    });
  });

  test("parties stand, and ties fall, in the order of the first object that was sent", async () => {
    const tied = {
      capitalPpm: { A: 500_000, B: 500_000 },
      riskPpm: { B: 500_000, A: 500_000 },
      profitPpm: { A: 500_000, B: 500_000 },
      capsVnd: { A: null, B: null },
      capitalVnd: { A: "1", B: "1" },
      scenarios: [{ scenario: "one đồng", pPpm: 1_000_000, valueVnd: "1" }],
    };
    expect(await answered("expected-payoff", tied)).toContain('"payoffVnd":{"A":"1","B":"0"}');
    const { riskPpm, ...rest } = tied;
    expect(await answered("expected-payoff", { riskPpm, ...rest })).toContain('"payoffVnd":{"B":"1","A":"0"}');
  });

  test("I: Shapley value and core", async () => {
    const candidates = [
      { name: "20/35/45", profitPpm: { STATE: 200_000, SCHOOL: 350_000, ENT: 450_000 } },
      { name: "10/70/20", profitPpm: { STATE: 100_000, SCHOOL: 700_000, ENT: 200_000 } },
    ];
    const values = { shapleyVnd: I.shapleyVnd, shapleyPpm: I.shapleyPpm };
    expect(await answered("shapley", { v: I.v, candidates })).toBe(
      JSON.stringify({
        ...values,
        core: [
          { name: "20/35/45", blockedBy: I.coreCheck_20_35_45 },
          { name: "10/70/20", blockedBy: I.coreCheck_10_70_20_blockedBy },
        ],
      }),
    );
    expect((await simulate("shapley", { v: I.v, candidates: null })).body).toEqual({ ...values, core: [] });
  });

  test("K: risk shares from the register", async () => {
    const rows = K.rows.map(({ expectedLossVnd: _, ...row }) => row);
    const answer = { perPartyVnd: K.perPartyVnd, derivedRiskSharesPpm: K.derivedRiskSharesPpm };
    expect(await answered("risk-register", { rows })).toBe(JSON.stringify(answer));
  });
});

describe("profit", () => {
  const { R1_project_level_carve_out: R1, R2_host_level: R2 } = E;
  const answer = (split: { authorsVnd: string; intermediaryVnd: string }, partiesVnd: Record<string, string>) => ({
    common: E.common,
    partiesVnd,
    authorsVnd: split.authorsVnd,
    intermediaryVnd: split.intermediaryVnd,
    statutoryMinimumVnd: E.statutoryMinimumVnd_host_reading,
    valid: true,
  });

  test("E, R1: authors before the split", async () => {
    const told = await answered("waterfall", { inputs: E.inputs, authorRewardPoint: "R1_PROJECT" });
    expect(told).toBe(JSON.stringify(answer(R1, R1.partiesVnd)));
  });

  test("E, R2: authors from the host's part; the minimum is assumed where none is sent", async () => {
    const { statutoryMinimumRatePpm: _, ...inputs } = E.inputs;
    const expected = JSON.stringify(answer(R2, { ...R2.partiesGrossVnd, SCHOOL: R2.hostNetVnd }));
    for (const sent of [E.inputs, inputs, { ...inputs, statutoryMinimumRatePpm: null }])
      expect(await answered("waterfall", { inputs: sent, authorRewardPoint: "R2_HOST" })).toBe(expected);
  });

  test("what the contract assumes of the law is what the law in force says", () => {
    const inForce = (key: string) => parameters.items.filter((it) => it.key === key && it.validTo === null);
    expect(inForce("result.author-reward.minimum").map(({ value }) => value)).toEqual([ASSUMED_MINIMUM_PPM]);
    expect(inForce("partnership.ppp.exempt-years").map(({ value }) => value)).toEqual([ASSUMED_EXEMPT_YEARS]);
  });

  test("E3: a host whose part is wholly paid by the budget", async () => {
    const inputs = { ...E.inputs, budgetFundedSharePpm: 1_000_000 };
    const { E3_host_share_fully_budget_funded: E3 } = E;
    expect((await simulate("waterfall", { inputs, authorRewardPoint: "R2_HOST" })).body).toMatchObject({
      authorsVnd: E3.authorsVnd,
      intermediaryVnd: E3.intermediaryVnd,
      partiesVnd: { SCHOOL: E3.hostNetVnd },
    });
  });

  test("E5: below the legal minimum the answer says so", async () => {
    const { E5_below_minimum_must_fail: E5 } = E;
    const inputs = { ...E.inputs, authorRewardRatePpm: E5.authorRewardRatePpm };
    expect((await simulate("waterfall", { inputs, authorRewardPoint: "R2_HOST" })).body).toMatchObject({
      ...{ authorsVnd: E5.authorsVnd, statutoryMinimumVnd: E5.minimumVnd, valid: E5.valid },
    });
  });

  test.each(J)("$name", async ({ name: _name, expected, ...sent }) => {
    expect(await answered("ppp-revenue", sent)).toBe(JSON.stringify(expected));
  });

  test("M: loss carried forward, reserve, preferred return", async () => {
    const { years, totalsVnd, reserveTotalVnd } = M;
    const patVnd = years.map((year) => year.patVnd);
    expect(await answered("multi-year", { rules: M.rules, patVnd })).toBe(
      JSON.stringify({ years, totalsVnd, reserveTotalVnd }),
    );
  });
});
