import { describe, expect, test } from "vitest";
import { sharesAsOf } from "#app/domain/partnerships/agreements/queries.server.ts";
import { paidInOn as paidInOnDays } from "#app/domain/partnerships/calculations/capital/paid-in.ts";
import { commitSchema, contributeSchema, moveSchema } from "#app/domain/partnerships/capital/capital.schema.ts";
import { capitalStanding } from "#app/domain/partnerships/capital/capital.ts";
import { commitCapital } from "#app/domain/partnerships/capital/commit.server.ts";
import { confirmCapital } from "#app/domain/partnerships/capital/confirm.server.ts";
import { contribute } from "#app/domain/partnerships/capital/contribute.server.ts";
import { declineCapital } from "#app/domain/partnerships/capital/decline.server.ts";
import { moveCapital } from "#app/domain/partnerships/capital/move.server.ts";
import { findMoney } from "#app/domain/partnerships/money/queries.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, must, signBy } from "../people.ts";

withTestDatabase();

const BILLION = 1_000_000_000n;
const HASH = "b".repeat(64);

async function signed(houses?: Parameters<typeof agreed>[1]) {
  const facts = await agreed({}, houses);
  await signBy(facts);
  const actorAt = (place: number) => {
    const found = facts.bodies[place];
    if (!found) throw new Error("nobody there");
    return found.actor;
  };
  const idAt = (place: number) => facts.memberIds[place] ?? "";
  return { ...facts, actorAt, idAt };
}
type Facts = Awaited<ReturnType<typeof signed>>;

function commitment(memberId: string, more: Record<string, string> = {}) {
  return commitSchema.parse({
    ...{ memberId, kind: "CASH", description: "Tiền mặt", committedVnd: "100 tỷ", dueOn: "2027-03-31" },
    ...more,
  });
}

async function committed(facts: Facts, place: number, more?: Record<string, string>) {
  return must(await commitCapital(facts.actorAt(place), facts, commitment(facts.idAt(place), more))).number;
}

function paid(commitmentNumber: number, amountVnd: bigint, onDay: string) {
  return contributeSchema.parse({
    ...{ commitment: String(commitmentNumber), amountVnd: `${amountVnd} đồng`, onDay, reference: "UNC 12/2026" },
  });
}

/** Paid in by one party and confirmed by the next. */
async function paidIn(facts: Facts, place: number, payment: ReturnType<typeof paid>) {
  const { number } = must(await contribute(facts.actorAt(place), facts, payment));
  return must(await confirmCapital(facts.actorAt((place + 1) % facts.bodies.length), facts, number));
}

function moved(facts: Facts, from: number, more: Record<string, string>) {
  return moveSchema.parse({
    ...{ kind: "TRANSFER", fromMemberId: facts.idAt(from), toMemberId: "", reference: "Hợp đồng chuyển nhượng 5" },
    ...more,
  });
}

async function paidInOn(code: string, asOf: string, knownAt: Date | null = null) {
  const shares = must(await sharesAsOf({ code, asOf, knownAt }));
  return shares.capital.paidIn?.map(({ ppm }) => ppm) ?? null;
}

/** From the events as they are read, for days before the agreement holds; those who have paid nothing yet stand last. */
async function balanceSharesOn(code: string, day: string) {
  const [money] = (await findMoney(code, day))?.agreements ?? [];
  const events = (money?.events ?? []).filter(({ confirmedAt, onDay }) => confirmedAt !== null && onDay <= day);
  const changes = events.map(({ onDay, changes: lines }) => ({
    on: onDay,
    changes: lines.map(({ memberId, amountVnd }) => ({ party: memberId, amountVnd: BigInt(amountVnd) })),
  }));
  return must(paidInOnDays(changes, [day]))[0]?.shares?.map(({ ppm }) => ppm) ?? null;
}

function openClocks(code: string, kind: string) {
  return db().obligation.findMany({ where: { subjectCode: code, kind, doneAt: null, voidedAt: null } });
}

describe("a party of a signed agreement", () => {
  test("commits capital and owes it by its day, in public", async () => {
    const facts = await signed();
    await committed(facts, 1);
    const [call] = await openClocks(facts.code, "CAPITAL_CALL");
    expect(call).toMatchObject({ debtorOrganisationId: facts.bodies[1]?.organisationId, basis: "CAPITAL_COMMITMENT" });
    expect(call?.originalDueOn.toISOString().slice(0, 10)).toBe("2027-03-31");
    const entry = await db().recordEntry.findFirstOrThrow({
      where: { subjectCode: facts.code, kind: "capital.committed" },
    });
    expect(JSON.stringify(entry.payload)).toContain("100000000000");
  });

  test("commits nothing for another, nothing overdue, nothing beyond the agreement", async () => {
    const facts = await signed();
    const ask = (more: Record<string, string>, place = 1) =>
      commitCapital(facts.actorAt(place), facts, commitment(facts.idAt(1), more));
    expect(await ask({}, 0)).toMatchObject({ code: "NOT_A_REPRESENTATIVE", field: "memberId" });
    expect(await ask({ dueOn: "2026-01-01" })).toMatchObject({ code: "DUE_IN_THE_PAST", field: "dueOn" });
    expect(await ask({ dueOn: "2029-01-01" })).toMatchObject({ code: "OUTSIDE_THE_AGREEMENT", field: "dueOn" });
    const unsigned = await agreed();
    const [lead] = unsigned.bodies;
    if (!lead) throw new Error();
    const early = await commitCapital(lead.actor, unsigned, commitment(unsigned.memberIds[0] ?? ""));
    expect(early).toMatchObject({ code: "NOT_SIGNED" });
  });

  test("has what it gives in kind valued by somebody who is no party", async () => {
    const facts = await signed();
    const valuation = {
      valuationMethod: "Thu nhập",
      valuer: "Công ty Sao Mai",
      valuedOn: "2026-10-01",
      reportSha256: HASH,
    };
    const ask = (more: Record<string, string>) =>
      commitCapital(facts.actorAt(1), facts, commitment(facts.idAt(1), { kind: "IP_RIGHT", ...more }));
    expect(await ask({})).toMatchObject({ code: "VALUATION_MISSING" });
    expect(await ask({ ...valuation, kind: "CASH" })).toMatchObject({ code: "VALUATION_OF_CASH" });
    const party = facts.bodies[2]?.name.toUpperCase() ?? "";
    expect(await ask({ ...valuation, valuer: party })).toMatchObject({ code: "VALUER_IS_A_PARTY", field: "valuer" });
    expect(await ask({ ...valuation, valuedOn: "2199-01-01" })).toMatchObject({ code: "IN_THE_FUTURE" });
    expect(await ask(valuation)).toMatchObject({ ok: true });
    expect(await ask({ committedVnd: "499.999.999" })).toMatchObject({ ok: true });
  });
});

describe("a contribution", () => {
  test("counts once another party confirms it, ends the call when it is whole, and makes the agreement active", async () => {
    const facts = await signed();
    const number = await committed(facts, 0);
    const first = must(await contribute(facts.actorAt(0), facts, paid(number, 60n * BILLION, "2026-11-02")));
    expect(await paidInOn(facts.code, "2027-06-01")).toBeNull();
    expect(await confirmCapital(facts.actorAt(0), facts, first.number)).toMatchObject({ code: "ANOTHER_CONFIRMS" });
    expect(must(await confirmCapital(facts.actorAt(1), facts, first.number)).active).toBe(true);
    expect(await confirmCapital(facts.actorAt(2), facts, first.number)).toMatchObject({ code: "ALREADY_ANSWERED" });
    expect(await paidInOn(facts.code, "2027-06-01")).toEqual([1_000_000, 0, 0]);
    expect(await openClocks(facts.code, "CAPITAL_CALL")).toHaveLength(1);
    await paidIn(facts, 0, paid(number, 40n * BILLION, "2026-11-03"));
    expect(await openClocks(facts.code, "CAPITAL_CALL")).toHaveLength(0);
    expect(await openClocks(facts.code, "CAPITAL_CONFIRMATION")).toHaveLength(0);
    const agreement = await db().agreement.findFirstOrThrow({ where: { partnership: { code: facts.code } } });
    expect(agreement.state).toBe("ACTIVE");
  });

  test("is not more than was committed, not of a day to come, not before the partnership, not by another", async () => {
    const facts = await signed();
    const number = await committed(facts, 1);
    const ask = (payment: ReturnType<typeof paid>, place = 1) => contribute(facts.actorAt(place), facts, payment);
    expect(await ask(paid(number, 101n * BILLION, "2026-11-02"))).toMatchObject({ field: "amountVnd" });
    must(await ask(paid(number, 60n * BILLION, "2026-11-02")));
    expect(await ask(paid(number, 41n * BILLION, "2026-11-02"))).toMatchObject({ code: "ABOVE_THE_COMMITMENT" });
    expect(await ask(paid(number, 1n, "2199-01-01"))).toMatchObject({ code: "IN_THE_FUTURE", field: "onDay" });
    expect(await ask(paid(number, 1n, "2020-01-01"))).toMatchObject({ code: "BEFORE_THE_PARTNERSHIP", field: "onDay" });
    expect(await ask(paid(9, 1n, "2026-11-02"))).toMatchObject({ code: "NO_SUCH_COMMITMENT" });
    expect(await ask(paid(number, 1n, "2026-11-02"), 0)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
  });

  test("that is declined never counts, and its room is free again", async () => {
    const facts = await signed();
    const number = await committed(facts, 1);
    const first = must(await contribute(facts.actorAt(1), facts, paid(number, 100n * BILLION, "2026-11-02")));
    const reason = "Tiền chưa về tài khoản chung.";
    must(await declineCapital(facts.actorAt(0), facts, { event: first.number, reason }));
    expect(await confirmCapital(facts.actorAt(2), facts, first.number)).toMatchObject({ code: "ALREADY_ANSWERED" });
    await paidIn(facts, 1, paid(number, 100n * BILLION, "2026-11-03"));
    const money = await findMoney(facts.code, "2026-11-28");
    expect(money?.agreements[0]?.commitments[0]).toMatchObject({ paidVnd: "100000000000" });
    expect(money?.agreements[0]?.events.map(({ declineReason }) => declineReason)).toEqual([reason, null]);
  });

  test("is shown as it was known: what is confirmed later was not there before", async () => {
    const facts = await signed();
    const number = await committed(facts, 0);
    await paidIn(facts, 0, paid(number, BILLION, "2026-11-02"));
    const between = new Date();
    await committed(facts, 1);
    await paidIn(facts, 1, paid(2, BILLION, "2026-11-02"));
    expect(await paidInOn(facts.code, "2027-06-01", between)).toEqual([1_000_000, 0, 0]);
    expect(await paidInOn(facts.code, "2027-06-01")).toEqual([500_000, 500_000, 0]);
  });
});

describe("capital over time", () => {
  test("gives the shares of case B on each of its days, through the ledger", async () => {
    const facts = await signed(["STATE", "SCHOOL", "ENTERPRISE", "ENTERPRISE"]);
    for (const place of [0, 1, 2, 3]) await committed(facts, place);
    // the days of the case, within the partnership's own year and in the same order
    await paidIn(facts, 0, paid(1, 30n * BILLION, "2026-01-15"));
    await paidIn(facts, 1, paid(2, 20n * BILLION, "2026-01-20"));
    await paidIn(facts, 2, paid(3, 50n * BILLION, "2026-02-10"));
    await paidIn(facts, 3, paid(4, 25n * BILLION, "2026-03-01"));
    const transfers: [number, number, bigint, string][] = [
      [2, 1, 10n * BILLION, "2026-04-01"],
      [3, 2, 25n * BILLION, "2026-05-15"],
      [0, 2, 7_000_000_001n, "2026-06-01"],
    ];
    for (const [from, to, amountVnd, onDay] of transfers) {
      const move = moved(facts, from, { toMemberId: facts.idAt(to), amountVnd: `${amountVnd} đồng`, onDay });
      const { number } = must(await moveCapital(facts.actorAt(from), facts, move));
      expect(await confirmCapital(facts.actorAt(from), facts, number)).toMatchObject({ code: "ANOTHER_CONFIRMS" });
      must(await confirmCapital(facts.actorAt(to), facts, number));
    }
    // the agreement holds from 2027 on, when all of it has happened
    expect(await paidInOn(facts.code, "2027-01-01")).toEqual([184_000, 240_000, 576_000, 0]);
    expect(await balanceSharesOn(facts.code, "2026-01-14")).toBeNull();
    expect(await balanceSharesOn(facts.code, "2026-01-20")).toEqual([600_000, 400_000]);
    expect(await balanceSharesOn(facts.code, "2026-02-10")).toEqual([300_000, 200_000, 500_000]);
    expect(await balanceSharesOn(facts.code, "2026-03-01")).toEqual([240_000, 160_000, 400_000, 200_000]);
    expect(await balanceSharesOn(facts.code, "2026-04-01")).toEqual([240_000, 240_000, 320_000, 200_000]);
    expect(await balanceSharesOn(facts.code, "2026-05-15")).toEqual([240_000, 240_000, 520_000, 0]);
    const tooMuch = moved(facts, 0, { kind: "REPURCHASE", amountVnd: "23 tỷ", onDay: "2026-06-02" });
    expect(await moveCapital(facts.actorAt(0), facts, tooMuch)).toMatchObject({
      ...{ code: "BALANCE_BELOW_ZERO", field: "amountVnd" },
    });
  });
});

describe("the two readings of capital", () => {
  const contractual = [
    { memberId: "N", ppm: 400_000 },
    { memberId: "T", ppm: 600_000 },
  ];
  const rule = { dueOn: ["2026-10-01"], tolerancePpm: 10_000 };

  test("raise an alarm when they differ by more than the tolerance after a due date, not on it", () => {
    const paidIn = [
      { memberId: "N", ppm: 389_999 },
      { memberId: "T", ppm: 610_001 },
    ];
    expect(capitalStanding("2026-10-01", { contractual, paidIn }, rule).alarm).toBe(false);
    const after = capitalStanding("2026-10-02", { contractual, paidIn }, rule);
    expect(after.alarm).toBe(true);
    expect(after.rows.map(({ differencePpm }) => differencePpm)).toEqual([-10_001, 10_001]);
    const within = paidIn.map(({ memberId }, place) => ({ memberId, ppm: [390_000, 610_000][place] ?? 0 }));
    expect(capitalStanding("2026-10-02", { contractual, paidIn: within }, rule).alarm).toBe(false);
  });

  test("raise it where nothing at all was paid in, and never where nothing was due", () => {
    expect(capitalStanding("2026-10-02", { contractual, paidIn: null }, rule)).toMatchObject({
      alarm: true,
      rows: [{ paidInPpm: null, differencePpm: null }, { paidInPpm: null }],
    });
    expect(capitalStanding("2030-01-01", { contractual, paidIn: null }, { ...rule, dueOn: [] }).alarm).toBe(false);
  });
});

describe("what people type", () => {
  test.each([
    ["committedVnd", "", "errors:required"],
    ["committedVnd", "0", "errors:amount.ZERO"],
    ["committedVnd", "-5", "errors:amount.NEGATIVE"],
    ["committedVnd", "1e9", "errors:amount.UNREADABLE"],
    ["committedVnd", "١٢٣", "errors:amount.UNREADABLE"],
    ["dueOn", "31/02/2027", "errors:date"],
    ["kind", "GOLD", "errors:choose"],
    ["valuer", "Công ty Sao Mai", "errors:valuation_incomplete"],
  ])("of a commitment is refused at its field: %s %s", (field, text, message) => {
    const typed = { memberId: "x", kind: "CASH", description: "Tiền mặt", committedVnd: "1 tỷ", dueOn: "2027-03-31" };
    const { error } = commitSchema.safeParse({ ...typed, [field]: text });
    expect(error?.issues.map((issue) => issue.message).join(" ")).toContain(message);
  });

  test("of a transfer to oneself, to nobody, or with a price for what is written off is refused", () => {
    const typed = { kind: "TRANSFER", fromMemberId: "a", amountVnd: "1", onDay: "2026-01-01", reference: "HĐ 5" };
    const faults = (more: object) =>
      moveSchema.safeParse({ ...typed, ...more }).error?.issues.map(({ path }) => path.join(".")) ?? [];
    expect(faults({ toMemberId: "a" })).toContain("toMemberId");
    expect(faults({ toMemberId: "" })).toContain("toMemberId");
    expect(faults({ kind: "CANCEL", priceVnd: "5", toMemberId: "" })).toContain("priceVnd");
    expect(faults({ kind: "REPURCHASE", toMemberId: "b" })).toContain("toMemberId");
  });
});
