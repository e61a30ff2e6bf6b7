import { describe, expect, test } from "vitest";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import * as route from "#app/routes/api/simulations.ts";
import cases from "#test/cases/acceptance-cases.json";
import { withTestDatabase } from "#test/setup/database.ts";
import { get, post } from "#test/support/api-call.ts";
import { pathsOf, simulate } from "#test/support/simulate.ts";

withTestDatabase();

const fine = { status: 200 };
const SCHEDULE = { from: "2026-01-01", to: null, lines: [{ party: "STATE", ppm: 1_000_000 }] };
const QUESTION = {
  agreement: { from: "2026-01-01", to: "2030-01-01" },
  membership: { STATE: { from: "2026-01-01" } },
  schedules: [SCHEDULE],
};

describe("the acceptance cases, as programs ask them", () => {
  test.each(cases.cases.A_allocate_largest_remainder)("A: $total by $weightsPpm", async ({ expected, ...sent }) => {
    expect(await simulate("allocation", sent)).toEqual({ ...fine, body: { parts: expected } });
  });

  test.each(cases.cases.P_vietnamese_amounts)("P: $text", async ({ text, vnd }) => {
    const { status, body } = await simulate("amount", { text });
    expect([status, body]).toMatchObject([200, vnd === null ? { vnd: null, why: "IMPLAUSIBLE" } : { vnd }]);
  });

  test.each(cases.cases.Q_schedule_validation)("$name", async ({ name, expectedErrors, ...sent }) => {
    expect(await simulate("share-schedules", sent)).toEqual({ ...fine, body: { errors: expectedErrors } });
  });

  test("an amount that reads two ways is ambiguous, one with half a đồng is not whole", async () => {
    expect((await simulate("amount", { text: "1,500 million" })).body).toEqual({ vnd: null, why: "AMBIGUOUS" });
    expect((await simulate("amount", { text: "0,5 đồng" })).body).toEqual({ vnd: null, why: "NOT_WHOLE" });
    expect((await simulate("amount", { text: "" })).body).toEqual({ vnd: null, why: "UNREADABLE" });
  });
});

describe("what may not be sent is refused with its place", () => {
  const lines = (count: number) => Array.from({ length: count }, (_, n) => ({ party: `P${n}`, ppm: 0 }));
  const members = (count: number) => Object.fromEntries(lines(count).map(({ party }) => [party, QUESTION.agreement]));

  test.each([
    ["a number where a string is due", "allocation", { total: 100, weightsPpm: [1] }, "total"],
    ["an exponent", "allocation", { total: "1e9", weightsPpm: [1] }, "total"],
    ["digits that are not 0 to 9", "allocation", { total: "١٢٣", weightsPpm: [1] }, "total"],
    ["a fraction of a đồng", "allocation", { total: "1.5", weightsPpm: [1] }, "total"],
    ["a sign that is no minus", "allocation", { total: "+1", weightsPpm: [1] }, "total"],
    ["nineteen digits", "allocation", { total: "1".repeat(19), weightsPpm: [1] }, "total"],
    ["a string where a number is due", "allocation", { total: "1", weightsPpm: ["1"] }, "weightsPpm.0"],
    ["a negative weight", "allocation", { total: "1", weightsPpm: [2, -1] }, "weightsPpm.1"],
    ["weights of nothing", "allocation", { total: "1", weightsPpm: [0, 0] }, "weightsPpm"],
    ["no weight", "allocation", { total: "1", weightsPpm: [] }, "weightsPpm"],
    ["51 parties", "allocation", { total: "1", weightsPpm: Array(51).fill(1) }, "weightsPpm"],
    ["an unknown field", "allocation", { total: "1", weightsPpm: [1], rounding: "up" }, ""],
    ["a body that is a list", "amount", [], ""],
    ["null", "amount", null, ""],
    ["a text that is a number", "amount", { text: 42 }, "text"],
    ["an endless text", "amount", { text: "1".repeat(201) }, "text"],
    ["an impossible day", "share-schedules", { ...QUESTION, agreement: { from: "2026-02-30" } }, "agreement.from"],
    [
      "a leap day of no leap year",
      "share-schedules",
      { ...QUESTION, lastDistributionEnd: "2027-02-29" },
      "lastDistributionEnd",
    ],
    [
      "a day with a time",
      "share-schedules",
      { ...QUESTION, agreement: { from: "2026-01-01T00:00" } },
      "agreement.from",
    ],
    ["201 schedules", "share-schedules", { ...QUESTION, schedules: Array(201).fill(SCHEDULE) }, "schedules"],
    [
      "51 lines",
      "share-schedules",
      { ...QUESTION, schedules: [{ ...SCHEDULE, lines: lines(51) }] },
      "schedules.0.lines",
    ],
    ["51 members", "share-schedules", { ...QUESTION, membership: members(51) }, "membership"],
    [
      "the name of the empty coalition",
      "share-schedules",
      { ...QUESTION, membership: { EMPTY: QUESTION.agreement } },
      "membership.EMPTY",
    ],
    [
      "a party in small letters",
      "share-schedules",
      { ...QUESTION, membership: { state: QUESTION.agreement } },
      "membership.state",
    ],
  ])("%s (%s)", async (_what, kind, sent, path) => {
    const { status, body } = await simulate(kind, sent);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: "INVALID_INPUT", status: 422 });
    expect(pathsOf(body)).toContain(path);
  });

  test.each([
    '{"total":"1","weightsPpm":[1e5]}',
    '{"total":"1","weightsPpm":[1.0]}',
    '{"total":"1","weightsPpm":[0.99999999999999999999]}',
  ])("a number that would have to be rounded or read twice: %s", async (text) => {
    const { status, body } = await simulate("allocation", text);
    expect([status, body]).toMatchObject([422, { errors: [{ code: "NUMBER_NOT_WHOLE" }] }]);
  });

  test("a point or an e inside a text is no number", async () => {
    expect((await simulate("amount", { text: '1.5e "2.5" \\' })).status).toBe(200);
  });

  test("names that mean something to the language are ordinary names, and refused", async () => {
    expect((await simulate("amount", '{"text":"1","__proto__":{"text":"2"}}')).status).toBe(422);
    const question = JSON.stringify(QUESTION).replace('"STATE":{', '"__proto__":{"from":"2026-01-01"},"STATE":{');
    expect((await simulate("share-schedules", question)).status).toBe(422);
  });

  test("an unknown kind is not there, a kind cannot be read", async () => {
    for (const kind of ["task-status", "constructor", "__proto__", ""]) {
      expect(await simulate(kind, {})).toMatchObject({ status: 404, body: { code: "UNKNOWN_SIMULATION" } });
    }
    const { response } = await get(route, "/simulations/amount", { params: { kind: "amount" } });
    expect([response.status, response.headers.get("Allow")]).toEqual([405, "POST"]);
  });

  test("fifty parties and two hundred schedules are welcome", async () => {
    expect(await simulate("allocation", { total: "100", weightsPpm: Array(50).fill(20_000) })).toMatchObject(fine);
    const year = (n: number) => `${2026 + n}-01-01`;
    const schedules = Array.from({ length: 150 }, (_, n) => ({ ...SCHEDULE, from: year(n), to: year(n + 1) }));
    const sent = { ...QUESTION, schedules: [...schedules, ...Array(50).fill(SCHEDULE)] };
    expect(await simulate("share-schedules", sent)).toEqual({ ...fine, body: { errors: ["OVERLAP"] } });
  });
});

test("who calculates too often is told when to come back, and nobody else is", async () => {
  setEnvironment(readEnvironment({ NODE_ENV: "test", LIMITS: "simulation=2/60" }));
  const ask = (from: string) =>
    post(route, "/simulations/amount", { text: "1 tỷ" }, { params: { kind: "amount" }, from });
  expect([(await ask("192.0.2.1")).response.status, (await ask("192.0.2.1")).response.status]).toEqual([200, 200]);
  const { response, body } = await ask("192.0.2.1");
  expect([response.status, body]).toMatchObject([429, { code: "TOO_MANY_REQUESTS" }]);
  expect(Number(response.headers.get("Retry-After"))).toBeGreaterThan(0);
  expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
  expect((await ask("192.0.2.2")).response.status).toBe(200);
});
