import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import { canonicalJson } from "#app/platform/canonical.ts";
import { pool } from "#prisma/client.server.ts";

export const DIMENSIONS = ["CAPITAL", "RISK", "PROFIT"] as const;
export const HOUSES = ["STATE", "SCHOOL", "ENTERPRISE"] as const;

/** What the guards are tried on: a partnership of three houses with one agreement over 2026 and 2027. */
export type Rows = {
  partnershipId: string;
  agreementId: string;
  /** in the order of parties; each with a person who may sign for it */
  members: { id: string; organisationId: string; personId: string }[];
};

export type Sql = Pick<pg.ClientBase, "query">;

/** Writes the rows as the application's role, past every command. */
export async function agreementRows(houses: readonly string[] = HOUSES): Promise<Rows> {
  const partnershipId = randomUUID();
  const agreementId = randomUUID();
  const creator = await person();
  await pool().query(
    `INSERT INTO partnership (id, code, state, form, title, description, valid_from, created_by_id)
     VALUES ($1, $2, 'FORMING', 'CONTRACT_CONSORTIUM', '{"vi":"Thử"}', '{"vi":"Thử"}', '2026-01-01', $3)`,
    [partnershipId, `DA-${partnershipId}`, creator],
  );
  const members = [];
  for (const [place, house] of houses.entries()) members.push(await member(partnershipId, place + 1, house));
  await pool().query(
    `INSERT INTO agreement (id, partnership_id, product_code, valid_from, valid_to)
     SELECT $1, $2, min(code), '2026-01-01', '2028-01-01' FROM strategic_product`,
    [agreementId, partnershipId],
  );
  return { partnershipId, agreementId, members };
}

async function person(): Promise<string> {
  const id = randomUUID();
  await pool().query("INSERT INTO person (id, email) VALUES ($1, $2)", [id, `${id}@example.vn`]);
  return id;
}

/** One more member, with an organisation of that house and a representative. */
export async function member(partnershipId: string, position: number, house: string) {
  const [id, organisationId, personId] = [randomUUID(), randomUUID(), await person()];
  await pool().query(
    `INSERT INTO organisation (id, scheme, identifier, name_vi, house, province_code, verified_at)
     SELECT $1::uuid, 'VN-PORTAL', $1::text, 'Tổ chức thử', $2::"House", min(code), now() FROM province`,
    [organisationId, house],
  );
  await pool().query("INSERT INTO role_grant (person_id, role, organisation_id) VALUES ($1, 'PARTY_REP', $2)", [
    personId,
    organisationId,
  ]);
  await pool().query(
    `INSERT INTO partnership_member (id, partnership_id, organisation_id, role, position, valid_from, joined_at)
     VALUES ($1, $2, $3, $4::"MemberRole", $5, '2026-01-01', now())`,
    [id, partnershipId, organisationId, position === 1 ? "LEAD" : "PARTNER", position],
  );
  return { id, organisationId, personId };
}

export type Line = { memberId: string; ppm: number };

/** A schedule with its lines; returns its id. */
export async function schedule(
  sql: Sql,
  agreementId: string,
  dimension: string,
  lines: readonly Line[],
  period: readonly [string, string | null] = ["2026-01-01", "2028-01-01"],
): Promise<string> {
  const id = randomUUID();
  await sql.query(
    `INSERT INTO share_schedule (id, agreement_id, dimension, valid_from, valid_to)
     VALUES ($1, $2, $3::"ShareDimension", $4, $5)`,
    [id, agreementId, dimension, ...period],
  );
  for (const { memberId, ppm } of lines)
    await sql.query("INSERT INTO share_line (schedule_id, member_id, ppm) VALUES ($1, $2, $3)", [id, memberId, ppm]);
  return id;
}

/** 50 %, 30 %, 20 % and nothing for whoever comes after. */
export function wholeLines(rows: Rows): Line[] {
  return rows.members.map(({ id }, place) => ({ memberId: id, ppm: [500_000, 300_000, 200_000][place] ?? 0 }));
}

/** Runs statements as one transaction of the application's role and commits. */
export async function commit(work: (sql: pg.PoolClient) => Promise<unknown>, isolation = "READ COMMITTED") {
  const client = await pool().connect();
  try {
    await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
    await work(client);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

/** Whole schedules on all three dimensions. */
export async function recordWhole(rows: Rows): Promise<void> {
  await commit(async (sql) => {
    for (const dimension of DIMENSIONS) await schedule(sql, rows.agreementId, dimension, wholeLines(rows));
  });
}

/** What is agreed and, as there is capital of a State body in it, approved; returns the text's hash. */
export async function agree(rows: Rows): Promise<string> {
  const hash = await draft(rows);
  await approve(rows, hash);
  return hash;
}

/** What a consortium needs. */
export const TERMS = { form: { contractNumber: "1/2026", leadPowers: "Lập báo cáo chung.", liability: "JOINT" } };

/** Sets the text that says what is recorded, and the state AGREED_DRAFT; returns the text's hash. */
async function draft(rows: Rows): Promise<string> {
  const found = await pool().query(
    `SELECT jsonb_build_object('version', a.version, 'validity', jsonb_build_object('from', a.valid_from, 'to', a.valid_to),
       'schedules', (SELECT jsonb_agg(jsonb_build_object('dimension', s.dimension, 'from', s.valid_from, 'to', s.valid_to,
         'lines', (SELECT jsonb_agg(jsonb_build_object('party', m.position, 'ppm', l.ppm) ORDER BY m.position)
           FROM share_line l JOIN partnership_member m ON m.id = l.member_id WHERE l.schedule_id = s.id))
         ORDER BY s.dimension, s.valid_from) FROM share_schedule s WHERE s.agreement_id = a.id)) AS text
     FROM agreement a WHERE a.id = $1`,
    [rows.agreementId],
  );
  const text = canonicalJson({ ...found.rows[0].text, terms: TERMS });
  const hash = createHash("sha256").update(text).digest("hex");
  await pool().query(
    "UPDATE agreement SET state = 'AGREED_DRAFT', text = $2, text_sha256 = $3, terms = $4, agreed_at = now() WHERE id = $1",
    [rows.agreementId, text, hash, JSON.stringify(TERMS)],
  );
  return hash;
}

/** An authority outside the partnership approves the agreed text. */
async function approve(rows: Rows, hash: string): Promise<void> {
  const [organisationId, personId] = [randomUUID(), await person()];
  await pool().query(
    `INSERT INTO organisation (id, scheme, identifier, name_vi, house, province_code, verified_at)
     SELECT $1::uuid, 'VN-PORTAL', $1::text, 'Cơ quan thẩm định', 'STATE', min(code), now() FROM province`,
    [organisationId],
  );
  await pool().query("INSERT INTO role_grant (person_id, role, organisation_id) VALUES ($1, 'STEERING', $2)", [
    personId,
    organisationId,
  ]);
  await pool().query(
    `INSERT INTO appraisal (agreement_id, version, text_sha256, organisation_id, submitted_by_id)
     SELECT id, version, $2, $3, $4 FROM agreement WHERE id = $1`,
    [rows.agreementId, hash, organisationId, rows.members[0]?.personId],
  );
  await pool().query("UPDATE agreement SET state = 'UNDER_APPRAISAL' WHERE id = $1", [rows.agreementId]);
  await pool().query(
    `UPDATE appraisal SET outcome = 'APPROVED', reason = 'Đúng quy định', post = 'Chuyên viên', decided_by_id = $2, decided_at = now()
     WHERE agreement_id = $1 AND outcome IS NULL`,
    [rows.agreementId, personId],
  );
  await pool().query("UPDATE agreement SET state = 'APPROVED' WHERE id = $1", [rows.agreementId]);
}

export async function sign(sql: Sql, rows: Rows, hash: string, members = rows.members): Promise<void> {
  for (const { id, personId } of members)
    await sql.query(
      "INSERT INTO signature (agreement_id, member_id, person_id, post, text_sha256) VALUES ($1, $2, $3, 'Đại diện', $4)",
      [rows.agreementId, id, personId, hash],
    );
}

export async function setSigned(sql: Sql, rows: Rows): Promise<void> {
  await sql.query("UPDATE agreement SET state = 'SIGNED', signed_at = now() WHERE id = $1", [rows.agreementId]);
}

/** Recorded, agreed and signed by everybody. */
export async function signedRows(): Promise<Rows> {
  const rows = await agreementRows();
  await recordWhole(rows);
  const hash = await agree(rows);
  await commit(async (sql) => {
    await sign(sql, rows, hash);
    await setSigned(sql, rows);
  });
  return rows;
}
