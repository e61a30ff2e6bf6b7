import { createHash } from "node:crypto";
import type pg from "pg";
import { canonicalJson } from "#app/platform/canonical.ts";
import { pool } from "#prisma/client.server.ts";
import {
  commit,
  DIMENSIONS,
  type Line,
  type Rows,
  schedule,
  sign,
  signedRows,
  wholeLines,
} from "#test/prisma/shares/agreement-rows.ts";

export const FROM = "2027-01-01";
export const DAYS = ["2026-01-01", "2028-01-01"] as const;

export async function activeRows(): Promise<Rows> {
  const rows = await signedRows();
  await pool().query("UPDATE agreement SET state = 'ACTIVE' WHERE id = $1", [rows.agreementId]);
  return rows;
}

type Period = { from: string; to: string; lines: readonly Line[] };
/** The periods of every dimension after the change. */
type Plan = Record<(typeof DIMENSIONS)[number], Period[]>;

export function shifted(rows: Rows): Line[] {
  return rows.members.map(({ id }, place) => ({ memberId: id, ppm: [400_000, 300_000, 300_000][place] ?? 0 }));
}

/** Capital changes on the first day of 2027; risk and profit stay as they are. */
export function capitalChanges(rows: Rows): Plan {
  const whole = [{ from: DAYS[0], to: DAYS[1], lines: wholeLines(rows) }];
  return {
    CAPITAL: [
      { from: DAYS[0], to: FROM, lines: wholeLines(rows) },
      { from: FROM, to: DAYS[1], lines: shifted(rows) },
    ],
    RISK: whole,
    PROFIT: whole,
  };
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Writes a proposal as the application's role; gives the hash of its text. `more` overwrites what the text says. */
export async function propose(sql: pg.PoolClient, rows: Rows, plan: Plan, more: object = {}): Promise<string> {
  const places = new Map(rows.members.map(({ id }, place) => [id, place + 1]));
  const { rows: found } = await sql.query(
    `SELECT governing_text(id) AS text, version, 1 + (SELECT count(*)::int FROM amendment WHERE agreement_id = a.id) AS number
     FROM agreement a WHERE id = $1`,
    [rows.agreementId],
  );
  const { text: base, version, number } = found[0];
  const said = {
    number,
    effectiveFrom: FROM,
    rationale: "Phần vốn đổi",
    baseSha256: hashOf(base),
    version,
    validity: { from: DAYS[0], to: DAYS[1] },
    parties: rows.members.map((_member, place) => ({ position: place + 1 })),
    schedules: DIMENSIONS.flatMap((dimension) =>
      plan[dimension].map(({ from, to, lines }) => ({
        dimension,
        from,
        to,
        lines: lines.map(({ memberId, ppm }) => ({ party: places.get(memberId), ppm })),
      })),
    ),
    ...more,
  };
  const text = canonicalJson(said);
  await sql.query(
    `INSERT INTO amendment (agreement_id, number, effective_from, rationale, base_sha256, text, text_sha256,
       proposed_by_member_id, proposed_by_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      rows.agreementId,
      number,
      FROM,
      "Phần vốn đổi",
      said.baseSha256,
      text,
      hashOf(text),
      rows.members[0]?.id,
      rows.members[0]?.personId,
    ],
  );
  await sql.query("UPDATE agreement SET state = 'AMENDING' WHERE id = $1", [rows.agreementId]);
  return hashOf(text);
}

/** Supersedes what stands of a dimension and records its periods anew. */
export async function rerecord(
  sql: pg.PoolClient,
  rows: Rows,
  plan: Plan,
  dimensions: readonly (keyof Plan)[] = ["CAPITAL"],
) {
  for (const dimension of dimensions) {
    await sql.query(
      `UPDATE share_schedule SET superseded_at = now()
       WHERE agreement_id = $1 AND dimension = $2::"ShareDimension" AND superseded_at IS NULL`,
      [rows.agreementId, dimension],
    );
    for (const { from, to, lines } of plan[dimension])
      await schedule(sql, rows.agreementId, dimension, lines, [from, to]);
  }
}

export async function putInForce(sql: pg.PoolClient, rows: Rows) {
  await sql.query(
    "UPDATE amendment SET state = 'SIGNED', ended_at = now() WHERE agreement_id = $1 AND state = 'PROPOSED'",
    [rows.agreementId],
  );
  await sql.query("UPDATE agreement SET state = 'ACTIVE' WHERE id = $1", [rows.agreementId]);
}

export async function amend(rows: Rows, plan = capitalChanges(rows), signers = rows.members) {
  await commit(async (sql) => {
    const hash = await propose(sql, rows, plan);
    await sign(sql, rows, hash, signers);
    await rerecord(sql, rows, plan);
    await putInForce(sql, rows);
  });
}
