import { beforeAll, describe, expect, test } from "vitest";
import { pool } from "#prisma/client.server.ts";
import { fundBody, fundingLine, payment, tranche } from "#test/prisma/money/money-rows.ts";
import { commit, signedRows } from "#test/prisma/shares/agreement-rows.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

async function table() {
  const rows = await signedRows();
  const [member] = rows.members;
  if (!member) throw new Error();
  const fund = await fundBody();
  const line = await fundingLine(pool(), rows, fund);
  return { rows, member, fund, line };
}
type Table = Awaited<ReturnType<typeof table>>;

function pay(facts: Table, number: number, amount: number, more: { on?: string; tranche?: string } = {}) {
  return payment(pool(), facts.line, facts, { number, amount, ...more });
}

function meet(id: string, { fund }: Table) {
  return pool().query(
    "UPDATE funding_tranche SET condition_met_at = now(), condition_met_by_id = $2, condition_reference = 'BB 1' WHERE id = $1",
    [id, fund.personId],
  );
}

describe("money of the State, whoever writes,", () => {
  let facts: Table;
  beforeAll(async () => {
    facts = await table();
  });

  test("is allocated by a State body's own fund, which speaks for no party", async () => {
    const { rows, fund, member } = facts;
    const school = await fundBody("SCHOOL");
    await expect(fundingLine(pool(), rows, school)).rejects.toThrow("MONEY_FUND");
    const stranger = { ...fund, personId: (await fundBody()).personId };
    await expect(fundingLine(pool(), rows, stranger)).rejects.toThrow("MONEY_FUND");
    await pool().query("INSERT INTO role_grant (person_id, role, organisation_id) VALUES ($1, 'FUND', $2)", [
      member.personId,
      fund.organisationId,
    ]);
    await expect(fundingLine(pool(), rows, { ...fund, personId: member.personId })).rejects.toThrow("MONEY_APART");
    const budget = fundingLine(pool(), rows, fund, 10, "STATE_BUDGET_CENTRAL");
    await expect(budget).rejects.toThrow("NO_STATE_MONEY");
  });

  test("is never above its allocation nor below nothing, on no day", async () => {
    const own = await table();
    await expect(pay(own, 1, 1_001)).rejects.toThrow("ABOVE_ALLOCATION");
    await expect(pay(own, 1, -1)).rejects.toThrow("PAID_BELOW_ZERO");
    await pay(own, 1, 600, { on: "2026-03-01" });
    await expect(pay(own, 2, -600, { on: "2026-02-28" })).rejects.toThrow("PAID_BELOW_ZERO");
    await expect(pay(own, 2, 401, { on: "2026-01-05" })).rejects.toThrow("ABOVE_ALLOCATION");
    await pay(own, 2, -100, { on: "2026-04-01" });
    await pay(own, 3, 500, { on: "2026-04-01" });
    await expect(pay(own, 4, 1, { on: "2026-04-01" })).rejects.toThrow("ABOVE_ALLOCATION");
    await expect(pay(own, 4, 1, { on: "2199-01-01" })).rejects.toThrow("funding_transaction");
  });

  test("is neither changed nor deleted", async () => {
    for (const statement of [
      "UPDATE funding_transaction SET amount_vnd = 5",
      "DELETE FROM funding_transaction",
      "UPDATE funding_line SET allocated_vnd = 5",
      "DELETE FROM funding_line",
      "UPDATE funding_tranche SET amount_vnd = 5",
      "DELETE FROM funding_tranche",
    ])
      await expect(pool().query(statement)).rejects.toThrow("permission denied");
  });

  test("is planned within its allocation, and a tranche is paid once its condition is met, up to its amount", async () => {
    const own = await table();
    const first = await tranche(pool(), own.line, own.fund, 1, 700);
    await expect(tranche(pool(), own.line, own.fund, 2, 301)).rejects.toThrow("TRANCHES_ABOVE_ALLOCATION");
    await expect(pay(own, 1, 100, { tranche: first })).rejects.toThrow("CONDITION_NOT_MET");
    await meet(first, own);
    await expect(meet(first, own)).rejects.toThrow("FROZEN funding_tranche");
    await expect(pay(own, 1, 701, { tranche: first })).rejects.toThrow("OUTSIDE_TRANCHE");
    await pay(own, 1, 700, { tranche: first });
  });

  test.each(["READ COMMITTED", "REPEATABLE READ"])("is not paid twice by two who race, %s", async (isolation) => {
    const own = await table();
    const ends = await Promise.allSettled(
      [1, 2].map((number) => commit((sql) => payment(sql, own.line, own, { number, amount: 600 }), isolation)),
    );
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
