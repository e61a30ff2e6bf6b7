import { pool } from "#prisma/client.server.ts";
import type { Reader } from "../../initiative.policy.ts";

/**
 * Writes into the access log that somebody who is no author opened what is not public: once for a person, a part and an
 * hour. Who cannot be written down does not read: an error here is thrown. One statement, and none where nothing is
 * closed. Source: docs/domain.md, "Parts and their readers".
 */
export async function noteReading(
  read: { initiativeId: string; personId: string; reader: Reader; parts: readonly string[] },
  at = new Date(),
): Promise<void> {
  const { initiativeId, personId, reader, parts } = read;
  if (!("role" in reader) || parts.length === 0) return;
  await pool().query(
    `INSERT INTO file_reading (initiative_id, person_id, organisation_id, role, part, at)
    SELECT $1, $2, $3, $4, opened, $6::timestamptz FROM unnest($5::text[]) AS opened
    WHERE NOT EXISTS (
      SELECT 1 FROM file_reading r
      WHERE r.initiative_id = $1 AND r.person_id = $2 AND r.part = opened AND r.at > $6::timestamptz - interval '1 hour')`,
    [initiativeId, personId, reader.organisationId, reader.role, parts, at],
  );
}
