import type { Actor } from "#app/domain/accounts/actor.ts";
import { isUuid } from "#app/platform/typed.ts";
import { pool } from "#prisma/client.server.ts";
import { mayRead, PUBLIC_STATES, type ResultFacts } from "../result.policy.ts";
import type { ResultFileKind } from "./file.ts";

/** A file as it is sent: where it lies in the store, what it is, and whether everybody may read it. */
export type ReadableFile = {
  kind: ResultFileKind;
  sha256: string;
  name: string;
  sizeBytes: number;
  mediaType: string;
  isPublic: boolean;
};

type Row = Omit<ReadableFile, "isPublic"> & ResultFacts;

/**
 * A file of a result, or the small picture of it, for somebody who may read the result now; null for everybody else and
 * where there is none. One statement.
 */
export async function findResultFile(
  actor: Actor | null,
  id: string | undefined,
  size: "whole" | "small",
): Promise<ReadableFile | null> {
  if (!isUuid(id)) return null;
  const { rows } = await pool().query<Row>(
    `SELECT f.kind, s.sha256, f.name, s.size_bytes AS "sizeBytes", s.media_type AS "mediaType", r.state,
       r.created_by_id AS "createdById", r.host_organisation_id AS "hostOrganisationId"
     FROM result_file f JOIN result r ON r.id = f.result_id
       JOIN stored_file s ON s.sha256 = CASE WHEN $2 THEN f.small_sha256 ELSE f.sha256 END
     WHERE f.id = $1`,
    [id, size === "small"],
  );
  const [row] = rows;
  if (!row || !mayRead(actor, row)) return null;
  const { kind, sha256, name, sizeBytes, mediaType, state } = row;
  return { kind, sha256, name, sizeBytes, mediaType, isPublic: PUBLIC_STATES.includes(state) };
}
