import { pool } from "#prisma/client.server.ts";
import type { Reader } from "../../initiative.policy.ts";
import type { WholeFile } from "../../internal/whole-file.server.ts";

const HOUR_MS = 3_600_000;

/**
 * Writes into the access log that somebody who is no author opened what is not public: once for a person, a part and an
 * hour. Who cannot be written down does not read: an error here is thrown. One statement, and none where nothing is
 * closed, or all of it was written down within the hour. Source: docs/domain.md, "Parts and their readers".
 */
export async function noteReading(
  file: Pick<WholeFile, "id" | "readings">,
  read: { personId: string; reader: Reader; parts: readonly string[] },
  at = new Date(),
): Promise<void> {
  const { personId, reader } = read;
  const since = at.getTime() - HOUR_MS;
  const noted = file.readings.filter((one) => one.personId === personId && Date.parse(one.at) > since);
  const parts = read.parts.filter((part) => noted.every((one) => one.part !== part));
  if (!("role" in reader) || parts.length === 0) return;
  await pool().query(
    `INSERT INTO file_reading (initiative_id, person_id, organisation_id, role, part, at)
    SELECT $1, $2, $3, $4, opened, $6::timestamptz FROM unnest($5::text[]) AS opened
    WHERE NOT EXISTS (
      SELECT 1 FROM file_reading r
      WHERE r.initiative_id = $1 AND r.person_id = $2 AND r.part = opened AND r.at > $6::timestamptz - interval '1 hour')`,
    [file.id, personId, reader.organisationId, reader.role, parts, at],
  );
}
