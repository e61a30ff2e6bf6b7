import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CLOCK_STATES } from "#app/domain/obligations/obligation.ts";
import {
  type ClockDates,
  clockStretches,
  dayAt,
  dayNumber,
  monthStarts,
  place,
} from "#app/ui/charts/clock-geometry.ts";
import { dotScale } from "#app/ui/charts/dot-row.tsx";
import { type PartyShares, type ShareParty, stretches } from "#app/ui/charts/share-geometry.ts";
import { ShareRibbon } from "#app/ui/charts/share-ribbon.tsx";
import { StackedBar } from "#app/ui/charts/stacked-bar.tsx";
import { draw, textOfMarkup } from "#test/app/ui/draw.tsx";

function party(key: string, house: ShareParty["house"], capital: number, risk: number, profit: number | null) {
  const shares: PartyShares = { capital, risk, profit };
  return { party: { key, house, name: `Bên ${key}` }, shares };
}

describe("share ribbon", () => {
  const parties = [
    party("D1", "ENTERPRISE", 333_333, 500_000, 400_000),
    party("N1", "STATE", 333_334, 250_000, 200_000),
    party("T1", "SCHOOL", 333_333, 250_000, 400_000),
  ];

  test("draws State, School, Enterprise in this order, and says every share in words", () => {
    const html = draw(<ShareRibbon id="r" headline="Ai góp" parties={parties} />);
    expect(html).toContain("Vốn: N1 33,3334\u00a0%; T1 33,3333\u00a0%; D1 33,3333\u00a0%.");
    expect(textOfMarkup(html)).toContain("+16,6667");
    expect(textOfMarkup(html)).toContain("−13,3334");
    expect(html).toContain('aria-labelledby="r-t r-d"');
    expect(html).toMatch(/<svg class="ch" role="img"(?![^>]*viewBox)/);
  });

  test("a withheld dimension is said to be withheld, and no figure of it is drawn", () => {
    const html = draw(
      <ShareRibbon
        id="r"
        headline="Ai góp"
        parties={parties.map((row) => ({ ...row, shares: { ...row.shares, profit: null } }))}
      />,
    );
    expect(textOfMarkup(html)).toContain("Chưa công khai theo thoả thuận");
    expect(html).not.toContain("40\u00a0%");
    expect(html).toContain('fill="url(#p-ext)"');
  });

  test("the stretches of a bar follow each other without gap and end at the whole", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 }), (cuts) => {
        const points = [0, ...[...cuts].sort((a, b) => a - b), 1_000_000];
        const shares = points.slice(1).map((point, index) => point - (points[index] ?? 0));
        const bar =
          stretches(
            shares.map((ppm, index) => party(`D${index}`, "ENTERPRISE", ppm, 0, 0)),
            "capital",
          ) ?? [];
        return (
          bar.every((stretch, index) => stretch.from === points[index]) &&
          (bar.at(-1)?.from ?? 0) + (bar.at(-1)?.ppm ?? 0) === 1_000_000
        );
      }),
    );
  });

  test("the scale of the dots reaches beyond every share", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 })), (shares) => {
        const { end, step } = dotScale(shares);
        return shares.every((ppm) => ppm < end) && end % step === 0;
      }),
    );
  });
});

test("a bar of nothing is drawn empty", () => {
  expect(draw(<StackedBar parts={[{ key: "over", value: 0, fill: "over" }]} label="0 việc" />)).not.toContain("NaN");
});

describe("clocks", () => {
  const day = fc.integer({ min: 20_000, max: 21_000 }).map(dayAt);
  const clock: fc.Arbitrary<ClockDates> = fc.record({
    state: fc.constantFrom(...CLOCK_STATES),
    openedOn: day,
    originalDueOn: day,
    dueOn: fc.option(day),
    pausedOn: fc.option(day),
    endedOn: fc.option(day),
  });

  test("the stretches of any clock are in order, contiguous and never empty", () => {
    fc.assert(
      fc.property(clock, day, (facts, today) => {
        const drawn = clockStretches(facts, today);
        return drawn.every((stretch, index) => {
          const before = drawn[index - 1];
          return stretch.from < stretch.to && (!before || before.to === stretch.from);
        });
      }),
    );
  });

  test("an extended clock keeps the original end apart, an overdue one shows what is over", () => {
    const soon: ClockDates = {
      state: "soon",
      openedOn: "2026-10-05",
      originalDueOn: "2026-11-20",
      dueOn: "2026-12-04",
    };
    expect(clockStretches(soon, "2026-11-10").map((stretch) => stretch.kind)).toEqual(["elapsed", "rest", "extension"]);
    const over: ClockDates = {
      state: "over",
      openedOn: "2026-10-10",
      originalDueOn: "2026-11-09",
      dueOn: "2026-11-09",
    };
    expect(clockStretches(over, "2026-11-21")).toEqual([
      { kind: "elapsed", from: "2026-10-10", to: "2026-11-09" },
      { kind: "overdue", from: "2026-11-09", to: "2026-11-21" },
    ]);
  });

  test("every day has one place on the axis", () => {
    const axis = { from: "2026-09-21", to: "2027-01-21" };
    expect(place(axis, "2026-11-21")).toBe(50);
    expect(place(axis, "2020-01-01")).toBe(0);
    expect(monthStarts(axis)).toEqual(["2026-10-01", "2026-11-01", "2026-12-01", "2027-01-01"]);
    expect(dayAt(dayNumber("2028-02-29"))).toBe("2028-02-29");
  });
});
