import { describe, expect, test } from "vitest";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { simulations } from "#app/web/api/simulations.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { pathsOf, simulate } from "#test/support/simulate.ts";

withTestDatabase();

const HALVES = { A: 500_000, B: 500_000 };
const TWO = { A: "1", B: "1" };

/** One body for each kind that is answered. */
const FINE = {
  allocation: { total: "1", weightsPpm: [1] },
  amount: { text: "1 tỷ" },
  "share-schedules": { agreement: { from: "2026-01-01" }, membership: {}, schedules: [] },
  "capital-timeline": { events: [{ date: "2026-01-01", changesVnd: TWO }], asOf: ["2026-01-01"] },
  disbursement: { plan: [["2026-01-01", "1"]], actual: [["2026-01-01", "1"]], asOf: ["2026-01-01"] },
  loss: { lossVnd: "10", riskPpm: [500_000, 500_000], capsVnd: ["1", null], priorVnd: ["0", "0"] },
  waterfall: {
    inputs: {
      ...{ revenueVnd: "100", opexVnd: "1", depreciationVnd: "1", ipLawRemunerationRatePpm: 1 },
      ...{ ipContributionFactorPpm: 1, citRatePpm: 200_000, budgetFundedSharePpm: 1, authorRewardRatePpm: 300_000 },
      ...{ intermediaryRatePpm: 100_000, profitSharesPpm: HALVES, host: "A" },
    },
    authorRewardPoint: "R2_HOST",
  },
  "expected-payoff": {
    ...{ capitalPpm: HALVES, riskPpm: HALVES, profitPpm: HALVES, capsVnd: { A: null, B: "1" }, capitalVnd: TWO },
    scenarios: [{ scenario: "one", pPpm: 1_000_000, valueVnd: "-5" }],
  },
  shapley: { v: { EMPTY: "0", A: "1", B: "1", "A+B": "4" }, candidates: [{ name: "even", profitPpm: HALVES }] },
  "ppp-revenue": {
    ...{ actualVnd: "140", planVnd: "100", upperPpm: 1_250_000, lowerPpm: 750_000, shareRatePpm: 500_000 },
    ...{ reference: "PLAN", scienceAndTechnology: false, operatingYear: 5 },
  },
  "risk-register": {
    rows: [{ category: "law", probabilityPpm: 1_000_000, impactVnd: "10", allocationPpm: HALVES }],
  },
  "multi-year": {
    rules: {
      ...{ preferredReturnPpmSimplePerYear: 0, reservePpmOfPositiveAfterOffset: 0 },
      ...{ capitalVnd: TWO, profitPpm: HALVES },
    },
    patVnd: ["1"],
  },
  exit: { before: HALVES, leaver: "A" },
  "npv-irr": { flowsVnd: ["-1", "2"], ratePpm: 0 },
} as const;

type Kind = keyof typeof FINE;
const KINDS = Object.keys(FINE);

/** The body of a kind with one place changed; `undefined` takes the field away. */
function changed(kind: Kind, path: string, value: unknown): unknown {
  return put(FINE[kind], path.split("."), value);
}

function put(into: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value;
  const inner = (held: unknown) => put(held, rest, value);
  if (Array.isArray(into)) return into.map((one, place) => (String(place) === first ? inner(one) : one));
  const fields = Object.entries(into ?? {});
  return Object.fromEntries([
    ...fields.map(([name, held]) => [name, name === first ? inner(held) : held]),
    ...(fields.some(([name]) => name === first) ? [] : [[first, inner(undefined)]]),
  ]);
}

/** Shares of so many parties, all with the first. */
function many(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`P${n}`, n === 0 ? 1_000_000 : 0]));
}

test("every kind that is described is tried here, and its plain body is answered", async () => {
  expect(simulations.map(({ path }) => path.split("/").at(-1)).sort()).toEqual([...KINDS].sort());
  for (const [kind, sent] of Object.entries(FINE)) {
    expect([kind, (await simulate(kind, sent)).status]).toEqual([kind, 200]);
  }
});

describe("a rule that the body breaks is named, with its place", () => {
  test.each<[string, Kind, string, unknown, string]>([
    ["EVENTS_NOT_SORTED", "capital-timeline", "events", events("2026-01-02", "2026-01-01"), "events.1.date"],
    ["BALANCE_BELOW_ZERO", "capital-timeline", "events.0.changesVnd.A", "-1", "events.0.changesVnd"],
    ["RATE_TOO_LARGE", "disbursement", "actual.0.1", "9".repeat(18), "asOf.0"],
    ["SUM_NOT_100", "loss", "riskPpm.0", 499_999, "riskPpm"],
    ["NO_PROFIT", "waterfall", "inputs.revenueVnd", "2", "inputs"],
    ["NO_PROFIT", "waterfall", "inputs.revenueVnd", "-5", "inputs"],
    ["NO_PROFIT", "waterfall", "inputs.citRatePpm", 1_000_000, "inputs"],
    ["HOST_NOT_A_PARTY", "waterfall", "inputs.host", "C", "inputs.host"],
    ["RATES_ABOVE_WHOLE", "waterfall", "inputs.intermediaryRatePpm", 700_001, "inputs.intermediaryRatePpm"],
    ["PROBABILITIES_NOT_100", "expected-payoff", "scenarios.0.pPpm", 999_999, "scenarios"],
    ["COALITION_MISSING", "shapley", "v", { EMPTY: "0", A: "1", B: "1" }, "v.A+B"],
    ["COALITION_MISSING", "shapley", "v", { A: "1", B: "1", "A+B": "4" }, "v.EMPTY"],
    ["EMPTY_COALITION_WORTH", "shapley", "v.EMPTY", "1", "v.EMPTY"],
    ["TOO_FEW_PARTIES", "shapley", "v", { EMPTY: "0", A: "1" }, "v"],
    ["TOO_MANY_PARTIES", "shapley", "v", { EMPTY: "0", [Object.keys(many(11)).sort().join("+")]: "1" }, "v"],
    ["PARTIES_DIFFER", "shapley", "candidates.0.profitPpm", { A: 1_000_000 }, "candidates.0.profitPpm"],
    ["NOTHING_TO_SHARE", "risk-register", "rows.0.impactVnd", "0", "rows"],
    ["NOTHING_TO_SHARE", "exit", "before", { A: 1_000_000, B: 0 }, "before"],
    ["LEAVER_NOT_A_PARTY", "exit", "leaver", "C", "leaver"],
  ])("%s by %s with another %s", async (code, kind, path, value, place) => {
    const { status, body } = await simulate(kind, changed(kind, path, value));
    expect([status, body]).toMatchObject([422, { code, errors: [{ path: place, code }] }]);
    expect(JSON.stringify(body)).not.toContain("Check how it is written");
  });

  test.each<[string, Kind, string, unknown, string]>([
    ["SUM_NOT_100", "waterfall", "inputs.profitSharesPpm.A", 500_001, "inputs.profitSharesPpm"],
    ["SUM_NOT_100", "expected-payoff", "riskPpm.B", 0, "riskPpm"],
    ["SUM_NOT_100", "shapley", "candidates.0.profitPpm.A", 1, "candidates.0.profitPpm"],
    ["SUM_NOT_100", "risk-register", "rows.0.allocationPpm.A", 1, "rows.0.allocationPpm"],
    ["SUM_NOT_100", "multi-year", "rules.profitPpm.A", 1, "rules.profitPpm"],
    ["SUM_NOT_100", "exit", "before.A", 1, "before"],
    ["PARTIES_DIFFER", "loss", "capsVnd", ["1"], "capsVnd"],
    ["PARTIES_DIFFER", "loss", "priorVnd", ["1", "1", "1"], "priorVnd"],
    ["PARTIES_DIFFER", "expected-payoff", "capsVnd", { A: null }, "capsVnd"],
    ["PARTIES_DIFFER", "expected-payoff", "capitalVnd", { A: "1", C: "1" }, "capitalVnd"],
    ["PARTIES_DIFFER", "expected-payoff", "riskPpm", { A: 500_000, C: 500_000 }, "riskPpm"],
    ["PARTIES_DIFFER", "multi-year", "rules.profitPpm", { A: 500_000, C: 500_000 }, "rules.profitPpm"],
    ["NEGATIVE_AMOUNT", "loss", "lossVnd", "-1", "lossVnd"],
    ["NEGATIVE_AMOUNT", "loss", "capsVnd.0", "-1", "capsVnd.0"],
    ["NEGATIVE_AMOUNT", "loss", "priorVnd.1", "-00002", "priorVnd.1"],
    ["NEGATIVE_AMOUNT", "disbursement", "plan.0.1", "-1", "plan.0.1"],
    ["NEGATIVE_AMOUNT", "waterfall", "inputs.opexVnd", "-1", "inputs.opexVnd"],
    ["NEGATIVE_AMOUNT", "risk-register", "rows.0.impactVnd", "-1", "rows.0.impactVnd"],
    ["NEGATIVE_AMOUNT", "multi-year", "rules.capitalVnd.A", "-1", "rules.capitalVnd.A"],
    ["COALITION_UNREADABLE", "shapley", "v.B+A", "1", "v.B+A"],
    ["COALITION_UNREADABLE", "shapley", "v.A+A", "1", "v.A+A"],
    ["COALITION_UNREADABLE", "shapley", "v.A+EMPTY", "1", "v.A+EMPTY"],
    ["COALITION_UNREADABLE", "shapley", "v.a", "1", "v.a"],
    ["TOO_MANY_PARTIES", "exit", "before", many(51), "before"],
    ["TOO_MANY_PARTIES", "capital-timeline", "events", crowd(), "events"],
    ["TOO_MANY_PARTIES", "risk-register", "rows", crowdOfRisks(), "rows"],
  ])("%s in %s with another %s", async (code, kind, path, value, place) => {
    const { status, body } = await simulate(kind, changed(kind, path, value));
    expect([status, body]).toMatchObject([422, { code: "INVALID_INPUT" }]);
    expect(body).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ path: place })]) });
    expect(JSON.stringify(body)).toMatch(new RegExp(`"code":"(${code}|invalid_key)"`));
  });
});

describe("bounds, each with its place", () => {
  const day = "2026-01-01";

  test.each<[string, Kind, string, unknown]>([
    ["1 001 events", "capital-timeline", "events", Array(1001).fill({ date: day, changesVnd: { A: "0" } })],
    ["1 001 payments", "disbursement", "actual", Array(1001).fill([day, "1"])],
    ["1 001 days", "disbursement", "asOf", Array(1001).fill(day)],
    ["51 parties", "loss", "riskPpm", Array(51).fill(0)],
    ["201 scenarios", "expected-payoff", "scenarios", Array(201).fill(FINE["expected-payoff"].scenarios[0])],
    ["1 001 risks", "risk-register", "rows", Array(1001).fill(FINE["risk-register"].rows[0])],
    ["61 years", "multi-year", "patVnd", Array(61).fill("1")],
    ["no year", "multi-year", "patVnd", []],
    ["61 flows", "npv-irr", "flowsVnd", Array(61).fill("1")],
    ["a rate of −100 %", "npv-irr", "ratePpm", -1_000_000],
    ["year 61", "ppp-revenue", "operatingYear", 61],
    ["year 0", "ppp-revenue", "operatingYear", 0],
    ["an upper threshold below the plan", "ppp-revenue", "upperPpm", 999_999],
    ["a lower threshold above the plan", "ppp-revenue", "lowerPpm", 1_000_001],
    ["an unknown reference", "ppp-revenue", "reference", "AVERAGE"],
    ["yes in a word", "ppp-revenue", "scienceAndTechnology", "true"],
    ["an unknown reading", "waterfall", "authorRewardPoint", "R3"],
    ["a rate above the whole", "waterfall", "inputs.citRatePpm", 1_000_001],
    ["a share as text", "exit", "before.A", "500000"],
    ["a share below nothing", "exit", "before.A", -1],
    ["nothing as a cap that is due", "loss", "capsVnd.0", 5],
    ["a day that is none", "capital-timeline", "asOf.0", "2026-02-30"],
    ["a day in words", "disbursement", "plan.0.0", "1/1/2026"],
  ])("%s in %s", async (_what, kind, path, value) => {
    const { status, body } = await simulate(kind, changed(kind, path, value));
    expect([status, body]).toMatchObject([422, { code: "INVALID_INPUT" }]);
    expect(pathsOf(body).map((place) => `${place}`.slice(0, path.length))).toContain(path);
  });

  test("the most that may be sent is answered", async () => {
    const allParties = Array.from({ length: 50 }, (_, n) => [`P${n}`, "999999999999999999"]);
    const events = Array(300).fill({ date: day, changesVnd: Object.fromEntries(allParties) });
    const sent = { events, asOf: Array(300).fill(day) };
    expect(await simulate("capital-timeline", sent)).toMatchObject({ status: 200 });
    const flowsVnd = ["-999999999999999999", ...Array(59).fill("999999999999999999")];
    expect(await simulate("npv-irr", { flowsVnd, ratePpm: 1_000_000_000 })).toMatchObject({ status: 200 });
    expect(await simulate("npv-irr", { flowsVnd, ratePpm: -999_999 })).toMatchObject({ status: 200 });
    const loss = {
      lossVnd: "9".repeat(18),
      riskPpm: Array(50).fill(20_000),
      capsVnd: allParties.map((_, n) => `${n}`),
    };
    expect(await simulate("loss", loss)).toMatchObject({ status: 200 });
  });
});

describe("whatever is sent, the answer is a clear refusal and never a fault of ours", () => {
  const HOSTILE: readonly unknown[] = [
    "１２３",
    "١٢٣",
    "1e5",
    "1.000,5",
    "0x10",
    "+1",
    " 1",
    "1\n",
    "",
    "-",
    "∞",
    "9".repeat(19),
    "9".repeat(5000),
    1.5,
    -1,
    1e21,
    true,
    null,
    [],
    {},
    [[]],
    { toString: "1" },
  ];

  test.each(KINDS)("hostile values at every place of %s", { timeout: 60_000 }, async (kind) => {
    setEnvironment(readEnvironment({ NODE_ENV: "test", LIMITS: "simulation=1000000/60" }));
    const body = Object.entries(FINE).find(([name]) => name === kind)?.[1];
    for (const path of placesOf(body)) {
      for (const value of HOSTILE) {
        const sent = put(body, path, value);
        const { status, body: answer } = await simulate(kind, sent);
        expect([200, 422], `${kind} ${path.join(".")} ${JSON.stringify(value)}`).toContain(status);
        if (status === 422) expect(pathsOf(answer).length).toBeGreaterThan(0);
      }
      const { status } = await simulate(kind, put(body, [...path, "surprise"], 1));
      expect([200, 422]).toContain(status);
    }
    expect(await simulate(kind, put(body, ["surprise"], 1))).toMatchObject({ status: 422 });
  });

  test.each([
    ['{"before":{"A":500000,"B":500000,"A":500000},"leaver":"A"}', "before.A"],
    ['{"before":{"A":500000,"B":500000,"\\u0041":500000},"leaver":"A"}', "before.A"],
    ['{"before":{"A":1000000},"leaver":"A","before":{"B":1000000}}', "before"],
    ['[{"a":1},{"b":[0,{"c":1,"c":2}]}]', "1.b.1.c"],
  ])("a party or a field that is sent twice: %s", async (text, place) => {
    expect(await simulate("exit", text)).toMatchObject({
      ...{ status: 422, body: { errors: [{ path: place, code: "REPEATED_FIELD" }] } },
    });
  });

  test("the same party in two objects, and a colon or brace inside a name, are no repetition", async () => {
    const sent = JSON.stringify({
      ...FINE["risk-register"],
      rows: [{ ...FINE["risk-register"].rows[0], category: '{"A":1,"A":' }],
    });
    expect(await simulate("risk-register", sent)).toMatchObject({ status: 200 });
  });

  test.each(["__proto__", "\\u005f_proto__"])("a name that means something to the language: %s", async (name) => {
    const text = JSON.stringify(FINE.exit).replace('"A"', `"${name}"`);
    expect(await simulate("exit", text)).toMatchObject({ status: 422, body: { code: "INVALID_INPUT" } });
  });

  test("a body that is too large, too deep, or no JSON", async () => {
    expect(await simulate("npv-irr", `{"flowsVnd":["${"1".repeat(1_000_001)}"]}`)).toMatchObject({ status: 413 });
    expect(await simulate("npv-irr", "[".repeat(400_000) + "]".repeat(400_000))).toMatchObject({ status: 422 });
    expect(await simulate("npv-irr", '{"flowsVnd":[1,]}')).toMatchObject({ status: 400 });
    expect(await simulate("npv-irr", `{"flowsVnd":["${"1".repeat(900_000)}"],"ratePpm":0}`)).toMatchObject({
      status: 422,
    });
  });
});

test("of twenty thousand wrong names the first hundred are told", async () => {
  const before = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`p${n}`, 1]));
  const { status, body } = await simulate("exit", { before, leaver: "A" });
  expect(status).toBe(422);
  expect(pathsOf(body)).toHaveLength(100);
});

function events(...days: string[]) {
  return days.map((date) => ({ date, changesVnd: TWO }));
}

function crowd() {
  return Array.from({ length: 51 }, (_, n) => ({ date: "2026-01-01", changesVnd: { [`P${n}`]: "1" } }));
}

function crowdOfRisks() {
  return Array.from({ length: 51 }, (_, n) => ({
    ...FINE["risk-register"].rows[0],
    allocationPpm: { [`P${n}`]: 1_000_000 },
  }));
}

/** The ways to every value inside a body, the outer ones too. */
function placesOf(body: unknown): string[][] {
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([name, inner]) => [[name], ...placesOf(inner).map((rest) => [name, ...rest])]);
}
