import { describe, expect, test } from "vitest";
import { pool } from "#prisma/client.server.ts";
import {
  agree,
  agreementRows,
  DIMENSIONS,
  type Rows,
  recordWhole,
  schedule,
  setSigned,
  sign,
  wholeLines,
} from "#test/prisma/shares/agreement-rows.ts";
import { ISOLATIONS, race, type Work } from "#test/prisma/shares/race.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

async function isWhole(rows: Rows): Promise<boolean> {
  const found = await pool().query(
    `SELECT bool_and(total = 1000000) AND count(*) FILTER (WHERE covers) = 3 AS whole FROM (
       SELECT sum(l.ppm) AS total, daterange(s.valid_from, s.valid_to) @> daterange(a.valid_from, a.valid_to) AS covers
       FROM agreement a JOIN share_schedule s ON s.agreement_id = a.id AND s.superseded_at IS NULL
         LEFT JOIN share_line l ON l.schedule_id = s.id
       WHERE a.id = $1 GROUP BY s.id, a.id) AS one`,
    [rows.agreementId],
  );
  return found.rows[0].whole;
}

describe.each(ISOLATIONS)("two transactions at once (%s)", (isolation) => {
  test("do not shorten a member's time and give that member a share", async () => {
    const rows = await agreementRows();
    const ends = await race(isolation, [
      async (sql) => {
        for (const dimension of DIMENSIONS) await schedule(sql, rows.agreementId, dimension, wholeLines(rows));
      },
      (sql) =>
        sql.query("UPDATE partnership_member SET valid_to = '2027-01-01', role = role WHERE id = $1", [
          rows.members[0]?.id,
        ]),
    ]);
    expect(ends.filter((end) => end === "committed").length).toBeGreaterThanOrEqual(1);
    const broken = await pool().query(
      `SELECT FROM share_line l JOIN share_schedule s ON s.id = l.schedule_id JOIN partnership_member m ON m.id = l.member_id
       WHERE s.agreement_id = $1 AND l.ppm > 0 AND NOT daterange(m.valid_from, m.valid_to) @> daterange(s.valid_from, s.valid_to)`,
      [rows.agreementId],
    );
    expect(broken.rowCount).toBe(0);
  });

  test("do not widen the agreement and record shares for its former days", async () => {
    const rows = await agreementRows();
    await race(isolation, [
      async (sql) => {
        for (const dimension of DIMENSIONS) await schedule(sql, rows.agreementId, dimension, wholeLines(rows));
      },
      (sql) => sql.query("UPDATE agreement SET valid_to = '2030-01-01' WHERE id = $1", [rows.agreementId]),
    ]);
    const recorded = await pool().query("SELECT FROM share_schedule WHERE agreement_id = $1", [rows.agreementId]);
    expect(recorded.rowCount === 0 || (await isWhole(rows))).toBe(true);
  });

  test("do not record the shares twice", async () => {
    const rows = await agreementRows();
    const record: Work = async (sql) => {
      for (const dimension of DIMENSIONS) await schedule(sql, rows.agreementId, dimension, wholeLines(rows));
    };
    const ends = await race(isolation, [record, record]);
    expect(ends.filter((end) => end === "committed").length).toBeLessThanOrEqual(1);
    expect((await isWhole(rows)) ?? true).toBe(true);
  });

  test("do not take the same line away and put a new one in its place twice", async () => {
    const rows = await agreementRows();
    await recordWhole(rows);
    const swap =
      (from: number, to: number): Work =>
      async (sql) => {
        const found = await sql.query(
          `DELETE FROM share_line WHERE member_id = $2 AND schedule_id =
             (SELECT id FROM share_schedule WHERE agreement_id = $1 AND dimension = 'RISK') RETURNING schedule_id, ppm`,
          [rows.agreementId, rows.members[from]?.id],
        );
        for (const { schedule_id, ppm } of found.rows) {
          await sql.query("DELETE FROM share_line WHERE schedule_id = $1 AND member_id = $2", [
            schedule_id,
            rows.members[to]?.id,
          ]);
          await sql.query("INSERT INTO share_line VALUES ($1, $2, $3)", [
            schedule_id,
            rows.members[to]?.id,
            ppm + (to === 1 ? 300_000 : 200_000),
          ]);
        }
      };
    await race(isolation, [swap(0, 1), swap(0, 2)]);
    expect(await isWhole(rows)).toBe(true);
  });

  test("do not agree a draft and change its shares", async () => {
    const rows = await agreementRows();
    await recordWhole(rows);
    const change: Work = async (sql) => {
      const ids = "(SELECT id FROM share_schedule WHERE agreement_id = $1 AND dimension = 'RISK')";
      await sql.query(`DELETE FROM share_line WHERE schedule_id IN ${ids}`, [rows.agreementId]);
      await sql.query("DELETE FROM share_schedule WHERE agreement_id = $1 AND dimension = 'RISK'", [rows.agreementId]);
      const [first] = rows.members;
      await schedule(sql, rows.agreementId, "RISK", [{ memberId: first?.id ?? "", ppm: 1_000_000 }]);
    };
    await race(isolation, [change, () => agree(rows)]);
    expect(await isWhole(rows)).toBe(true);
    const said = await pool().query(
      `SELECT a.state, (SELECT count(*) FROM share_line l JOIN share_schedule s ON s.id = l.schedule_id
         WHERE s.agreement_id = a.id AND s.dimension = 'RISK')::int AS recorded,
         jsonb_array_length(jsonb_path_query_first(a.text::jsonb, '$.schedules[*] ? (@.dimension == "RISK").lines')) AS said
       FROM agreement a WHERE a.id = $1`,
      [rows.agreementId],
    );
    const [{ state, recorded, said: inText }] = said.rows;
    expect(state === "NEGOTIATION" || recorded === inText).toBe(true);
  });

  test("do not reopen a draft and sign it", async () => {
    const rows = await agreementRows();
    await recordWhole(rows);
    const hash = await agree(rows);
    const ends = await race(isolation, [
      async (sql) => {
        await sign(sql, rows, hash);
        await setSigned(sql, rows);
      },
      (sql) =>
        sql.query(
          "UPDATE agreement SET state = 'NEGOTIATION', text = NULL, text_sha256 = NULL, agreed_at = NULL, version = 2 WHERE id = $1",
          [rows.agreementId],
        ),
    ]);
    expect(ends.filter((end) => end === "committed")).toHaveLength(1);
  });
});
