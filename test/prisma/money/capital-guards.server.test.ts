import { describe, expect, test } from "vitest";
import { pool } from "#prisma/client.server.ts";
import { commitment, committedRows, confirm, event } from "#test/prisma/money/money-rows.ts";
import { agreementRows, commit, signedRows } from "#test/prisma/shares/agreement-rows.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

async function table() {
  const rows = await committedRows();
  const [first, second, third] = rows.members;
  const [large = ""] = rows.commitments;
  if (!first || !second || !third) throw new Error("three parties");
  return { rows, first, second, third, large };
}
type Table = Awaited<ReturnType<typeof table>>;

/** Recorded by the first party and confirmed by the second. */
async function paidIn({ rows, first, second, large }: Table, number: number, amount: number, on = "2026-02-01") {
  const id = await recorded((sql) =>
    event(sql, rows, first, { number, on, commitment: large, lines: [[first, amount]] }),
  );
  await confirm(pool(), id, second);
  return id;
}

async function recorded(work: (sql: Parameters<Parameters<typeof commit>[0]>[0]) => Promise<string>) {
  let id = "";
  await commit(async (sql) => {
    id = await work(sql);
  });
  return id;
}

describe("a commitment, whoever writes,", () => {
  test("stands on a signed agreement and is made by a representative of its party", async () => {
    const open = await agreementRows();
    const [lead] = open.members;
    if (!lead) throw new Error();
    await expect(commitment(pool(), open, lead, { number: 1, amount: 5 })).rejects.toThrow("MONEY_UNSIGNED");
    const { rows, first, second } = await table();
    const crossed = { ...first, personId: second.personId };
    await expect(commitment(pool(), rows, crossed, { number: 9, amount: 5 })).rejects.toThrow("MONEY_REPRESENTATIVE");
    const stranger = (await signedRows()).members[0];
    if (!stranger) throw new Error();
    await expect(commitment(pool(), rows, stranger, { number: 9, amount: 5 })).rejects.toThrow("MONEY_PARTY");
  });

  test("in kind above the threshold has a valuation, and by nobody who is a party", async () => {
    const { rows, first } = await table();
    const large = { number: 9, amount: 500_000_000, kind: "IP_RIGHT" };
    await expect(commitment(pool(), rows, first, large)).rejects.toThrow("VALUATION_MISSING");
    await expect(commitment(pool(), rows, first, { ...large, valuer: " tổ  CHỨC thử" })).rejects.toThrow(
      "VALUER_IS_A_PARTY",
    );
    await commitment(pool(), rows, first, { ...large, amount: 499_999_999 });
    await commitment(pool(), rows, first, { ...large, number: 10, valuer: "Công ty Định giá Sao Mai" });
  });
});

describe("capital that was paid in, whoever writes,", () => {
  test("counts once another party's representative has confirmed it, and never changes after that", async () => {
    const { rows, first, second, large } = await table();
    const id = await recorded((sql) => event(sql, rows, first, { number: 1, commitment: large, lines: [[first, 10]] }));
    await expect(confirm(pool(), id, first)).rejects.toThrow("CONFIRMED_BY_ANOTHER");
    await expect(confirm(pool(), id, { ...second, personId: first.personId })).rejects.toThrow("CONFIRMED_BY_ANOTHER");
    const early = pool().query("UPDATE capital_event SET confirmed_at = '2020-01-01' WHERE id = $1", [id]);
    await expect(early).rejects.toThrow();
    await confirm(pool(), id, second);
    await expect(confirm(pool(), id, second)).rejects.toThrow("FROZEN capital_event");
    for (const statement of [
      "UPDATE capital_event SET on_day = '2026-01-01'",
      "UPDATE capital_line SET amount_vnd = 5",
      "DELETE FROM capital_event",
      "DELETE FROM capital_line",
      "UPDATE capital_commitment SET committed_vnd = 5",
      "DELETE FROM capital_commitment",
    ])
      await expect(pool().query(statement)).rejects.toThrow("permission denied");
    const late = pool().query("INSERT INTO capital_line VALUES ($1, $2, 5)", [id, second.id]);
    await expect(late).rejects.toThrow("FROZEN capital_event");
  });

  test("has no line that comes later, before it is confirmed", async () => {
    const { rows, first, second, large } = await table();
    const id = await recorded((sql) => event(sql, rows, first, { number: 1, commitment: large, lines: [[first, 10]] }));
    const late = pool().query("INSERT INTO capital_line VALUES ($1, $2, 5)", [id, second.id]);
    await expect(late).rejects.toThrow("FROZEN capital_event");
  });

  test("is of its own commitment and kind: one line above 0 of the party that pays", async () => {
    const facts = await table();
    const { rows, first, second, large } = facts;
    const wrong = (lines: Parameters<typeof event>[3]["lines"]) =>
      commit((sql) => event(sql, rows, first, { number: 1, commitment: large, lines }));
    await expect(wrong([[first, -5]])).rejects.toThrow("CAPITAL_LINES");
    await expect(wrong([[second, 5]])).rejects.toThrow("CAPITAL_LINES");
    await expect(
      wrong([
        [first, 5],
        [second, 5],
      ]),
    ).rejects.toThrow("CAPITAL_LINES");
    await expect(wrong([])).rejects.toThrow("CAPITAL_LINES");
    const others = commit((sql) => event(sql, rows, second, { number: 1, commitment: large, lines: [[second, 5]] }));
    await expect(others).rejects.toThrow("COMMITMENT_OF_ANOTHER");
    const tomorrow = commit((sql) =>
      event(sql, rows, first, { number: 1, on: "2199-01-01", commitment: large, lines: [[first, 5]] }),
    );
    await expect(tomorrow).rejects.toThrow("capital_event");
    await expect(paidIn(facts, 1, 1_001)).rejects.toThrow("ABOVE_THE_COMMITMENT");
  });
});

describe("capital that changes hands", () => {
  test("sums to nothing, and is confirmed by the party that takes it", async () => {
    const facts = await table();
    const { rows, first, second, third } = facts;
    await paidIn(facts, 1, 100);
    const transfer = (number: number, taken: number) =>
      recorded((sql) =>
        event(sql, rows, first, {
          number,
          kind: "TRANSFER",
          on: "2026-03-01",
          lines: [
            [first, -40],
            [third, taken],
          ],
        }),
      );
    await expect(transfer(2, 39)).rejects.toThrow("CAPITAL_LINES");
    await expect(transfer(2, 41)).rejects.toThrow("CAPITAL_LINES");
    const id = await transfer(2, 40);
    await expect(confirm(pool(), id, second)).rejects.toThrow("CONFIRMED_BY_TAKER");
    await confirm(pool(), id, third);
  });

  test("leaves nobody below nothing, on no day", async () => {
    const facts = await table();
    const { rows, first, second } = facts;
    await paidIn(facts, 1, 100, "2026-05-01");
    const bought = (number: number, on: string, amount: number) =>
      recorded((sql) => event(sql, rows, first, { number, kind: "REPURCHASE", on, lines: [[first, -amount]] }));
    await expect(confirm(pool(), await bought(2, "2026-05-01", 101), second)).rejects.toThrow("BALANCE_BELOW_ZERO");
    // enough in the end, too little in April
    await expect(confirm(pool(), await bought(3, "2026-04-30", 100), second)).rejects.toThrow("BALANCE_BELOW_ZERO");
    await confirm(pool(), await bought(4, "2026-05-01", 100), second);
  });

  test.each(["READ COMMITTED", "REPEATABLE READ"])("is not given away twice by two who race, %s", async (isolation) => {
    const facts = await table();
    const { rows, first, second, third } = facts;
    await paidIn(facts, 1, 100);
    const ids: string[] = [];
    for (const [place, taker] of [second, third].entries())
      ids.push(
        await recorded((sql) =>
          event(sql, rows, first, {
            number: 2 + place,
            kind: "TRANSFER",
            lines: [
              [first, -60],
              [taker, 60],
            ],
          }),
        ),
      );
    const ends = await Promise.allSettled([
      commit((sql) => confirm(sql, ids[0] ?? "", second), isolation),
      commit((sql) => confirm(sql, ids[1] ?? "", third), isolation),
    ]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { rows: left } = await pool().query(
      `SELECT sum(l.amount_vnd)::int AS balance FROM capital_line l JOIN capital_event e ON e.id = l.event_id
       WHERE e.agreement_id = $1 AND e.confirmed_at IS NOT NULL AND l.member_id = $2`,
      [rows.agreementId, first.id],
    );
    expect(left[0].balance).toBe(40);
  });
});
