import type { Actor } from "#app/domain/accounts/actor.ts";
import { pool } from "#prisma/client.server.ts";
import { visibleTo } from "../file-view.ts";
import { existsForOfficers, isProposer } from "../initiative.policy.ts";
import { type AttachedFile, readWholeFile } from "../internal/whole-file.server.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * An attachment that this reader may download: everybody what is marked public once the initiative is; before that the
 * proposer, the bodies at work, the auditor, and an evaluator who declared no conflict. Null for everybody else, and for
 * what does not exist. Two statements.
 */
export async function findReadableAttachment(actor: Actor | null, id: string): Promise<AttachedFile | null> {
  if (!UUID.test(id)) return null;
  const { rows } = await pool().query<{ code: string }>(
    "SELECT i.code FROM attachment a JOIN initiative i ON i.id = a.initiative_id WHERE a.id = $1",
    [id],
  );
  const file = rows[0] ? await readWholeFile(rows[0].code) : null;
  if (!file || (!existsForOfficers(file) && !isProposer(actor, file))) return null;
  return visibleTo(actor, file).attachments.find((one) => one.id === id) ?? null;
}
