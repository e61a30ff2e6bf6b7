import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { pool } from "#prisma/client.server.ts";
import { commit, type Line, member, type Rows, sign, wholeLines } from "#test/prisma/shares/agreement-rows.ts";
import {
  activeRows,
  amend,
  capitalChanges,
  DAYS,
  FROM,
  hashOf,
  propose,
  putInForce,
  rerecord,
  shifted,
} from "#test/prisma/shares/amend-rows.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

async function currentCapital(rows: Rows) {
  const found = await pool().query(
    `SELECT s.valid_from::text AS "from", array_agg(l.ppm ORDER BY m.position) AS ppm
     FROM share_schedule s JOIN share_line l ON l.schedule_id = s.id JOIN partnership_member m ON m.id = l.member_id
     WHERE s.agreement_id = $1 AND s.dimension = 'CAPITAL' AND s.superseded_at IS NULL GROUP BY 1 ORDER BY 1`,
    [rows.agreementId],
  );
  return found.rows;
}

describe("a signed agreement, whoever writes,", () => {
  test("changes by an amendment that everybody signed, and what was known before stays", async () => {
    const rows = await activeRows();
    await amend(rows);
    expect(await currentCapital(rows)).toEqual([
      { from: DAYS[0], ppm: [500_000, 300_000, 200_000] },
      { from: FROM, ppm: [400_000, 300_000, 300_000] },
    ]);
    const { rowCount } = await pool().query(
      "SELECT FROM share_schedule WHERE agreement_id = $1 AND superseded_at IS NOT NULL",
      [rows.agreementId],
    );
    expect(rowCount).toBe(1);
  });

  test("does not change without an amendment", async () => {
    const rows = await activeRows();
    const plan = capitalChanges(rows);
    await expect(commit((sql) => rerecord(sql, rows, plan))).rejects.toThrow("FROZEN shares");
    const superseded = pool().query("UPDATE share_schedule SET superseded_at = now() WHERE agreement_id = $1", [
      rows.agreementId,
    ]);
    await expect(superseded).rejects.toThrow("GAP CAPITAL");
    const amending = pool().query("UPDATE agreement SET state = 'AMENDING' WHERE id = $1", [rows.agreementId]);
    await expect(amending).rejects.toThrow("AMENDING");
  });

  test("does not change while its amendment still waits for a signature", async () => {
    const rows = await activeRows();
    await expect(amend(rows, capitalChanges(rows), rows.members.slice(0, 2))).rejects.toThrow("NOT_SIGNED_BY");
    await commit((sql) => propose(sql, rows, capitalChanges(rows)));
    await expect(commit((sql) => rerecord(sql, rows, capitalChanges(rows)))).rejects.toThrow("TEXT_NOT_SHARES");
    const reopened = pool().query("UPDATE agreement SET state = 'ACTIVE' WHERE id = $1", [rows.agreementId]);
    await expect(reopened).rejects.toThrow("AMENDING");
  });

  test("holds exactly what the signed text says", async () => {
    const rows = await activeRows();
    const plan = capitalChanges(rows);
    const other = {
      ...plan,
      CAPITAL: plan.CAPITAL.map((period) => ({ ...period, lines: wholeLines(rows) })),
    };
    const cheated = commit(async (sql) => {
      const hash = await propose(sql, rows, plan);
      await sign(sql, rows, hash);
      await rerecord(sql, rows, other);
      await putInForce(sql, rows);
    });
    await expect(cheated).rejects.toThrow("TEXT_NOT_SHARES");
  });

  test("keeps the shares of the days before the amendment", async () => {
    const rows = await activeRows();
    const plan = capitalChanges(rows);
    const early = {
      ...plan,
      CAPITAL: [
        { from: DAYS[0], to: "2026-07-01", lines: wholeLines(rows) },
        { from: "2026-07-01", to: DAYS[1], lines: shifted(rows) },
      ],
    };
    await expect(amend(rows, early)).rejects.toThrow("AMENDMENT_REWRITES");
  });

  test("needs the signature of a party that the amendment takes out", async () => {
    const rows = await activeRows();
    const [first, second, third] = rows.members;
    if (!first || !second || !third) throw new Error();
    const left = [
      { memberId: first.id, ppm: 700_000 },
      { memberId: second.id, ppm: 300_000 },
    ];
    const plan = capitalChanges(rows);
    const out = { ...plan, CAPITAL: plan.CAPITAL.map((one) => (one.from === FROM ? { ...one, lines: left } : one)) };
    await expect(amend(rows, out, [first, second])).rejects.toThrow("NOT_SIGNED_BY");
    await amend(rows, out);
  });

  test("takes no shares for a party that is no member that day, sums that are off, or uncovered days", async () => {
    const rows = await activeRows();
    const late = await member(rows.partnershipId, 4, "ENTERPRISE");
    await pool().query("UPDATE partnership_member SET valid_from = '2027-06-01' WHERE id = $1", [late.id]);
    const more = { ...rows, members: [...rows.members, late] };
    const plan = capitalChanges(more);
    const withLate = [400_000, 300_000, 200_000, 100_000].map((ppm, place) => ({
      memberId: more.members[place]?.id ?? "",
      ppm,
    }));
    const change = (lines: readonly Line[], to: string = DAYS[1]) => ({
      ...capitalChanges(rows),
      CAPITAL: plan.CAPITAL.map((one) =>
        one.from === FROM ? { ...one, lines, to } : { ...one, lines: wholeLines(rows) },
      ),
    });
    await expect(amend(more, change(withLate))).rejects.toThrow("PARTY_NOT_ACTIVE");
    const [first, ...rest] = shifted(rows);
    if (!first) throw new Error();
    await expect(amend(rows, change([{ ...first, ppm: first.ppm + 1 }, ...rest]))).rejects.toThrow("SUM_NOT_100");
    await expect(amend(rows, change(shifted(rows), "2027-12-31"))).rejects.toThrow("GAP CAPITAL");
  });

  test("has one open amendment, on the text that holds, within its days", async () => {
    const rows = await activeRows();
    const plan = capitalChanges(rows);
    await commit((sql) => propose(sql, rows, plan));
    await expect(commit((sql) => propose(sql, rows, plan, { rationale: "Phần vốn đổi" }))).rejects.toThrow();
    const other = await activeRows();
    const elsewhere = capitalChanges(other);
    await expect(commit((sql) => propose(sql, other, elsewhere, { baseSha256: "0".repeat(64) }))).rejects.toThrow(
      "AMENDMENT_BASE",
    );
    await expect(commit((sql) => propose(sql, other, elsewhere, { effectiveFrom: "2027-02-01" }))).rejects.toThrow(
      "AMENDMENT_TEXT",
    );
  });

  test("never loses or changes an amendment, and one that ended moves no more", async () => {
    const rows = await activeRows();
    await amend(rows);
    for (const change of ["text = 'x'", "number = 9", "effective_from = '2027-03-01'", "rationale = 'x'"])
      await expect(
        pool().query(`UPDATE amendment SET ${change} WHERE agreement_id = $1`, [rows.agreementId]),
      ).rejects.toThrow("permission denied");
    await expect(pool().query("DELETE FROM amendment WHERE agreement_id = $1", [rows.agreementId])).rejects.toThrow(
      "permission denied",
    );
    await expect(
      pool().query("UPDATE amendment SET state = 'WITHDRAWN' WHERE agreement_id = $1", [rows.agreementId]),
    ).rejects.toThrow("NO_TRANSITION");
  });

  test("takes no line into a schedule that was recorded before", async () => {
    const rows = await activeRows();
    const late = await member(rows.partnershipId, 4, "ENTERPRISE");
    await commit((sql) => propose(sql, rows, capitalChanges(rows)));
    const slipped = pool().query(
      "INSERT INTO share_line (schedule_id, member_id, ppm) SELECT id, $2, 0 FROM share_schedule WHERE agreement_id = $1",
      [rows.agreementId, late.id],
    );
    await expect(slipped).rejects.toThrow("FROZEN shares");
  });

  test("locks no distribution that was calculated from shares which an amendment changed since", async () => {
    const rows = await activeRows();
    const id = randomUUID();
    const [first, second] = rows.members;
    await pool().query(
      `INSERT INTO distribution_run (id, agreement_id, number, kind, period_from, period_to, inputs, inputs_sha256,
         engine_version, total_vnd, authors_vnd, authors_minimum_vnd, loss_carried_vnd, preferred_unpaid_vnd,
         proposed_by_member_id, proposed_by_id)
       VALUES ($1, $2, 1, 'DISTRIBUTION', '2027-01-01', '2027-07-01', '{}', $3, 'x', 0, 0, 0, 0, 0, $4, $5)`,
      [id, rows.agreementId, hashOf("{}"), first?.id, first?.personId],
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    await amend(rows);
    const locked = commit(async (sql) => {
      for (const member of [first, second])
        await sql.query(
          "INSERT INTO distribution_approval (run_id, member_id, person_id, post) VALUES ($1, $2, $3, 'Đại diện')",
          [id, member?.id, member?.personId],
        );
      await sql.query("UPDATE distribution_run SET state = 'LOCKED', ended_at = now() WHERE id = $1", [id]);
    });
    await expect(locked).rejects.toThrow("RETROACTIVE_AFTER_DISTRIBUTION");
  });
});
