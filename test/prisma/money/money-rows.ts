import { randomUUID } from "node:crypto";
import type pg from "pg";
import { pool } from "#prisma/client.server.ts";
import { type Rows, type Sql, signedRows } from "#test/prisma/shares/agreement-rows.ts";

export type Party = Rows["members"][number];

export const HASH = "a".repeat(64);

/** A signed agreement of three parties, with a commitment of each of 100 đồng and of 1 000 for the first. */
export async function committedRows(): Promise<Rows & { commitments: string[] }> {
  const rows = await signedRows();
  const commitments: string[] = [];
  for (const [place, party] of rows.members.entries())
    commitments.push(await commitment(pool(), rows, party, { number: place + 1, amount: place === 0 ? 1_000 : 100 }));
  return { ...rows, commitments };
}

type Commitment = { number: number; amount: number; kind?: string; valuer?: string | null };

export async function commitment(sql: Sql, rows: Rows, party: Party, facts: Commitment): Promise<string> {
  const { number, amount, kind = "CASH", valuer = null } = facts;
  const { rows: made } = await sql.query(
    `INSERT INTO capital_commitment (agreement_id, number, member_id, kind, description, committed_vnd, due_on,
       valuation_method, valuer, valued_on, report_sha256, recorded_by_id)
     VALUES ($1, $2, $3, $4::"ContributionKind", 'Góp vốn', $5, '2027-01-01', $6, $7, $8, $9, $10) RETURNING id`,
    [
      ...[rows.agreementId, number, party.id, kind, amount],
      ...(valuer === null ? [null, null, null, null] : ["So sánh", valuer, "2026-01-01", HASH]),
      party.personId,
    ],
  );
  return made[0].id;
}

type Event = { number: number; kind?: string; on?: string; commitment?: string | null; lines: [Party, number][] };

/** Writes an event with its lines in the name of a party, in the transaction of `sql`; returns its id. */
export async function event(sql: Sql, rows: Rows, party: Party, facts: Event): Promise<string> {
  const { number, kind = "ISSUE", on = "2026-02-01", commitment: against = null, lines } = facts;
  const id = randomUUID();
  await sql.query(
    `INSERT INTO capital_event (id, agreement_id, number, kind, on_day, commitment_id, reference, recorded_by_member_id, recorded_by_id)
     VALUES ($1, $2, $3, $4::"CapitalEventKind", $5, $6, 'UNC 1', $7, $8)`,
    [id, rows.agreementId, number, kind, on, against, party.id, party.personId],
  );
  for (const [{ id: memberId }, amount] of lines)
    await sql.query("INSERT INTO capital_line (event_id, member_id, amount_vnd) VALUES ($1, $2, $3)", [
      id,
      memberId,
      amount,
    ]);
  return id;
}

export function confirm(sql: Sql, eventId: string, party: Party) {
  return sql.query(
    `UPDATE capital_event SET confirmed_by_member_id = $2, confirmed_by_id = $3, confirmed_at = now() WHERE id = $1`,
    [eventId, party.id, party.personId],
  );
}

/** A body of the State with somebody who records its money. */
export async function fundBody(house = "STATE"): Promise<{ organisationId: string; personId: string }> {
  const [organisationId, personId] = [randomUUID(), randomUUID()];
  await pool().query("INSERT INTO person (id, email) VALUES ($1, $2)", [personId, `${personId}@example.vn`]);
  await pool().query(
    `INSERT INTO organisation (id, scheme, identifier, name_vi, house, province_code, verified_at)
     SELECT $1::uuid, 'VN-PORTAL', $1::text, 'Quỹ thử', $2::"House", min(code), now() FROM province`,
    [organisationId, house],
  );
  await pool().query("INSERT INTO role_grant (person_id, role, organisation_id) VALUES ($1, 'FUND', $2)", [
    personId,
    organisationId,
  ]);
  return { organisationId, personId };
}

type Fund = Awaited<ReturnType<typeof fundBody>>;

export async function fundingLine(sql: Sql, rows: Rows, fund: Fund, allocated = 1_000, source = "OTHER") {
  const id = randomUUID();
  await sql.query(
    `INSERT INTO funding_line (id, agreement_id, number, source, budget_line, organisation_id, allocated_vnd, reference, recorded_by_id)
     SELECT $1, $2, 1 + count(*), $3::"FundingSource", 'Khoản 1', $4, $5, 'QĐ 1', $6 FROM funding_line WHERE agreement_id = $2`,
    [id, rows.agreementId, source, fund.organisationId, allocated, fund.personId],
  );
  return id;
}

export async function tranche(sql: Sql, lineId: string, fund: Fund, number: number, amount: number) {
  const id = randomUUID();
  await sql.query(
    `INSERT INTO funding_tranche (id, line_id, number, due_on, amount_vnd, condition, recorded_by_id)
     VALUES ($1, $2, $3, '2026-06-30', $4, 'Có biên bản', $5)`,
    [id, lineId, number, amount, fund.personId],
  );
  return id;
}

type Payment = { number: number; amount: number; on?: string; tranche?: string | null };

export function payment(
  sql: Pick<pg.ClientBase, "query">,
  lineId: string,
  { fund, member }: { fund: Fund; member: Party },
  { number, amount, on = "2026-02-01", tranche: of = null }: Payment,
) {
  return sql.query(
    `INSERT INTO funding_transaction (line_id, number, tranche_id, on_day, amount_vnd, member_id, reference, recorded_by_id, refund_ground)
     VALUES ($1, $2, $3, $4, $5, $6, 'UNC 1', $7, $8)`,
    [lineId, number, of, on, amount, member.id, fund.personId, amount < 0 ? "UNUSED" : null],
  );
}
