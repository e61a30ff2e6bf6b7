import { expect, test } from "vitest";
import { payoffChange } from "#app/domain/partnerships/amendments/payoff-change.ts";
import type { ShareDimension } from "#app/domain/partnerships/share-schedule.ts";

const SCENARIOS = [
  { name: "tốt", probabilityPpm: 600_000, valueVnd: 100_000n },
  { name: "xấu", probabilityPpm: 400_000, valueVnd: -50_000n },
];

function shares(profit: [number, number], risk: [number, number]) {
  const one = (dimension: ShareDimension, [a, b]: [number, number]) => ({
    dimension,
    from: "2027-01-01",
    to: null,
    lines: [
      { party: "A", ppm: a },
      { party: "B", ppm: b },
    ],
  });
  return [one("PROFIT", profit), one("RISK", risk)];
}

test("an amendment is told in đồng: what each party gets in a gain, bears in a loss within its cap, and may expect", () => {
  const before = shares([500_000, 500_000], [500_000, 500_000]);
  const after = shares([400_000, 600_000], [200_000, 800_000]);
  const change = payoffChange({ before, after, effectiveFrom: "2027-07-01" }, SCENARIOS, new Map([["B", 30_000n]]));
  expect(change).toEqual([
    {
      party: "A",
      scenarios: [
        { beforeVnd: 50_000n, afterVnd: 40_000n },
        { beforeVnd: -25_000n, afterVnd: -20_000n },
      ],
      expected: { beforeVnd: 20_000n, afterVnd: 16_000n },
    },
    {
      party: "B",
      scenarios: [
        { beforeVnd: 50_000n, afterVnd: 60_000n },
        { beforeVnd: -25_000n, afterVnd: -30_000n },
      ],
      expected: { beforeVnd: 20_000n, afterVnd: 24_000n },
    },
  ]);
});

test("nothing is told where a dimension is withheld", () => {
  const before = shares([500_000, 500_000], [500_000, 500_000]);
  const after = before.filter(({ dimension }) => dimension === "RISK");
  expect(payoffChange({ before, after, effectiveFrom: "2027-07-01" }, SCENARIOS, new Map())).toBeNull();
});
