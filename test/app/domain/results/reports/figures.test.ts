import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharePpm } from "#app/domain/results/exploitation.ts";
import {
  LOCALISATION_MEASURES,
  measureLocalisation,
  type Thresholds,
} from "#app/domain/results/reports/localisation.ts";
import { localisationFacts, publicFacts } from "#app/domain/results/reports/public-facts.ts";
import { doOverlap, type Localisation, lastDayOf, wayBefore } from "#app/domain/results/reports/report.ts";
import { bandOf, growingPeriods, revenueBand } from "#app/domain/results/reports/revenue.ts";
import cases from "#test/cases/acceptance-cases.json";

const [patents, valueAdded, cost, demand] = cases.cases.T_result_indicators;

const NOTHING: Localisation = {
  ...{ from: "2026-01-01", to: "2026-07-01", priceVnd: null, domesticValueAddedVnd: null },
  ...{ costVnd: null, domesticCostVnd: null, coreTechPpm: null, domesticDemandPpm: null },
};
const OF_2815: Thresholds = Object.fromEntries(
  Object.entries({ VALUE_ADDED: 600_000, COST_SHARE: 400_000, CORE_TECHNOLOGY: 800_000, DEMAND: 300_000 }).map(
    ([measure, ppm]) => {
      const [, key] = Object.entries(LOCALISATION_MEASURES).find(([name]) => name === measure) ?? [];
      return [key, { ppm, basis: "2815/QĐ-TTg", source: "" }];
    },
  ),
);

function measured(seen: Partial<Localisation>) {
  const all = measureLocalisation({ ...NOTHING, ...seen }, OF_2815);
  return Object.fromEntries(all.map(({ measure, ppm, isMet }) => [measure, [ppm, isMet]]));
}

describe("the indicators of the acceptance cases (T) come out to the đồng", () => {
  test("the rate of granted patents that are exploited", () => {
    const { granted = 0, withAtLeastOneExploitationAct: used = 0 } = patents ?? {};
    expect(sharePpm(BigInt(used), BigInt(granted))).toBe(patents?.expectedPpm);
  });

  test("domestic value added in the price, domestic share of the cost, and demand on its boundary", () => {
    const seen = measured({
      priceVnd: BigInt(valueAdded?.priceVnd ?? 0),
      domesticValueAddedVnd: BigInt(valueAdded?.domesticValueAddedVnd ?? 0),
      costVnd: BigInt(cost?.costVnd ?? 0),
      domesticCostVnd: BigInt(cost?.domesticVnd ?? 0),
      domesticDemandPpm: demand?.expectedPpm ?? null,
    });
    expect(seen).toEqual({
      VALUE_ADDED: [valueAdded?.expectedPpm, valueAdded?.met],
      COST_SHARE: [cost?.expectedPpm, cost?.met],
      CORE_TECHNOLOGY: [null, null],
      DEMAND: [demand?.expectedPpm, demand?.met],
    });
  });
});

describe("localisation", () => {
  test("is not defined without a denominator, never nothing", () => {
    expect(measured({ priceVnd: 0n, domesticValueAddedVnd: 0n })["VALUE_ADDED"]).toEqual([null, null]);
    expect(
      measureLocalisation(NOTHING, {}).every(({ minimumPpm, isMet }) => minimumPpm === null && isMet === null),
    ).toBe(true);
  });

  test("is compared on the exact sums, not on the rounded share", () => {
    const priceVnd = 10n ** 16n;
    const justBelow = measured({ priceVnd, domesticValueAddedVnd: (priceVnd * 6n) / 10n - 1n });
    expect(justBelow["VALUE_ADDED"]).toEqual([600_000, false]);
  });

  test("shows shares alone where the host keeps the sums", () => {
    const seen = { ...NOTHING, priceVnd: 100n, domesticValueAddedVnd: 62n };
    expect(localisationFacts(seen, false)).toMatchObject({ valueAddedPpm: 620_000, priceVnd: null });
    expect(localisationFacts(seen, true)).toMatchObject({
      priceVnd: "100",
      domesticValueAddedVnd: "62",
      costVnd: null,
    });
  });
});

describe("verified revenue", () => {
  const half = (year: number, first: boolean, grossVnd: bigint) => ({
    from: `${year}-${first ? "01" : "07"}-01`,
    to: first ? `${year}-07-01` : `${year + 1}-01-01`,
    grossVnd,
  });

  test("grows over periods in a row that are as long and follow without a gap, up to the newest", () => {
    expect(growingPeriods([])).toBe(0);
    expect(growingPeriods([half(2025, true, 5n)])).toBe(0);
    expect(growingPeriods([half(2026, true, 3n), half(2025, true, 1n), half(2025, false, 2n)])).toBe(2);
    expect(growingPeriods([half(2025, true, 1n), half(2025, false, 3n), half(2026, true, 3n)])).toBe(0);
    expect(growingPeriods([half(2024, true, 1n), half(2025, false, 2n), half(2026, true, 3n)])).toBe(1);
    const quarter = { from: "2026-07-01", to: "2026-10-01", grossVnd: 9n };
    expect(growingPeriods([half(2025, false, 1n), half(2026, true, 2n), quarter])).toBe(0);
  });

  test("has a band that is derived: none without records, the lower bound included", () => {
    expect(bandOf([])).toBeNull();
    expect([0n, 1n, 999_999_999n, 10n ** 9n, 10n ** 10n, 10n ** 11n].map(revenueBand)).toEqual([
      ...["NONE", "UNDER_1_BN", "UNDER_1_BN", "FROM_1_BN", "FROM_10_BN", "FROM_100_BN"],
    ]);
    expect(bandOf([half(2025, true, 600_000_000n), half(2025, false, 400_000_000n)])).toBe("FROM_1_BN");
  });

  test("never stands on the record to the đồng where the host keeps it", () => {
    const sums = { grossVnd: 123_456_789n, costVnd: 1n, profitAfterTaxVnd: 2n };
    const kept = { kind: "REVENUE" as const, from: "2026-01-01", to: "2026-02-01", ...sums, sumsPublic: false };
    expect(JSON.stringify(publicFacts(kept))).not.toContain("123456789");
    expect(publicFacts({ ...kept, sumsPublic: true })).toMatchObject({ grossVnd: "123456789", band: "UNDER_1_BN" });
  });
});

test("periods are half-open: they touch without sharing a day", () => {
  const month = fc.integer({ min: 1, max: 9 }).map((at) => `2026-0${at}-01`);
  fc.assert(
    fc.property(month, month, month, (a, b, c) => {
      const [one, two, three] = [a, b, c].sort();
      if (!one || !two || !three) return;
      expect(doOverlap({ from: one, to: two }, { from: two, to: three })).toBe(false);
      if (one < two && two < three) expect(doOverlap({ from: one, to: three }, { from: two, to: three })).toBe(true);
    }),
  );
  const sums = { grossVnd: 0n, costVnd: 0n, profitAfterTaxVnd: 0n, sumsPublic: true };
  expect(lastDayOf({ kind: "REVENUE", from: "2026-01-01", to: "2026-03-01", ...sums })).toBe("2026-02-28");
});

describe("the way before the publication", () => {
  const act = (onDate: string, verified: boolean) => ({
    ...{ id: "", kind: "SALE" as const, onDate, counterparty: "", territory: "", revenueVnd: 5n },
    ...{ evidence: "Hợp đồng", verified },
  });

  test("is replayed from dated facts, a fall with its evidence as the reason", () => {
    const readiness = [
      { level: 4, onDate: "2025-01-01", evidence: "Thử trong phòng" },
      { level: 7, onDate: "2025-05-01", evidence: "Vận hành" },
      { level: 6, onDate: "2025-09-01", evidence: "Hỏng mẫu" },
    ];
    expect(wayBefore({ readiness, acts: [act("2025-06-01", false)] })).toEqual([
      { from: null, to: "LAB_VALIDATED", onDate: "2025-01-01", evidence: "Thử trong phòng", reason: null },
      { from: "LAB_VALIDATED", to: "PILOT", onDate: "2025-05-01", evidence: "Vận hành", reason: null },
      { from: "PILOT", to: "DEMONSTRATED", onDate: "2025-09-01", evidence: "Hỏng mẫu", reason: "Hỏng mẫu" },
    ]);
    expect(wayBefore({ readiness, acts: [act("2025-06-01", true)] }).map(({ to }) => to)).toEqual([
      ...["LAB_VALIDATED", "PILOT", "ON_MARKET"],
    ]);
    expect(wayBefore({ readiness, acts: [act("2025-05-01", true)] }).slice(1)).toEqual([
      { from: "LAB_VALIDATED", to: "PILOT", onDate: "2025-05-01", evidence: "Vận hành", reason: null },
      {
        from: "PILOT",
        to: "ON_MARKET",
        onDate: "2025-05-01",
        evidence: act("2025-05-01", true).evidence,
        reason: null,
      },
    ]);
  });
});
