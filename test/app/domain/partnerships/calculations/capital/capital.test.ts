import { describe, expect, test } from "vitest";
import { disbursementOn } from "#app/domain/partnerships/calculations/capital/disbursement.ts";
import { exitPrice, sharesAfterExit } from "#app/domain/partnerships/calculations/capital/exit.ts";
import { internalRateOfReturn } from "#app/domain/partnerships/calculations/capital/internal-rate.ts";
import { netPresentValue } from "#app/domain/partnerships/calculations/capital/net-present-value.ts";
import { paidInOn } from "#app/domain/partnerships/calculations/capital/paid-in.ts";
import { readAmounts, readShares } from "#app/domain/partnerships/simulations/party-json.ts";
import cases from "#test/cases/acceptance-cases.json";
import { worth } from "#test/support/partnerships/made-up.ts";

const { B_capital_timeline: B, C_disbursement: C, N_exit: N, U_npv_irr: U } = cases.cases;

describe("capital paid in", () => {
  const events = B.events.map(({ date, changesVnd }) => ({ on: date, changes: readAmounts(given(changesVnd)) }));

  test("case B: balances and shares on every day asked for", () => {
    const days = B.asOf.map(({ asOf }) => asOf);
    expect(worth(paidInOn(events, days))).toEqual(
      B.asOf.map(({ asOf, balances, totalVnd, paidInSharesPpm }) => ({
        asOf,
        balances: readAmounts(balances),
        totalVnd: BigInt(totalVnd),
        shares: paidInSharesPpm && readShares(paidInSharesPpm),
      })),
    );
  });

  test("events out of order are refused at the one that comes too late in the list", () => {
    expect(paidInOn([...events].reverse(), [])).toMatchObject({ ok: false, code: "EVENTS_NOT_SORTED", field: "1" });
  });

  test("what is taken out in the morning may be paid in in the evening, not the day after", () => {
    const out = { on: "2026-01-01", changes: [{ party: "STATE", amountVnd: -1n }] };
    const back = { on: "2026-01-01", changes: [{ party: "STATE", amountVnd: 1n }] };
    expect(paidInOn([out, back], [])).toMatchObject({ ok: true });
    const refused = paidInOn([out, { ...back, on: "2026-01-02" }], ["2025-01-01"]);
    expect(refused).toMatchObject({ ok: false, code: "BALANCE_BELOW_ZERO", field: "0" });
  });

  test("without events nobody has paid in anything", () => {
    expect(worth(paidInOn([], ["2026-01-01"]))).toEqual([
      { asOf: "2026-01-01", balances: [], totalVnd: 0n, shares: null },
    ]);
  });
});

describe("disbursement against plan", () => {
  const dated = ([on = "", amount = ""]: string[]) => ({ on, amountVnd: BigInt(amount) });

  test.each(C.asOf)("case C on $asOf", ({ asOf, ...expected }) => {
    const told = disbursementOn(asOf, C.plan.map(dated), C.actual.map(dated));
    expect({ ...told, absorptionPpm: Number(told.absorptionPpm) }).toEqual({
      asOf,
      plannedCumVnd: BigInt(expected.plannedCumVnd),
      actualCumVnd: BigInt(expected.actualCumVnd),
      absorptionPpm: expected.absorptionPpm,
      arrearsVnd: BigInt(expected.arrearsVnd),
    });
  });

  test("a refund lowers what was paid; without a plan there is no rate", () => {
    const actual = [
      { on: "2026-01-01", amountVnd: 10n },
      { on: "2026-01-02", amountVnd: -4n },
    ];
    expect(disbursementOn("2026-01-02", [], actual)).toEqual({
      ...{ asOf: "2026-01-02", plannedCumVnd: 0n, actualCumVnd: 6n, absorptionPpm: null, arrearsVnd: 0n },
    });
  });
});

describe("exit", () => {
  test("case N: those who stay share pro rata", () => {
    expect(worth(sharesAfterExit(readShares(N.before), N.leaver))).toEqual(readShares(N.afterPpm));
  });

  test("case N: the price of the leaving party", () => {
    const { exitPrice: expected } = N;
    const price = exitPrice({
      paidInVnd: BigInt(expected.paidInVnd),
      profitPpm: N.before.ENT2,
      reservesVnd: BigInt(cases.cases.M_multi_year_waterfall.reserveTotalVnd),
      riskPpm: 150_000,
      lossCarriedForwardVnd: 0n,
      earlyExitPenaltyPpm: expected.earlyExitPenaltyPpm,
    });
    expect(price).toEqual({
      reserveShareVnd: BigInt(expected.reserveShareVnd),
      lossCarriedForwardShareVnd: BigInt(expected.lossCarriedForwardShareVnd),
      penaltyVnd: BigInt(expected.penaltyVnd),
      priceVnd: BigInt(expected.priceVnd),
    });
  });

  test.each([
    ["NOTHING_TO_SHARE", { STATE: 1_000_000, SCHOOL: 0 }, "STATE"],
    ["NOTHING_TO_SHARE", { STATE: 1_000_000 }, "STATE"],
    ["LEAVER_NOT_A_PARTY", { STATE: 1_000_000 }, "SCHOOL"],
    ["SUM_NOT_100", { STATE: 999_999, SCHOOL: 0 }, "SCHOOL"],
  ])("is refused with %s: %j without %s", (code, before, leaver) => {
    expect(sharesAfterExit(readShares(given(before)), leaver)).toMatchObject({ ok: false, code });
  });
});

describe("value over time", () => {
  const flows = U.flowsVnd.map(BigInt);

  test("case U: value at 8 % and rate of return", () => {
    expect(netPresentValue(flows, 80_000).toString()).toBe(U.npvVnd);
    expect(Number(internalRateOfReturn(flows)) / 1e6).toBe(U.irr);
  });

  test.each([
    ["never", "1 2"],
    ["never, with nothing in between", "0 -1 0"],
    ["twice", "-1 3 -2"],
    ["not at all: there is no flow", "0"],
  ])("the sign changes %s: no rate of return", (_when, list) => {
    expect(internalRateOfReturn(list.split(" ").map(BigInt))).toBeNull();
  });

  test.each([
    ["-100 0 121", "100000"],
    ["100 -110", "100000"],
    ["-1 1000000000000000000", "999999999999999999000000"],
    ["-1000000000000000000 1", "-1000000"],
    ["0 -100 105 0", "50000"],
    ["-2000000 2000001", "0"],
    ["-2000000 2000003", "2"],
    ["-2000000 1999999", "0"],
    ["-2000000 1999997", "-2"],
  ])("the rate of return of %s is %s millionths", (list, millionths) => {
    expect(internalRateOfReturn(list.split(" ").map(BigInt))).toBe(BigInt(millionths));
  });
});

/** A row of a case without the fields that another row has. */
function given<Value>(row: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
