import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { pool } from "#prisma/client.server.ts";
import { commit, type Rows, sign, wholeLines } from "#test/prisma/shares/agreement-rows.ts";
import { activeRows, capitalChanges, hashOf, propose, putInForce, rerecord } from "#test/prisma/shares/amend-rows.ts";
import { ISOLATIONS, race, type Work } from "#test/prisma/shares/race.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

const AMENDED = [400_000, 300_000, 300_000];

async function amendments(rows: Rows): Promise<{ state: string }[]> {
  return (await pool().query("SELECT state FROM amendment WHERE agreement_id = $1", [rows.agreementId])).rows;
}

/** The parts of the capital that are known to hold, each with the shares in the order of parties. */
async function capital(rows: Rows): Promise<{ from: string; ppm: number[] }[]> {
  const found = await pool().query(
    `SELECT s.valid_from::text AS "from", array_agg(l.ppm ORDER BY m.position) AS ppm
     FROM share_schedule s JOIN share_line l ON l.schedule_id = s.id JOIN partnership_member m ON m.id = l.member_id
     WHERE s.agreement_id = $1 AND s.dimension = 'CAPITAL' AND s.superseded_at IS NULL GROUP BY s.id ORDER BY 1`,
    [rows.agreementId],
  );
  return found.rows;
}

/** A distribution of the days that the amendment reaches, calculated before it and approved by two parties. */
async function approvedDistribution(rows: Rows): Promise<string> {
  const id = randomUUID();
  const [first, second] = rows.members;
  await pool().query(
    `INSERT INTO distribution_run (id, agreement_id, number, kind, period_from, period_to, inputs, inputs_sha256,
       engine_version, total_vnd, authors_vnd, authors_minimum_vnd, loss_carried_vnd, preferred_unpaid_vnd,
       proposed_by_member_id, proposed_by_id)
     VALUES ($1, $2, 1, 'DISTRIBUTION', '2027-01-01', '2027-07-01', '{}', $3, 'x', 0, 0, 0, 0, 0, $4, $5)`,
    [id, rows.agreementId, hashOf("{}"), first?.id, first?.personId],
  );
  for (const member of [first, second])
    await pool().query(
      "INSERT INTO distribution_approval (run_id, member_id, person_id, post) VALUES ($1, $2, $3, 'Đại diện')",
      [id, member?.id, member?.personId],
    );
  return id;
}

describe.each(ISOLATIONS)("two transactions at once (%s)", (isolation) => {
  test("do not both open an amendment", async () => {
    const rows = await activeRows();
    const opens =
      (rationale: string): Work =>
      (sql) =>
        propose(sql, rows, capitalChanges(rows), { rationale });
    const ends = await race(isolation, [opens("Phần vốn đổi"), opens("Phần vốn đổi")]);
    expect(ends.filter((end) => end === "committed")).toHaveLength(1);
    expect(await amendments(rows)).toEqual([{ state: "PROPOSED" }]);
  });

  test("do not put one amendment in force twice", async () => {
    const rows = await activeRows();
    const plan = capitalChanges(rows);
    await commit(async (sql) => sign(sql, rows, await propose(sql, rows, plan), rows.members));
    const enter: Work = async (sql) => {
      await rerecord(sql, rows, plan);
      await putInForce(sql, rows);
    };
    const ends = await race(isolation, [enter, enter]);
    expect(ends.filter((end) => end === "committed")).toHaveLength(1);
    expect(await amendments(rows)).toEqual([{ state: "SIGNED" }]);
    expect((await capital(rows)).map(({ ppm }) => ppm)).toEqual([wholeLines(rows).map(({ ppm }) => ppm), AMENDED]);
  });

  test("do not put an amendment in force and lock a distribution of its days", async () => {
    const rows = await activeRows();
    const plan = capitalChanges(rows);
    const run = await approvedDistribution(rows);
    await commit(async (sql) => sign(sql, rows, await propose(sql, rows, plan), rows.members));
    const ends = await race(isolation, [
      (sql) => sql.query("UPDATE distribution_run SET state = 'LOCKED', ended_at = now() WHERE id = $1", [run]),
      async (sql) => {
        await rerecord(sql, rows, plan);
        await putInForce(sql, rows);
      },
    ]);
    expect(ends.filter((end) => end === "committed").length).toBeGreaterThanOrEqual(1);
    const { rows: runs } = await pool().query("SELECT state FROM distribution_run WHERE id = $1", [run]);
    const [amendment] = await amendments(rows);
    expect([runs[0].state === "LOCKED", amendment?.state === "SIGNED"]).not.toEqual([true, true]);
    const isAmended = (await capital(rows)).some(({ ppm }) => ppm.join() === AMENDED.join());
    expect(isAmended).toBe(amendment?.state === "SIGNED");
  });
});
