import type { Tx } from "#prisma/client.server.ts";
import type { ResultState } from "../result.ts";

/** What a command needs to know of the result that it is about to move, while nobody else can move it. */
export type LockedResult = {
  id: string;
  code: string;
  state: ResultState;
  revision: number;
  hostOrganisationId: string;
  hostVerified: boolean;
  createdById: string;
  catalogueVersion: string;
  embargoUntil: string | null;
  submittedAt: Date | null;
  publishedAt: Date | null;
  confirmedAt: Date | null;
};

/** Locks the row until the transaction ends; null when there is no such result. */
export async function lockResult(tx: Tx, code: string): Promise<LockedResult | null> {
  const rows = await tx.$queryRaw<LockedResult[]>`
    SELECT r.id::text, r.code, r.state::text AS state, r.revision, r.host_organisation_id::text AS "hostOrganisationId",
      o.verified_at IS NOT NULL AS "hostVerified", r.created_by_id::text AS "createdById",
      r.catalogue_version AS "catalogueVersion", r.embargo_until::text AS "embargoUntil",
      r.submitted_at AS "submittedAt", r.published_at AS "publishedAt", r.confirmed_at AS "confirmedAt"
    FROM result r JOIN organisation o ON o.id = r.host_organisation_id
    WHERE r.code = ${code} FOR UPDATE OF r`;
  return rows[0] ?? null;
}
