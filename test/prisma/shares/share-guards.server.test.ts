import { describe, expect, test } from "vitest";
import { pool } from "#prisma/client.server.ts";
import {
  agreementRows,
  commit,
  DIMENSIONS,
  type Line,
  member,
  type Rows,
  recordWhole,
  schedule,
  wholeLines,
} from "#test/prisma/shares/agreement-rows.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

/** One transaction that records what `change` makes of whole shares, on all three dimensions. */
async function recordAll(
  rows: Rows,
  change: (lines: Line[], dimension: string) => Line[],
  period?: readonly [string, string | null],
) {
  await commit(async (sql) => {
    for (const dimension of DIMENSIONS)
      await schedule(sql, rows.agreementId, dimension, change(wholeLines(rows), dimension), period);
  });
}

async function storedSchedules(rows: Rows): Promise<number> {
  const found = await pool().query("SELECT FROM share_schedule WHERE agreement_id = $1", [rows.agreementId]);
  return found.rowCount ?? 0;
}

describe("the database refuses, and stores nothing of,", () => {
  test("a dimension that is missing", async () => {
    const rows = await agreementRows();
    const two = commit(async (sql) => {
      for (const dimension of ["CAPITAL", "RISK"]) await schedule(sql, rows.agreementId, dimension, wholeLines(rows));
    });
    await expect(two).rejects.toThrow("GAP PROFIT");
    expect(await storedSchedules(rows)).toBe(0);
  });

  test("a day without shares at the beginning, in the middle, at the end", async () => {
    const rows = await agreementRows();
    for (const periods of [
      [["2026-01-02", "2028-01-01"]],
      [["2026-01-01", "2027-12-31"]],
      [
        ["2026-01-01", "2026-12-31"],
        ["2027-01-01", "2028-01-01"],
      ],
    ] as const) {
      const gap = commit(async (sql) => {
        for (const dimension of DIMENSIONS)
          for (const period of periods) await schedule(sql, rows.agreementId, dimension, wholeLines(rows), period);
      });
      await expect(gap).rejects.toThrow("GAP CAPITAL");
    }
    expect(await storedSchedules(rows)).toBe(0);
  });

  test("two schedules of one dimension on the same day", async () => {
    const rows = await agreementRows();
    const twice = commit(async (sql) => {
      for (const dimension of DIMENSIONS) await schedule(sql, rows.agreementId, dimension, wholeLines(rows));
      await schedule(sql, rows.agreementId, "RISK", wholeLines(rows), ["2027-12-31", null]);
    });
    await expect(twice).rejects.toThrow("share_schedule_overlap");
  });

  test("one ppm too few or too many, on any dimension", async () => {
    const rows = await agreementRows();
    for (const off of [-1, 1])
      for (const wrong of DIMENSIONS) {
        const shifted = recordAll(rows, ([first, ...rest], dimension) =>
          first && dimension === wrong
            ? [{ ...first, ppm: first.ppm + off }, ...rest]
            : [...(first ? [first] : []), ...rest],
        );
        await expect(shifted).rejects.toThrow(`SUM_NOT_100 ${wrong} = ${1_000_000 + off}`);
      }
    expect(await storedSchedules(rows)).toBe(0);
  });

  test("a negative share that others make up for, and one above the whole", async () => {
    const rows = await agreementRows();
    const balance = (a: number, b: number) => (lines: Line[]) =>
      lines.map((line, place) => ({ ...line, ppm: [a, b, 0][place] ?? 0 }));
    await expect(recordAll(rows, balance(-1, 1_000_001))).rejects.toThrow("share_line");
    await expect(recordAll(rows, balance(1_000_001, -1))).rejects.toThrow("share_line");
  });

  test("a schedule without lines, and the same party twice", async () => {
    const rows = await agreementRows();
    await expect(recordAll(rows, () => [])).rejects.toThrow(/SUM_NOT_100 \w+ = 0$/);
    const [first] = wholeLines(rows);
    const half = { memberId: first?.memberId ?? "", ppm: 500_000 };
    await expect(recordAll(rows, () => [half, half])).rejects.toThrow("share_line_pkey");
  });

  test("a share for a party of another partnership, even a share of nothing", async () => {
    const rows = await agreementRows();
    const stranger = (await agreementRows()).members[0]?.id ?? "";
    await expect(recordAll(rows, (lines) => [...lines, { memberId: stranger, ppm: 0 }])).rejects.toThrow(
      "PARTY_NOT_ACTIVE",
    );
  });

  test("a share for a party that comes later or leaves earlier than the period", async () => {
    for (const [column, day] of [
      ["valid_from", "2026-01-02"],
      ["valid_to", "2027-12-31"],
    ] as const) {
      const rows = await agreementRows();
      await pool().query(`UPDATE partnership_member SET ${column} = $2 WHERE id = $1`, [rows.members[1]?.id, day]);
      await expect(recordAll(rows, (lines) => lines)).rejects.toThrow("PARTY_NOT_ACTIVE");
    }
  });

  test("an infinite date, which no page could print", async () => {
    const rows = await agreementRows();
    await expect(recordAll(rows, (lines) => lines, ["2026-01-01", "infinity"])).rejects.toThrow("check constraint");
    const widened = pool().query("UPDATE agreement SET valid_to = 'infinity' WHERE id = $1", [rows.agreementId]);
    await expect(widened).rejects.toThrow("check constraint");
  });

  test("shares checked against a temporary table of the same name", async () => {
    const rows = await agreementRows();
    const shadowed = commit(async (sql) => {
      await sql.query("CREATE TEMP TABLE share_line (schedule_id uuid, member_id uuid, ppm int) ON COMMIT DROP");
      for (const dimension of DIMENSIONS) {
        const found = await sql.query(
          `INSERT INTO public.share_schedule (agreement_id, dimension, valid_from, valid_to)
           VALUES ($1, $2::public."ShareDimension", '2026-01-01', '2028-01-01') RETURNING id`,
          [rows.agreementId, dimension],
        );
        const id = found.rows[0].id;
        await sql.query("INSERT INTO pg_temp.share_line VALUES ($1, $2, 1000000)", [id, rows.members[0]?.id]);
        await sql.query("INSERT INTO public.share_line VALUES ($1, $2, 999999)", [id, rows.members[0]?.id]);
      }
    });
    await expect(shadowed).rejects.toThrow(/SUM_NOT_100 \w+ = 999999/);
  });
});

describe("what is recorded stays whole:", () => {
  test("a line deleted, added or replaced by another amount is refused", async () => {
    const rows = await agreementRows();
    await recordWhole(rows);
    const { id } = await member(rows.partnershipId, 9, "ENTERPRISE");
    const ofCapital = `schedule_id IN (SELECT id FROM share_schedule WHERE agreement_id = '${rows.agreementId}' AND dimension = 'CAPITAL')`;
    const remove = `DELETE FROM share_line WHERE ${ofCapital} AND ppm = 200000`;
    await expect(commit((sql) => sql.query(remove))).rejects.toThrow("SUM_NOT_100 CAPITAL = 800000");
    const add = `INSERT INTO share_line SELECT DISTINCT schedule_id, '${id}'::uuid, 1 FROM share_line WHERE ${ofCapital}`;
    await expect(commit((sql) => sql.query(add))).rejects.toThrow("SUM_NOT_100 CAPITAL = 1000001");
  });

  test("a line is neither updated nor moved to another schedule, and a schedule keeps its days", async () => {
    const rows = await agreementRows();
    await recordWhole(rows);
    for (const statement of [
      "UPDATE share_line SET ppm = ppm",
      "UPDATE share_line SET schedule_id = schedule_id",
      "UPDATE share_schedule SET valid_to = '2027-01-01'",
      "UPDATE share_schedule SET agreement_id = agreement_id",
      "UPDATE share_schedule SET recorded_at = '2020-01-01'",
      "TRUNCATE share_line",
      "UPDATE agreement_turn SET transaction_id = transaction_id",
    ])
      await expect(pool().query(statement)).rejects.toThrow("permission denied");
  });

  test("a schedule alone is neither deleted nor superseded", async () => {
    const rows = await agreementRows();
    await recordWhole(rows);
    const one = "agreement_id = $1 AND dimension = 'PROFIT'";
    const remove = commit(async (sql) => {
      await sql.query(`DELETE FROM share_line WHERE schedule_id IN (SELECT id FROM share_schedule WHERE ${one})`, [
        rows.agreementId,
      ]);
      await sql.query(`DELETE FROM share_schedule WHERE ${one}`, [rows.agreementId]);
    });
    await expect(remove).rejects.toThrow("GAP PROFIT");
    const supersede = pool().query(`UPDATE share_schedule SET superseded_at = now() WHERE ${one}`, [rows.agreementId]);
    await expect(supersede).rejects.toThrow("GAP PROFIT");
  });

  test("an agreement is not widened to days without shares", async () => {
    const rows = await agreementRows();
    await recordWhole(rows);
    for (const change of ["valid_from = '2025-12-31'", "valid_to = '2028-01-02'", "valid_to = NULL"]) {
      const widened = pool().query(`UPDATE agreement SET ${change} WHERE id = $1`, [rows.agreementId]);
      await expect(widened).rejects.toThrow("GAP CAPITAL");
    }
  });

  test("a member's time is not shortened under a share, and a member with shares is not deleted", async () => {
    const rows = await agreementRows();
    await recordWhole(rows);
    for (const change of ["valid_to = '2027-12-31'", "valid_from = '2026-01-02'"]) {
      const shortened = pool().query(`UPDATE partnership_member SET ${change} WHERE id = $1`, [rows.members[2]?.id]);
      await expect(shortened).rejects.toThrow("PARTY_NOT_ACTIVE");
    }
    const gone = pool().query("DELETE FROM partnership_member WHERE id = $1", [rows.members[2]?.id]);
    await expect(gone).rejects.toThrow("foreign key");
  });

  test("a member does not change partnership, organisation or place", async () => {
    const rows = await agreementRows();
    const other = await agreementRows();
    for (const [column, value] of [
      ["partnership_id", other.partnershipId],
      ["organisation_id", other.members[0]?.organisationId],
      ["position", 7],
    ]) {
      const moved = pool().query(`UPDATE partnership_member SET ${column} = $2 WHERE id = $1`, [
        rows.members[0]?.id,
        value,
      ]);
      await expect(moved).rejects.toThrow("IMMUTABLE");
    }
  });

  test("when it was recorded is the database's to say", async () => {
    const rows = await agreementRows();
    await commit(async (sql) => {
      for (const dimension of DIMENSIONS) {
        const found = await sql.query(
          `INSERT INTO share_schedule (agreement_id, dimension, valid_from, recorded_at, superseded_at)
           VALUES ($1, $2::"ShareDimension", '2026-01-01', '2020-01-01', '2021-01-01') RETURNING id`,
          [rows.agreementId, dimension],
        );
        for (const { memberId, ppm } of wholeLines(rows))
          await sql.query("INSERT INTO share_line VALUES ($1, $2, $3)", [found.rows[0].id, memberId, ppm]);
      }
    });
    const known = await pool().query(
      "SELECT bool_and(recorded_at > now() - interval '1 minute' AND superseded_at IS NULL) AS now FROM share_schedule WHERE agreement_id = $1",
      [rows.agreementId],
    );
    expect(known.rows[0].now).toBe(true);
  });
});
