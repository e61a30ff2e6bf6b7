import type { Tx } from "#prisma/client.server.ts";
import type { RunInputs, RunLine, Tier } from "./run.ts";

export type StoredRun = {
  id: string;
  number: number;
  kind: "DISTRIBUTION" | "LOSS";
  /** the number of the run that it sets right */
  compensates: number | null;
  inputs: RunInputs;
  lossCarriedVnd: string;
  preferredUnpaidVnd: string;
  lines: RunLine[];
};

type Row = Omit<StoredRun, "inputs" | "lines"> & {
  inputs: string;
  lines: { tier: Tier; party: number | null; author: string | null; amountVnd: string }[];
};

/** The locked runs of an agreement, by number, with what they were calculated from and their lines. */
export async function lockedRuns(tx: Tx, agreementId: string): Promise<StoredRun[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id::text, r.number, r.kind::text AS kind, c.number AS compensates, r.inputs,
      r.loss_carried_vnd::text AS "lossCarriedVnd", r.preferred_unpaid_vnd::text AS "preferredUnpaidVnd",
      (SELECT json_agg(json_build_object('tier', l.tier, 'party', m.position, 'author', l.author,
          'amountVnd', l.amount_vnd::text) ORDER BY l.position)
        FROM distribution_line l LEFT JOIN partnership_member m ON m.id = l.member_id WHERE l.run_id = r.id) AS lines
    FROM distribution_run r LEFT JOIN distribution_run c ON c.id = r.compensates_id
    WHERE r.agreement_id = ${agreementId}::uuid AND r.state = 'LOCKED' ORDER BY r.number`;
  return rows.map((row) => ({
    ...row,
    inputs: JSON.parse(row.inputs),
    lines: row.lines.map((line) => ({ ...line, amountVnd: BigInt(line.amountVnd) })),
  }));
}

/**
 * The first day after the last distribution of an agreement that is locked, or calculated and waiting for approval: no
 * amendment reaches further back. Null before the first.
 */
export async function distributedUntil(tx: Tx, agreementId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ until: string | null }[]>`
    SELECT max(period_to)::text AS until FROM distribution_run WHERE agreement_id = ${agreementId}::uuid AND state <> 'WITHDRAWN'`;
  return rows[0]?.until ?? null;
}
