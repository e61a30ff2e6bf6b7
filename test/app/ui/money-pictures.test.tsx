import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lossRounds } from "#app/domain/partnerships/calculations/risk/bear-loss.ts";
import { moneyDays, moneyMoves } from "#app/domain/partnerships/money/timeline.ts";
import { extentOf, LabelledBars } from "#app/ui/charts/bars/labelled-bars.tsx";
import { ScenarioBars } from "#app/ui/charts/bars/scenario-bars.tsx";
import { moneySpan } from "#app/ui/charts/over-time/money-steps.tsx";
import { MoneyFigure } from "#app/ui/partnerships/capital/money-figure.tsx";
import { draw } from "#test/app/ui/draw.tsx";

const BILLION = 1_000_000_000n;

describe("money over time", () => {
  const commitment = { id: "c", number: 1, memberId: "d", kind: "CASH" as const, description: "Tiền", paidVnd: "0" };
  const event = { number: 1, kind: "ISSUE" as const, commitment: 1, priceVnd: null, reference: "UNC 1" };
  const said = { evidenceSha256: null, recordedByMemberId: "d", recordedById: "p", confirmedByMemberId: "n" };
  const money = {
    commitments: [{ ...commitment, committedVnd: "30", dueOn: "2026-03-01", valuation: null, release: null }],
    events: [
      {
        ...event,
        ...said,
        onDay: "2026-02-01",
        confirmedAt: "2026-02-02T00:00:00Z",
        declinedAt: null,
        declineReason: null,
        changes: [{ memberId: "d", amountVnd: "10" }],
      },
      {
        ...event,
        ...said,
        onDay: "2026-02-01",
        confirmedAt: null,
        declinedAt: null,
        declineReason: null,
        changes: [{ memberId: "d", amountVnd: "99" }],
      },
    ],
    lines: [],
  };

  test("what was due and what was confirmed add up day by day; what waits does not count", () => {
    const days = moneyDays(moneyMoves(money));
    expect(days).toMatchObject([
      { on: "2026-02-01", committedVnd: 0n, paidInVnd: 10n },
      { on: "2026-03-01", committedVnd: 30n, paidInVnd: 10n },
    ]);
    expect(days[1]?.paidInBy.get("d")).toBe(10n);
  });

  test("the drawing says each day in words, and a table has the đồng", () => {
    const sums = { plannedVnd: "0", paidOutVnd: "0" };
    const html = draw(
      <MoneyFigure
        today="2026-02-15"
        csvHref="/x.csv"
        days={[
          {
            on: "2026-02-01",
            committedVnd: "0",
            paidInVnd: "10",
            parts: [{ key: "D1", house: "ENTERPRISE", vnd: "10" }],
            ...sums,
          },
          {
            on: "2026-03-01",
            committedVnd: "30",
            paidInVnd: "10",
            parts: [{ key: "D1", house: "ENTERPRISE", vnd: "10" }],
            ...sums,
          },
        ]}
      />,
    );
    expect(html.match(/role="img"/g)).toHaveLength(1);
    expect(html).toContain("Đến 01/03/2026: đến hạn 30\u00a0₫, đã góp 10\u00a0₫.");
    expect(html).toContain("b-ent");
    expect(moneySpan(["2026-02-01"], "2026-04-01")).toEqual({ from: "2026-01-31", until: "2026-05-01" });
  });
});

describe("bars of amounts", () => {
  test("lie between the smallest and the largest, 0 always among them, with their words and a mark", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { maxLength: 8 }), (amounts) => {
        const { low, high } = extentOf(amounts.map((amount) => ({ amount })));
        expect(low <= 0n && high >= 0n).toBe(true);
        for (const amount of amounts) expect(amount >= low && amount <= high).toBe(true);
      }),
    );
    const bar = { key: "d", text: "D1: 5", house: "ENTERPRISE" as const, amount: 5n, mark: 8n };
    const html = draw(<LabelledBars id="b" title="T" bars={[bar]} extent={extentOf([bar])} />);
    expect(html).toContain('width="62.5%"');
    expect(html).toMatch(/<line class="amd" x1="100%"/);
    expect(html).toMatch(/<desc id="b-d">D1: 5<\/desc>/);
  });

  test("of scenarios share one scale: a loss goes left of 0", () => {
    const bars = [
      { key: "n", text: "N1: lãi", house: "STATE" as const, amount: 30n * BILLION },
      { key: "d", text: "D1: lỗ", house: "ENTERPRISE" as const, amount: -10n * BILLION },
    ];
    const html = draw(<ScenarioBars id="s" scenarios={[{ name: "Tốt", probabilityPpm: 1_000_000, bars }]} />);
    expect(html).toMatch(/x="25%"[^>]*width="75%"/);
    expect(html).toMatch(/x="0%"[^>]*width="25%"/);
  });
});

test("a loss goes round until nobody is beyond the cap: case D6 in three rounds, each taking what the last left", () => {
  const bearers = [
    { party: "STATE", riskPpm: 400_000, capVnd: 20n * BILLION },
    { party: "SCHOOL", riskPpm: 100_000, capVnd: (13n * BILLION) / 2n },
    { party: "ENT", riskPpm: 500_000, capVnd: 40n * BILLION },
  ];
  const rounds = lossRounds(62n * BILLION, bearers);
  if (!rounds.ok) throw new Error(rounds.code);
  expect(rounds.value.map(({ taken }) => taken.map(({ party }) => party))).toEqual([["STATE"], ["SCHOOL"], ["ENT"]]);
  expect(rounds.value.map(({ leftVnd }) => leftVnd)).toEqual([42n * BILLION, 35n * BILLION + BILLION / 2n, 0n]);
});
