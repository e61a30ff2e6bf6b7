import type { Actor } from "#app/domain/accounts/actor.ts";
import { pool } from "#prisma/client.server.ts";

/** A text whose hash stands on the record: a receipt that the author took, or a submitted version. */
export type Proof = {
  kind: "priority" | "version";
  number: number;
  at: string;
  sha256: string;
  entryNo: number | null;
};

type Row = Omit<Proof, "at" | "entryNo"> & { at: Date; entryNo: bigint | null };

// A version stands on the record with the step that it was submitted by.
const VERSIONS = `
  SELECT 'version' AS kind, v.initiative_id, v.number, v.submitted_at AS at, v.sha256, v.content,
    (SELECT s.record_entry_id FROM initiative_step s WHERE s.initiative_id = v.initiative_id
      AND s.to_state = 'SUBMITTED' AND s.at = v.submitted_at LIMIT 1) AS "entryNo"
  FROM initiative_version v`;
const RECEIPTS = `
  SELECT 'priority' AS kind, p.initiative_id, p.number, p.at, p.sha256, p.content, p.record_entry_id AS "entryNo"
  FROM priority_receipt p`;

/** Every proof of one's own initiative, the newest first; 200 at most. Null for everybody but the proposer. */
export async function listProofs(actor: Actor, code: string): Promise<{ code: string; proofs: Proof[] } | null> {
  const mine = await ownId(actor, code);
  if (mine === null) return null;
  const { rows } = await pool().query<Row>(
    `SELECT kind, number, at, sha256, "entryNo" FROM (${RECEIPTS} WHERE p.initiative_id = $1
      UNION ALL ${VERSIONS} WHERE v.initiative_id = $1) AS proof ORDER BY at DESC, number DESC LIMIT 200`,
    [mine],
  );
  return { code, proofs: rows.map(proofOf) };
}

/** The very text of a proof, to be kept; null for everybody but the proposer, and for none. */
export async function findProofText(
  actor: Actor,
  code: string,
  which: { kind: Proof["kind"]; number: number },
): Promise<string | null> {
  const mine = await ownId(actor, code);
  if (mine === null) return null;
  const source =
    which.kind === "version"
      ? `${VERSIONS} WHERE v.initiative_id = $1 AND v.number = $2`
      : `${RECEIPTS} WHERE p.initiative_id = $1 AND p.number = $2`;
  const { rows } = await pool().query<{ content: string }>(source, [mine, which.number]);
  return rows[0]?.content ?? null;
}

/** When a hash (64 hexadecimal digits) was recorded, and nothing else; null where it never was. One statement. */
export async function findRecordedHash(sha256: string): Promise<Pick<Proof, "sha256" | "at" | "entryNo"> | null> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  const { rows } = await pool().query<Row>(
    `SELECT kind, number, at, sha256, "entryNo" FROM (${RECEIPTS} WHERE p.sha256 = $1
      UNION ALL ${VERSIONS} WHERE v.sha256 = $1) AS proof ORDER BY at LIMIT 1`,
    [sha256],
  );
  const [found] = rows.map(proofOf);
  return found ? { sha256: found.sha256, at: found.at, entryNo: found.entryNo } : null;
}

async function ownId(actor: Actor, code: string): Promise<string | null> {
  const { rows } = await pool().query<{ id: string }>(
    "SELECT id FROM initiative WHERE code = $1 AND proposer_id = $2",
    [code, actor.personId],
  );
  return rows[0]?.id ?? null;
}

function proofOf({ kind, number, at, sha256, entryNo }: Row): Proof {
  return { kind, number, at: at.toISOString(), sha256, entryNo: entryNo === null ? null : Number(entryNo) };
}
