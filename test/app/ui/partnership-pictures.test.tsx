import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { across, down, high, PLOT, shareColumns, spanOf } from "#app/ui/charts/over-time/over-time-geometry.ts";
import { SharesOverTime } from "#app/ui/charts/over-time/shares-over-time.tsx";
import { DistributionWaterfall, type WaterfallLine } from "#app/ui/charts/waterfall/distribution-waterfall.tsx";
import { waterfallSteps } from "#app/ui/charts/waterfall/waterfall-geometry.ts";
import { draw, textOfMarkup } from "#test/app/ui/draw.tsx";

const PARTIES = [
  { id: "n", key: "N1", house: "STATE", name: "Quỹ" },
  { id: "d", key: "D1", house: "ENTERPRISE", name: "Công ty" },
] as const;

const CAPITAL = [
  { from: "2025-01-01", lastOn: "2025-12-31", ppm: { n: 600_000, d: 400_000 } },
  { from: "2026-01-01", lastOn: "2028-12-31", ppm: { n: 250_000, d: 750_000 } },
];

describe("shares over time", () => {
  test("periods follow each other and each is as high as the whole", () => {
    const span = spanOf(CAPITAL, "2026-06-01");
    expect(span).toEqual({ from: "2025-01-01", until: "2029-01-01" });
    const [first, second] = shareColumns(CAPITAL, PARTIES, span);
    expect(first).toMatchObject({ x: 0, cells: [{ above: 0 }, { above: 600_000, ppm: 400_000 }] });
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.x ?? Number.NaN, 3);
    expect((second?.x ?? 0) + (second?.width ?? 0)).toBe(100);
    expect(down(1_000_000)).toBe(PLOT.top + high(1_000_000));
  });

  test("an agreement without end is drawn a year beyond its last change, and today is always inside", () => {
    const open = [{ from: "2025-01-01", lastOn: null, ppm: { n: 1_000_000 } }];
    const span = spanOf(open, "2027-03-01");
    expect(span.until).toBe("2028-02-29");
    expect(across(span, "2027-03-01")).toBeLessThan(100);
    expect(across(span, "1990-01-01")).toBe(0);
  });

  test("every share is said in words, amendments are marked, and a withheld dimension has no figure", () => {
    const html = draw(
      <SharesOverTime
        id="o"
        parties={PARTIES}
        shares={{ capital: CAPITAL, risk: CAPITAL, profit: null }}
        amendments={[{ number: 7, effectiveFrom: "2026-01-01" }]}
        today="2026-06-01"
      />,
    );
    expect(html).toContain("Từ 01/01/2026: N1 25\u00a0%; D1 75\u00a0%.");
    expect(html).toMatch(/<text class="m strong"[^>]*>7<\/text>/);
    expect(textOfMarkup(html)).toContain("Chưa công khai theo thoả thuận");
    expect(html.match(/<svg class="ch"/g)).toHaveLength(2);
  });
});

describe("the waterfall of a distribution", () => {
  test("each step begins where the one before it ends, and the last ends at nothing, profit or loss", () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { minLength: 1, maxLength: 12 }),
        (lines) => {
          const total = lines.reduce((sum, line) => sum + line, 0n);
          const { zero, steps } = waterfallSteps(total, lines);
          for (const { from, width } of steps) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(from + width).toBeLessThanOrEqual(100.000_01);
          }
          for (const [place, step] of steps.slice(1).entries()) {
            const begin = steps[place]?.after ?? Number.NaN;
            const edges = [step.from, step.from + step.width];
            expect(Math.min(...edges.map((edge) => Math.abs(edge - begin)))).toBeLessThan(0.000_01);
          }
          expect(steps.at(-1)?.after).toBeCloseTo(zero, 5);
        },
      ),
    );
  });

  test("says every amount to the đồng, a party with its house, authors without a name", () => {
    const lines: WaterfallLine[] = [
      { tier: "TAX", party: null, author: null, amountVnd: "3420000000" },
      { tier: "AUTHORS", party: null, author: null, amountVnd: "430920000" },
      { tier: "PARTY", party: PARTIES[1], author: null, amountVnd: "13249080000" },
    ];
    const html = draw(
      <DistributionWaterfall kind="DISTRIBUTION" totalVnd="17100000000" lines={lines} csvHref="/vi/x.csv" />,
    );
    const text = textOfMarkup(html);
    for (const amount of ["17.100.000.000", "3.420.000.000", "430.920.000", "13.249.080.000"])
      expect(text).toContain(amount);
    expect(html).toContain('class="b-ent"');
    expect(html).toContain('href="/vi/x.csv"');
  });
});
