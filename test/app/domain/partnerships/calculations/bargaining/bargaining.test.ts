import { describe, expect, test } from "vitest";
import { checkGame, membersAt } from "#app/domain/partnerships/calculations/bargaining/coalition-game.ts";
import { blockingCoalitions } from "#app/domain/partnerships/calculations/bargaining/core.ts";
import { shapleyValues } from "#app/domain/partnerships/calculations/bargaining/shapley.ts";
import { distancePpm } from "#app/domain/partnerships/calculations/risk/fairness.ts";
import { readAmounts, readShares } from "#app/domain/partnerships/simulations/party-json.ts";
import cases from "#test/cases/acceptance-cases.json";
import { worth } from "#test/support/partnerships/made-up.ts";

const { I_shapley: I, H_expected_payoff_and_fairness: H } = cases.cases;

const parties = ["STATE", "SCHOOL", "ENT"];
const known = new Map(Object.entries(I.v));
const game = { parties, worthVnd: Array.from({ length: 8 }, (_, place) => BigInt(known.get(keyAt(place)) ?? "")) };

function keyAt(place: number): string {
  return membersAt(parties, place).sort().join("+") || "EMPTY";
}

describe("the Shapley value", () => {
  test("case I: values, shares, and how far the contract lies from them", () => {
    const { values, shares } = worth(shapleyValues(game));
    expect(values).toEqual(readAmounts(I.shapleyVnd));
    expect(shares).toEqual(readShares(I.shapleyPpm));
    expect(distancePpm(shares ?? [], readShares(H.profitPpm)).toString()).toBe(I.tvdVsProfitPpm);
  });

  test("left-over đồng go to the largest remainder, then the larger value, then the earlier party", () => {
    // 2 parties: 5/2 each, 3 parties of equal weight share 100.
    expect(worth(shapleyValues({ parties: ["A", "B"], worthVnd: [0n, 0n, 0n, 5n] })).values).toEqual(
      readAmounts({ A: "3", B: "2" }),
    );
    expect(worth(shapleyValues({ parties: ["A", "B"], worthVnd: [0n, 0n, 2n, 5n] })).values).toEqual(
      readAmounts({ A: "1", B: "4" }),
    );
  });

  test("a loss of everybody together mirrors the gain", () => {
    const { values, shares } = worth(shapleyValues({ parties: ["A", "B"], worthVnd: [0n, 0n, 0n, -5n] }));
    expect(values).toEqual(readAmounts({ A: "-3", B: "-2" }));
    expect(shares).toBeNull();
  });

  test("there are no shares where somebody does harm or the whole is nothing", () => {
    const harm = worth(shapleyValues({ parties: ["A", "B"], worthVnd: [0n, -10n, 0n, 2n] }));
    expect(harm).toEqual({ values: readAmounts({ A: "-4", B: "6" }), shares: null });
    expect(worth(shapleyValues({ parties: ["A", "B"], worthVnd: [0n, 1n, 1n, 0n] })).shares).toBeNull();
  });

  test("ten parties are welcome", () => {
    const ten = Array.from({ length: 10 }, (_, place) => `P${place}`);
    const sizes = Array.from({ length: 1024 }, (_, place) => BigInt(membersAt(ten, place).length) * 7n);
    expect(worth(shapleyValues({ parties: ten, worthVnd: sizes })).shares).toEqual(
      ten.map((party) => ({ party, ppm: 100_000 })),
    );
  });

  test.each([
    ["TOO_FEW_PARTIES", ["A"], ["0", "1"]],
    ["TOO_MANY_PARTIES", Array.from({ length: 11 }, (_, place) => `P${place}`), []],
    ["COALITION_MISSING", ["A", "B"], ["0", "1", "1"]],
    ["EMPTY_COALITION_WORTH", ["A", "B"], ["1", "1", "1", "1"]],
  ])("is refused with %s for %j", (code, names, values) => {
    const wrong = { parties: names, worthVnd: values.map(BigInt) };
    expect(checkGame(wrong)).toMatchObject({ ok: false, code });
    expect(shapleyValues(wrong)).toMatchObject({ ok: false, code });
    expect(blockingCoalitions(wrong, [])).toMatchObject({ ok: false, code });
  });
});

describe("the core", () => {
  const blocking = (shares: Record<string, number>) =>
    worth(blockingCoalitions(game, readShares(shares)))
      .map((members) => members.sort().join("+"))
      .sort();

  test("case I: 20/35/45 is in it, 10/70/20 is blocked", () => {
    expect(blocking({ STATE: 200_000, SCHOOL: 350_000, ENT: 450_000 })).toEqual(I.coreCheck_20_35_45);
    expect(blocking({ STATE: 100_000, SCHOOL: 700_000, ENT: 200_000 })).toEqual(I.coreCheck_10_70_20_blockedBy);
  });

  test("a coalition that would get just as much alone does not block", () => {
    const even = { parties: ["A", "B"], worthVnd: [0n, 50n, 0n, 100n] };
    expect(worth(blockingCoalitions(even, readShares({ A: 500_000, B: 500_000 })))).toEqual([]);
    expect(worth(blockingCoalitions(even, readShares({ A: 499_999, B: 500_001 })))).toEqual([["A"]]);
  });

  test("shares of other parties, or that make no whole, are refused", () => {
    expect(blockingCoalitions(game, readShares({ STATE: 500_000, LAB: 500_000 }))).toMatchObject({
      code: "PARTIES_DIFFER",
    });
    expect(blockingCoalitions(game, readShares({ STATE: 500_000 }))).toMatchObject({ code: "SUM_NOT_100" });
  });
});
