import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { pool } from "#prisma/client.server.ts";
import { visibleTo } from "../file-view.ts";
import { existsForOfficers, isAuthor, isPublic } from "../initiative.policy.ts";
import { type AttachedFile, readWholeFile } from "../internal/whole-file.server.ts";
import { levelOn } from "../part.ts";
import { noteReading } from "../readers/internal/note.server.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * An attachment that this reader may download: everybody what is public on a public initiative; else whom its level
 * allows (`mayReadPart`), and that goes into the access log. Null for everybody else, and for what does not exist. Two
 * statements, three where the reading is logged.
 */
export async function findReadableAttachment(
  actor: Actor | null,
  id: string,
  at = new Date(),
): Promise<AttachedFile | null> {
  if (!UUID.test(id)) return null;
  const { rows } = await pool().query<{ code: string }>(
    "SELECT i.code FROM attachment a JOIN initiative i ON i.id = a.initiative_id WHERE a.id = $1",
    [id],
  );
  const file = rows[0] ? await readWholeFile(rows[0].code) : null;
  if (!file || (!existsForOfficers(file) && !isAuthor(actor, file))) return null;
  const today = dayInVietnam(at);
  const { attachments, reader } = visibleTo(actor, file, today);
  const found = attachments.find((one) => one.id === id);
  if (!found) return null;
  const isForAll = isPublic(file) && levelOn(found, today) === "PUBLIC";
  if (actor && !isForAll)
    await noteReading(file, { personId: actor.personId, reader, parts: [`attachment:${id}`] }, at);
  return found;
}
