import { describe, expect, test } from "vitest";
import { sixPlaces } from "#app/domain/partnerships/calculations/exact.ts";
import { bandOf } from "#app/domain/partnerships/calculations/risk/fairness.ts";
import { readVariant } from "#app/domain/partnerships/workbench/read-variant.ts";
import type { Variant } from "#app/domain/partnerships/workbench/variant.ts";
import { weigh } from "#app/domain/partnerships/workbench/weigh.ts";
import cases from "#test/cases/acceptance-cases.json" with { type: "json" };
import { worth } from "#test/support/partnerships/made-up.ts";
import { WORKBENCH_PROPERTIES } from "#test/support/partnerships/workbench-properties.ts";
import { FEW_RUNS, testProperties } from "#test/support/properties.ts";

const H = cases.cases.H_expected_payoff_and_fairness;
const PARTIES = ["STATE", "SCHOOL", "ENT"] as const;
const MINIMUM_PPM = 300_000;

/** Case H with the years of case M. */
const CASE_H: Variant = {
  parties: PARTIES.map((party) => ({
    party,
    capitalPpm: H.capitalPpm[party],
    riskPpm: H.riskPpm[party],
    profitPpm: H.profitPpm[party],
    capVnd: BigInt(H.capsVnd[party]),
  })),
  capitalVnd: 100_000_000_000n,
  scenarios: H.scenarios.map(({ scenario, pPpm, valueVnd }) => ({
    name: scenario,
    probabilityPpm: pPpm,
    valueVnd: BigInt(valueVnd),
  })),
  profitsVnd: [-20_000_000_000n, 10_000_000_000n, 45_000_000_000n, 60_000_000_000n],
  discountPpm: 80_000,
  reservePpm: 50_000,
  preferredPpm: 60_000,
  tiers: null,
};

describe("a variant on the workbench", () => {
  test("gives each party the figures of case H", () => {
    const { parties, whole, imbalance, scenarios } = worth(weigh(CASE_H, MINIMUM_PPM));
    for (const [place, party] of PARTIES.entries()) {
      const line = parties[place];
      expect(line?.capitalVnd.toString()).toBe(H.capitalVnd[party]);
      expect(line?.expected?.payoffVnd.toString()).toBe(H.expectedPayoffVnd[party]);
      expect(line?.expected?.lossVnd.toString()).toBe(H.expectedLossVnd[party]);
      expect(line?.expected?.worstVnd.toString()).toBe(H.scenarios[2]?.payoffVnd[party]);
      expect(line?.expected?.worstScenario).toBe("failure");
      expect(Number(sixPlaces(line?.expected?.returnOnCapital ?? null))).toBe(H.expectedReturnOnCapital[party]);
      expect(Number(sixPlaces(line?.profitToCapital ?? null))).toBe(H.profitToCapital[party]);
      expect(Number(sixPlaces(line?.profitToRisk ?? null))).toBe(H.profitToRisk[party]);
      const flags = H["flagsAt_0.80_1.25"][party];
      expect(bandOf(line?.profitToCapital ?? null)).toBe(flags.profitToCapital);
      expect(bandOf(line?.profitToRisk ?? null)).toBe(flags.profitToRisk);
    }
    expect(whole.expected?.payoffVnd.toString()).toBe(H.expectedPayoffTotalVnd);
    expect(imbalance).toEqual({ profitCapitalPpm: 150_000, profitRiskPpm: 250_000, riskCapitalPpm: 100_000 });
    expect(scenarios.every(({ unallocatedVnd }) => unallocatedVnd === 0n)).toBe(true);
  });

  test("pays each party over the years what case M pays it, and says whether it came back", () => {
    const { parties, reserveVnd, whole } = worth(weigh(CASE_H, MINIMUM_PPM));
    const paid = parties.map(({ worth: one }) => one?.flowsVnd.slice(1).reduce((sum, vnd) => sum + vnd, 0n));
    expect(paid).toEqual([20_450_000_000n, 27_987_500_000n, 41_812_500_000n]);
    expect(reserveVnd).toBe(4_750_000_000n);
    expect(parties.map(({ worth: one }) => one?.breakEven)).toEqual(["NEVER", 4, "NEVER"]);
    expect(parties[1]?.worth?.irr).toBeGreaterThan(0n);
    expect(parties[0]?.worth?.irr).toBeLessThan(0n);
    expect(whole.worth?.flowsVnd).toEqual([
      -100_000_000_000n,
      0n,
      0n,
      18_000_000_000n + 15_250_000_000n,
      6_000_000_000n + 51_000_000_000n,
    ]);
  });

  test("takes the authors' tiers out of a gain and not out of a loss, and says when the law is not met", () => {
    const tiers = {
      authorRewardPoint: "R2_HOST" as const,
      host: "SCHOOL",
      budgetFundedPpm: 300_000,
      authorRewardRatePpm: 250_000,
      intermediaryRatePpm: 100_000,
    };
    const plain = worth(weigh(CASE_H, MINIMUM_PPM));
    const tiered = worth(weigh({ ...CASE_H, tiers }, MINIMUM_PPM));
    expect(tiered.scenarios[0]?.tiersVnd).toBe(4_410_000_000n);
    expect(tiered.scenarios[2]).toEqual(plain.scenarios[2]);
    expect(tiered.parties[0]?.expected?.payoffVnd).toBe(plain.parties[0]?.expected?.payoffVnd);
    expect(tiered.isLawful).toBe(false);
    expect(worth(weigh({ ...CASE_H, tiers: { ...tiers, authorRewardRatePpm: 300_000 } }, MINIMUM_PPM)).isLawful).toBe(
      true,
    );
  });

  test("is weighed without scenarios and without years, and has no rate where nothing was paid in", () => {
    const bare = { ...CASE_H, capitalVnd: 0n, scenarios: [], profitsVnd: [] };
    const { parties, whole } = worth(weigh(bare, MINIMUM_PPM));
    expect(parties.every(({ expected, worth: one }) => expected === null && one === null)).toBe(true);
    expect(whole).toEqual({ capitalVnd: 0n, expected: null, worth: null });
    const paid = worth(weigh({ ...bare, profitsVnd: [5n] }, MINIMUM_PPM));
    expect(paid.parties.map(({ worth: one }) => [one?.irr, one?.breakEven])).toEqual([
      [null, "NO_CAPITAL"],
      [null, "NO_CAPITAL"],
      [null, "NO_CAPITAL"],
    ]);
  });

  test("is refused at the field that is wrong", () => {
    const [state, ...others] = CASE_H.parties;
    if (!state) throw new Error("no party");
    const tiers = {
      authorRewardPoint: "R1_PROJECT" as const,
      host: "NOBODY",
      budgetFundedPpm: 0,
      authorRewardRatePpm: 0,
      intermediaryRatePpm: 0,
    };
    const refusals: [Partial<Variant>, string, string][] = [
      [{ parties: [{ ...state, riskPpm: 400_001 }, ...others] }, "SUM_NOT_100", "risk"],
      [{ parties: [{ ...state, profitPpm: -1 }, ...others] }, "NEGATIVE_SHARE", "profit"],
      [{ parties: [state, ...others, state] }, "DUPLICATE_PARTY", "capital"],
      [{ parties: [{ ...state, capVnd: -1n }, ...others] }, "NEGATIVE_AMOUNT", "cap-STATE"],
      [{ capitalVnd: -1n }, "NEGATIVE_AMOUNT", "total"],
      [{ scenarios: CASE_H.scenarios.slice(1) }, "PROBABILITIES_NOT_100", "scenarios"],
      [{ scenarios: Array(9).fill(CASE_H.scenarios[0]) }, "TOO_MANY_SCENARIOS", "scenarios"],
      [{ profitsVnd: Array(21).fill(1n) }, "TOO_MANY_YEARS", "years"],
      [{ reservePpm: 1_000_001 }, "RATE_OUT_OF_RANGE", "reserve"],
      [{ tiers }, "HOST_NOT_A_PARTY", "host"],
      [
        { tiers: { ...tiers, host: "ENT", authorRewardRatePpm: 900_000, intermediaryRatePpm: 100_001 } },
        "RATES_ABOVE_WHOLE",
        "intermediary",
      ],
    ];
    for (const [wrong, code, field] of refusals)
      expect(weigh({ ...CASE_H, ...wrong }, MINIMUM_PPM)).toMatchObject({ ok: false, code, field });
  });
});

describe("what is typed", () => {
  const TYPED: Record<string, string> = {
    name: "  Phương án A ",
    total: "100 tỷ",
    "capital-a": "60",
    "capital-b": "40,0",
    "risk-a": "33.3333 %",
    "risk-b": "66,6667",
    "profit-b": "100",
    "cap-a": "20 tỷ",
    discount: "8",
    "scenario-1-name": "tốt",
    "scenario-1-chance": "60",
    "scenario-1-value": "30 tỷ",
    "scenario-3-name": "xấu",
    "scenario-3-chance": "40",
    "scenario-3-value": "-60 tỷ",
    "year-1": "-1 tỷ",
    "year-3": "2 tỷ",
  };
  const read = (more: Record<string, string> = {}) => {
    const texts = new Map(Object.entries({ ...TYPED, ...more }));
    return readVariant((key) => texts.get(key) ?? "", ["a", "b"]);
  };

  test("becomes a variant: empty rows and cells count for nothing, a year between others for 0", () => {
    const { name, variant, faults } = read();
    expect(faults).toEqual([]);
    expect(name).toBe("Phương án A");
    expect(variant).toEqual({
      parties: [
        { party: "a", capitalPpm: 600_000, riskPpm: 333_333, profitPpm: 0, capVnd: 20_000_000_000n },
        { party: "b", capitalPpm: 400_000, riskPpm: 666_667, profitPpm: 1_000_000, capVnd: null },
      ],
      capitalVnd: 100_000_000_000n,
      scenarios: [
        { name: "tốt", probabilityPpm: 600_000, valueVnd: 30_000_000_000n },
        { name: "xấu", probabilityPpm: 400_000, valueVnd: -60_000_000_000n },
      ],
      profitsVnd: [-1_000_000_000n, 0n, 2_000_000_000n],
      discountPpm: 80_000,
      reservePpm: 0,
      preferredPpm: 0,
      tiers: null,
    });
  });

  test.each([
    ["capital-a", "1/3", "SHARE_UNREADABLE"],
    ["risk-b", "-5", "SHARE_NEGATIVE"],
    ["profit-b", "100,00001", "SHARE_TOO_PRECISE"],
    ["profit-a", "٣٣", "SHARE_UNREADABLE"],
    ["total", "", "AMOUNT_MISSING"],
    ["total", "1e9", "AMOUNT_UNREADABLE"],
    ["total", "99999999999999999", "AMOUNT_IMPLAUSIBLE"],
    ["cap-a", "1,500 triệu tỷ", "AMOUNT_UNREADABLE"],
    ["scenario-1-chance", "", "CHANCE_MISSING"],
    ["scenario-1-name", "", "NAME_MISSING"],
    ["scenario-3-value", "", "AMOUNT_MISSING"],
    ["scenario-3-name", "x\u0000y", "TEXT_UNREADABLE"],
    ["name", "a".repeat(81), "TEXT_TOO_LONG"],
    ["year-2", "hai tỷ", "AMOUNT_UNREADABLE"],
    ["discount", "101", "SHARE_ABOVE_100"],
    ["point", "R3", "CHOICE_UNKNOWN"],
    ["host", "c", "HOST_NOT_A_PARTY"],
  ])("%s as “%s” is refused at its field: %s", (field, text, code) => {
    expect(read({ [field]: text }).faults).toContainEqual(expect.objectContaining({ field, code }));
  });
});

testProperties("the workbench", WORKBENCH_PROPERTIES, FEW_RUNS);
