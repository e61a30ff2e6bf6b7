import { describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { disbursementOn } from "#app/domain/partnerships/calculations/capital/disbursement.ts";
import { allocateFunding } from "#app/domain/partnerships/funding/allocate.server.ts";
import { confirmCondition } from "#app/domain/partnerships/funding/confirm-condition.server.ts";
import { allocateSchema, paymentSchema, trancheSchema } from "#app/domain/partnerships/funding/funding.schema.ts";
import { planTranche } from "#app/domain/partnerships/funding/plan-tranche.server.ts";
import { recordPayment } from "#app/domain/partnerships/funding/record-payment.server.ts";
import { findMoney } from "#app/domain/partnerships/money/queries.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, body, must, signBy } from "../people.ts";

withTestDatabase();

/** Somebody who records the money of a body of that house. */
async function fund(house: "STATE" | "SCHOOL" = "STATE") {
  const { organisationId, name, actor } = await body(house, `Quỹ ${house}`);
  await db().roleGrant.create({ data: { personId: actor.personId, role: "FUND", organisationId } });
  const held: Actor = { ...actor, roles: [{ role: "FUND", organisationId, organisationNames: { vi: name } }] };
  return { organisationId, actor: held };
}

async function allocated(amount = "30 tỷ") {
  const facts = await agreed();
  await signBy(facts);
  const { organisationId, actor } = await fund();
  const line = must(await allocateFunding(actor, facts, allocation(organisationId, { allocatedVnd: amount }))).number;
  return { facts, actor, organisationId, line, member: facts.memberIds[1] ?? "" };
}
type Facts = Awaited<ReturnType<typeof allocated>>;

function allocation(organisationId: string, more: Record<string, string> = {}) {
  const typed = { source: "OTHER", budgetLine: "Khoản 101", allocatedVnd: "30 tỷ", reference: "QĐ 15/QĐ-BTC" };
  return allocateSchema.parse({ organisationId, ...typed, ...more });
}

async function planned({ facts, actor, line }: Facts, dueOn: string, amountVnd: string) {
  const typed = trancheSchema.parse({ line: String(line), dueOn, amountVnd, condition: "Có biên bản nghiệm thu" });
  return planTranche(actor, facts, typed);
}

function met({ facts, actor, line }: Facts, tranche: number) {
  return confirmCondition(actor, facts, { line, tranche, reference: "Biên bản 3" });
}

function payment({ line, member }: Facts, more: Record<string, string>) {
  const typed = { direction: "PAID", amountVnd: "9 tỷ", onDay: "2026-04-20", reference: "UNC 77" };
  return paymentSchema.parse({ line: String(line), memberId: member, ...typed, ...more });
}

function paid(own: Facts, more: Record<string, string>) {
  return recordPayment(own.actor, own.facts, payment(own, more));
}

function openTranches(code: string) {
  return db().obligation.count({ where: { subjectCode: code, kind: "TRANCHE", doneAt: null, voidedAt: null } });
}

describe("money of the State", () => {
  test("is allocated by a State body's own fund to a signed agreement that has State money in it", async () => {
    const { facts, organisationId, actor } = await allocated();
    const ask = (who: Actor, body: string, more: Record<string, string> = {}) =>
      allocateFunding(who, facts, allocation(body, more));
    const [lead] = facts.bodies;
    if (!lead) throw new Error();
    expect(await ask(lead.actor, organisationId)).toMatchObject({ code: "NOT_THE_FUND", field: "organisationId" });
    const school = await fund("SCHOOL");
    expect(await ask(school.actor, school.organisationId)).toMatchObject({ code: "NOT_THE_FUND" });
    const both = { ...actor, roles: [...actor.roles, ...lead.actor.roles] };
    expect(await ask(both, organisationId)).toMatchObject({ code: "NOT_THE_FUND" });
    const budget = await ask(actor, organisationId, { source: "STATE_BUDGET_LOCAL" });
    expect(budget).toMatchObject({ code: "NO_STATE_MONEY", field: "source" });
    const unsigned = await allocateFunding(actor, await agreed(), allocation(organisationId));
    expect(unsigned).toMatchObject({ code: "NOT_SIGNED" });
  });

  test("gives the absorption and the arrears of case C, through the ledger", async () => {
    const own = await allocated();
    const plan: [string, string][] = [
      ["2026-03-31", "9 tỷ"],
      ["2026-06-30", "9 tỷ"],
      ["2026-09-30", "6 tỷ"],
      ["2026-12-31", "6 tỷ"],
    ];
    for (const [dueOn, amountVnd] of plan) must(await planned(own, dueOn, amountVnd));
    must(await paid(own, {}));
    must(await paid(own, { amountVnd: "5,4 tỷ", onDay: "2026-08-05" }));
    must(await paid(own, { amountVnd: "7,2 tỷ", onDay: "2026-11-20" }));
    const line = (await findMoney(own.facts.code, "2026-11-28"))?.agreements[0]?.lines[0];
    const tranches = (line?.tranches ?? []).map(({ dueOn, amountVnd }) => ({
      ...{ on: dueOn, amountVnd: BigInt(amountVnd) },
    }));
    const payments = (line?.payments ?? []).map(({ onDay, amountVnd }) => ({
      on: onDay,
      amountVnd: BigInt(amountVnd),
    }));
    const on = (day: string) => {
      const { absorptionPpm, arrearsVnd } = disbursementOn(day, tranches, payments);
      return [absorptionPpm, arrearsVnd];
    };
    expect(on("2026-06-30")).toEqual([500_000n, 9_000_000_000n]);
    expect(on("2026-09-30")).toEqual([600_000n, 9_600_000_000n]);
    expect(on("2026-12-31")).toEqual([720_000n, 8_400_000_000n]);
  });

  test("is owed by the fund from the day on which a condition is met, until the tranche is paid", async () => {
    const own = await allocated();
    must(await planned(own, "2027-03-31", "9 tỷ"));
    expect(await paid(own, { tranche: "1" })).toMatchObject({ code: "CONDITION_NOT_MET", field: "tranche" });
    must(await met(own, 1));
    expect(await met(own, 1)).toMatchObject({ code: "CONDITION_ALREADY_MET" });
    expect(await openTranches(own.facts.code)).toBe(1);
    expect(must(await paid(own, { tranche: "1", amountVnd: "4 tỷ" })).active).toBe(true);
    expect(await openTranches(own.facts.code)).toBe(1);
    expect(await paid(own, { tranche: "1", amountVnd: "6 tỷ" })).toMatchObject({ code: "OUTSIDE_TRANCHE" });
    must(await paid(own, { tranche: "1", amountVnd: "5 tỷ" }));
    expect(await openTranches(own.facts.code)).toBe(0);
  });

  test("is never above its allocation, nor paid back beyond what was paid", async () => {
    const own = await allocated("10 tỷ");
    expect(await planned(own, "2027-03-31", "10,000001 tỷ")).toMatchObject({ code: "TRANCHES_ABOVE_ALLOCATION" });
    must(await planned(own, "2027-03-31", "6 tỷ"));
    expect(await planned(own, "2027-03-30", "1 tỷ")).toMatchObject({ code: "TRANCHE_NOT_IN_ORDER", field: "dueOn" });
    expect(await planned(own, "2029-01-01", "1 tỷ")).toMatchObject({ code: "OUTSIDE_THE_AGREEMENT" });
    must(await paid(own, {}));
    const more = await paid(own, { amountVnd: "2 tỷ", onDay: "2026-05-01" });
    expect(more).toMatchObject({ code: "ABOVE_ALLOCATION", field: "amountVnd" });
    const back = { direction: "REFUNDED", ground: "UNUSED", onDay: "2026-05-01" };
    expect(await paid(own, { ...back, amountVnd: "9.000.000.001" })).toMatchObject({ code: "PAID_BELOW_ZERO" });
    must(await paid(own, { ...back, amountVnd: "2 tỷ" }));
    must(await paid(own, { amountVnd: "3 tỷ", onDay: "2026-05-02" }));
    expect(await paid(own, { onDay: "2199-01-01" })).toMatchObject({ code: "IN_THE_FUTURE", field: "onDay" });
    const kinds = await db().recordEntry.findMany({
      where: { subjectCode: own.facts.code, kind: { startsWith: "funding." } },
      orderBy: { id: "asc" },
      select: { kind: true },
    });
    expect(kinds.map(({ kind }) => kind)).toEqual([
      ...["funding.allocated", "funding.planned", "funding.paid", "funding.refunded", "funding.paid"],
    ]);
  });
});
