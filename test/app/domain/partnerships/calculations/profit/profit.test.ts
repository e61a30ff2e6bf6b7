import { describe, expect, test } from "vitest";
import {
  type AuthorTiers,
  splitWithAuthors,
  splitWithoutAuthors,
} from "#app/domain/partnerships/calculations/profit/author-tiers.ts";
import { shareAmongAuthors } from "#app/domain/partnerships/calculations/profit/co-authors.ts";
import { minimumOfContribution } from "#app/domain/partnerships/calculations/profit/contribution-minimum.ts";
import { distributeYear, distributeYears } from "#app/domain/partnerships/calculations/profit/distribute.ts";
import { shareLicenceReceipt } from "#app/domain/partnerships/calculations/profit/licence-receipts.ts";
import { sharePppRevenue } from "#app/domain/partnerships/calculations/profit/ppp-revenue.ts";
import { profitAfterTax } from "#app/domain/partnerships/calculations/profit/profit-after-tax.ts";
import { readAmounts, readShares, writeAmounts } from "#app/domain/partnerships/simulations/party-json.ts";
import cases from "#test/cases/acceptance-cases.json";
import { worth } from "#test/support/partnerships/made-up.ts";

const { E_profit_waterfall: E, F_licence: F, G_coauthors: G, J_ppp_revenue_sharing: J } = cases.cases;
const { M_multi_year_waterfall: M } = cases.cases;

const statement = {
  revenueVnd: BigInt(E.inputs.revenueVnd),
  opexVnd: BigInt(E.inputs.opexVnd),
  depreciationVnd: BigInt(E.inputs.depreciationVnd),
  ipLawRemunerationRatePpm: E.inputs.ipLawRemunerationRatePpm,
  ipContributionFactorPpm: E.inputs.ipContributionFactorPpm,
  citRatePpm: E.inputs.citRatePpm,
};
const shares = readShares(E.inputs.profitSharesPpm);
const profitVnd = BigInt(E.common.patVnd);
const tiers: AuthorTiers = {
  authorRewardPoint: "R2_HOST",
  host: E.inputs.host,
  budgetFundedPpm: E.inputs.budgetFundedSharePpm,
  authorRewardRatePpm: E.inputs.authorRewardRatePpm,
  intermediaryRatePpm: E.inputs.intermediaryRatePpm,
  statutoryMinimumRatePpm: E.inputs.statutoryMinimumRatePpm,
};

describe("from revenue to profit after tax", () => {
  test("case E: remuneration under the law on intellectual property, then tax", () => {
    expect(profitAfterTax(statement)).toEqual(
      Object.fromEntries(Object.entries(E.common).map(([name, vnd]) => [name, BigInt(vnd)])),
    );
  });

  test("the base of the remuneration is rounded before the rate", () => {
    // 3 · 50 % = 1,5 → 2, and 2 · 75 % = 1,5 → 2; in one step it were 1,125 → 1.
    const small = { ...statement, opexVnd: 0n, depreciationVnd: 0n, ipLawRemunerationRatePpm: 750_000, citRatePpm: 0 };
    expect(profitAfterTax({ ...small, revenueVnd: 3n }).ipLawRemunerationVnd).toBe(2n);
  });

  test("a loss pays neither remuneration nor tax", () => {
    expect(profitAfterTax({ ...statement, revenueVnd: 0n })).toMatchObject({
      ...{ ipLawRemunerationVnd: 0n, citVnd: 0n, patVnd: -30_000_000_000n },
    });
  });
});

describe("authors, intermediary and parties", () => {
  test("case E, R1: the reward is taken from the whole before the split", () => {
    const { R1_project_level_carve_out: R1 } = E;
    const split = worth(splitWithAuthors(profitVnd, shares, { ...tiers, authorRewardPoint: "R1_PROJECT" }));
    expect(split).toEqual({
      budgetAttributableVnd: BigInt(R1.budgetAttributableVnd),
      authorsVnd: BigInt(R1.authorsVnd),
      intermediaryVnd: BigInt(R1.intermediaryVnd),
      parties: readAmounts(R1.partiesVnd),
      statutoryMinimumVnd: BigInt(E.statutoryMinimumVnd_host_reading),
      isLawful: true,
    });
    expect(split.authorsVnd - split.statutoryMinimumVnd).toBe(BigInt(E.R1_over_minimumVnd));
  });

  test("case E, R2: the reward is taken from the host's part after the split", () => {
    const { R2_host_level: R2 } = E;
    expect(worth(splitWithAuthors(profitVnd, shares, tiers))).toEqual({
      budgetAttributableVnd: BigInt(R2.hostBudgetAttributableVnd),
      authorsVnd: BigInt(R2.authorsVnd),
      intermediaryVnd: BigInt(R2.intermediaryVnd),
      parties: readAmounts({ ...R2.partiesGrossVnd, SCHOOL: R2.hostNetVnd }),
      statutoryMinimumVnd: BigInt(E.statutoryMinimumVnd_host_reading),
      isLawful: true,
    });
    expect(writeAmounts(worth(splitWithoutAuthors(profitVnd, shares)).parties)).toEqual(R2.partiesGrossVnd);
  });

  test("case E3: a host whose part is wholly paid by the budget", () => {
    const split = worth(splitWithAuthors(profitVnd, shares, { ...tiers, budgetFundedPpm: 1_000_000 }));
    const { E3_host_share_fully_budget_funded: E3 } = E;
    expect([split.authorsVnd, split.intermediaryVnd].map(String)).toEqual([E3.authorsVnd, E3.intermediaryVnd]);
    expect(writeAmounts(split.parties)["SCHOOL"]).toBe(E3.hostNetVnd);
  });

  test("case E4: a result contributed as capital", () => {
    const { E4_value_at_contribution: E4 } = E;
    expect(minimumOfContribution(BigInt(E4.resultValueVnd), 300_000, 100_000_000_000n)).toEqual({
      authorsVnd: BigInt(E4.authorsMinVnd),
      ofCapitalPpm: BigInt(E4.equityEquivalentPpm_of_100bn),
    });
    expect(minimumOfContribution(1n, 300_000, 0n).ofCapitalPpm).toBeNull();
  });

  test("case E5: below the legal minimum the split is not lawful", () => {
    const { E5_below_minimum_must_fail: E5 } = E;
    const split = worth(splitWithAuthors(profitVnd, shares, { ...tiers, authorRewardRatePpm: E5.authorRewardRatePpm }));
    expect(split).toMatchObject({ authorsVnd: BigInt(E5.authorsVnd), statutoryMinimumVnd: BigInt(E5.minimumVnd) });
    expect(split.isLawful).toBe(E5.valid);
  });

  test("a law that asks for more makes the same agreement unlawful", () => {
    expect(worth(splitWithAuthors(profitVnd, shares, { ...tiers, statutoryMinimumRatePpm: 300_001 })).isLawful).toBe(
      false,
    );
  });

  test("where both tiers take all, the intermediary gets what the authors leave, and nobody owes a đồng", () => {
    const all = { ...tiers, budgetFundedPpm: 1_000_000, authorRewardRatePpm: 500_000, intermediaryRatePpm: 500_000 };
    const host = [{ party: "SCHOOL", ppm: 1_000_000 }];
    expect(worth(splitWithAuthors(3n, host, all))).toMatchObject({
      ...{ authorsVnd: 2n, intermediaryVnd: 1n, parties: [{ party: "SCHOOL", amountVnd: 0n }] },
    });
  });

  test.each([
    ["HOST_NOT_A_PARTY", { host: "LAB" }],
    ["RATES_ABOVE_WHOLE", { authorRewardRatePpm: 900_001 }],
  ])("is refused with %s: %j", (code, changed) => {
    expect(splitWithAuthors(profitVnd, shares, { ...tiers, ...changed })).toMatchObject({ ok: false, code });
  });

  test("a profit below nothing, and shares that make no whole, are refused", () => {
    expect(splitWithAuthors(-1n, shares, tiers)).toMatchObject({ ok: false, code: "NEGATIVE_AMOUNT" });
    expect(splitWithoutAuthors(1n, shares.slice(1))).toMatchObject({ ok: false, code: "SUM_NOT_100" });
  });
});

describe("a licence and its authors", () => {
  const licence = {
    receiptsVnd: BigInt(F.receiptsVnd),
    directCostsVnd: BigInt(F.directCostsVnd),
    ipLawRemunerationRatePpm: 150_000,
    citRatePpm: 200_000,
    budgetFundedPpm: 1_000_000,
    authorRewardRatePpm: 300_000,
    intermediaryRatePpm: 100_000,
    organiserRatePpm: 100_000,
  };

  test("case F: what a receipt of two billion brings to whom", () => {
    expect(worth(shareLicenceReceipt(licence))).toEqual({
      ipLawRemunerationVnd: BigInt(F.ipLawRemuneration15pctVnd),
      pbtVnd: BigInt(F.pbtVnd),
      citVnd: BigInt(F.citVnd),
      patVnd: BigInt(F.patVnd),
      authorsRewardVnd: BigInt(F.authorsRewardVnd),
      intermediaryVnd: BigInt(F.intermediaryVnd),
      organisersVnd: BigInt(F.commercialisationOrganisers10pctVnd),
      reinvestmentVnd: BigInt(F.reinvestmentVnd),
      authorsTotalVnd: BigInt(F.authorsTotalVnd),
    });
  });

  test("costs above the receipt leave no profit; rates above the whole are refused", () => {
    expect(shareLicenceReceipt({ ...licence, directCostsVnd: 2_000_000_000n })).toMatchObject({ code: "NO_PROFIT" });
    expect(shareLicenceReceipt({ ...licence, organiserRatePpm: 600_001 })).toMatchObject({ code: "RATES_ABOVE_WHOLE" });
  });

  test.each(G)("case G: co-authors share $rewardVnd đồng", ({ rewardVnd, contributionPpm, expectedVnd }) => {
    const authors = contributionPpm.map((ppm, place) => ({ author: `author ${place}`, ppm }));
    const parts = worth(shareAmongAuthors(BigInt(rewardVnd), authors));
    expect(parts.map(({ amountVnd }) => amountVnd.toString())).toEqual(expectedVnd);
  });

  test("contributions that make no whole, and an author twice, are refused", () => {
    const half = { author: "A", ppm: 500_000 };
    expect(shareAmongAuthors(1n, [half])).toMatchObject({ code: "SUM_NOT_100" });
    expect(shareAmongAuthors(1n, [half, half])).toMatchObject({ code: "DUPLICATE_PARTY" });
  });
});

describe("several years", () => {
  const rules = {
    reserveRatePpm: M.rules.reservePpmOfPositiveAfterOffset,
    preferredRatePpm: M.rules.preferredReturnPpmSimplePerYear,
    capital: readAmounts(M.rules.capitalVnd),
    profitShares: readShares(M.rules.profitPpm),
    tiers: null,
  };
  const all = worth(
    distributeYears(
      M.years.map(({ patVnd }) => BigInt(patVnd)),
      rules,
    ),
  );

  test.each(M.years)("case M, year $year", ({ year, ...expected }) => {
    const told = all.years[year - 1];
    expect(told).toMatchObject({
      patVnd: BigInt(expected.patVnd),
      lossOffsetVnd: BigInt(expected.lossOffsetVnd),
      lossCarriedForwardVnd: BigInt(expected.lossCarriedForwardVnd),
      reserveVnd: BigInt(expected.reserveVnd),
      preferredPaid: readAmounts(expected.preferredPaidVnd),
      preferredUnpaidVnd: BigInt(expected.preferredAccruedUnpaidVnd),
      split: { parties: readAmounts(expected.residualVnd) },
    });
  });

  test("case M: totals", () => {
    expect(writeAmounts(all.totals)).toEqual(M.totalsVnd);
    expect(all.reserveTotalVnd.toString()).toBe(M.reserveTotalVnd);
  });

  test("authors and intermediary come after the preferred return, from what is left", () => {
    const year = worth(distributeYear(45_000_000_000n, { ...rules, tiers }, brought(10_000_000_000n, 12_000_000_000n)));
    // 15,25 bn are left; the host's 35 % of them, 30 % of that from the budget, 30 % and 10 % of that.
    expect(year.split).toMatchObject({ authorsVnd: 480_375_000n, intermediaryVnd: 160_125_000n, isLawful: true });
  });

  test("without capital no preferred return is due", () => {
    const capital = readAmounts({ STATE: "0", SCHOOL: "0", ENT: "0" });
    const year = worth(distributeYear(100n, { ...rules, capital, reserveRatePpm: 0 }));
    expect([year.preferredUnpaidVnd, ...year.preferredPaid.map(({ amountVnd }) => amountVnd)]).toEqual([
      0n,
      0n,
      0n,
      0n,
    ]);
    expect(year.split.parties).toEqual(readAmounts({ STATE: "20", SCHOOL: "35", ENT: "45" }));
  });

  test("a capital or a loss brought forward below nothing is refused", () => {
    expect(distributeYear(1n, rules, brought(-1n, 0n))).toMatchObject({ code: "NEGATIVE_AMOUNT" });
    const capital = readAmounts({ STATE: "-1", SCHOOL: "2", ENT: "0" });
    expect(distributeYears([1n], { ...rules, capital })).toMatchObject({ code: "NEGATIVE_AMOUNT" });
  });

  function brought(lossVnd: bigint, preferredUnpaidVnd: bigint) {
    return { lossVnd, preferredUnpaidVnd };
  }
});

describe("revenue of a PPP project", () => {
  test.each(J)("case $name", ({ name: _name, expected, actualVnd, planVnd, reference, ...terms }) => {
    const agreed = { ...terms, exemptYears: 3, reference: reference === "PLAN" ? "PLAN" : "THRESHOLD" } as const;
    expect(sharePppRevenue({ ...agreed, actualVnd: BigInt(actualVnd), planVnd: BigInt(planVnd) })).toEqual({
      direction: expected.direction,
      amountVnd: BigInt(expected.amountVnd),
    });
  });

  test("the fourth year of a science-and-technology project shares its increase; a shortfall is never exempt", () => {
    const terms = { planVnd: 100n, upperPpm: 1_250_000, lowerPpm: 750_000, shareRatePpm: 500_000 };
    const project = { ...terms, reference: "PLAN", scienceAndTechnology: true, exemptYears: 3 } as const;
    const year = (actualVnd: bigint, operatingYear: number) =>
      sharePppRevenue({ ...project, actualVnd, operatingYear });
    expect(year(140n, 3)).toEqual({ direction: "NONE_EXEMPT", amountVnd: 0n });
    expect(year(140n, 4)).toEqual({ direction: "TO_STATE", amountVnd: 20n });
    expect(year(60n, 1)).toEqual({ direction: "FROM_STATE", amountVnd: 20n });
  });
});
