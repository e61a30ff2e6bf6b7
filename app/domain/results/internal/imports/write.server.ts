import type { Tx } from "#prisma/client.server.ts";
import type { ResultColumns } from "../columns.server.ts";

type Draft = { id: string; code: string; row: { key: string; sha256: string; columns: ResultColumns } };
type Import = { organisationId: string; personId: string; catalogueVersion: string; at: Date };

/** Writes new drafts with their first step and their key. Three statements, however many. */
export async function insertDrafts(tx: Tx, drafts: readonly Draft[], by: Import): Promise<void> {
  if (drafts.length === 0) return;
  const { organisationId, personId, catalogueVersion, at } = by;
  const rows = JSON.stringify(drafts.map(({ id, code, row }) => ({ id, code, ...row.columns })));
  await tx.$executeRaw`
    INSERT INTO result (id, code, host_organisation_id, created_by_id, catalogue_version, created_at, updated_at, result_type,
      language, title, teaser, description, benefits, ford_code, province_code, product_codes, keywords, origin_initiative_id,
      origin_partnership_id)
    SELECT x.id, x.code, ${organisationId}::uuid, ${personId}::uuid, ${catalogueVersion}, ${at}, ${at}, x."resultType"::"ResultType",
      x.language, x.title, x.teaser, x.description, x.benefits, x."fordCode", x."provinceCode", x."productCodes", x.keywords,
      x."originInitiativeId", x."originPartnershipId"
    FROM jsonb_to_recordset(${rows}::jsonb) AS x (id uuid, code text, "resultType" text, language text, title jsonb, teaser jsonb,
      description text, benefits text, "fordCode" text, "provinceCode" text, "productCodes" text[], keywords text[],
      "originInitiativeId" uuid, "originPartnershipId" uuid)`;
  const keys = JSON.stringify(drafts.map(({ id, row: { key, sha256 } }) => ({ id, key, sha256 })));
  await tx.$executeRaw`
    INSERT INTO result_step (result_id, to_state, at, actor_id, actor_role)
    SELECT x.id, 'DRAFT', ${at}, ${personId}::uuid, 'AUTHOR' FROM jsonb_to_recordset(${keys}::jsonb) AS x (id uuid)`;
  await tx.$executeRaw`
    INSERT INTO result_import (result_id, host_organisation_id, key, sha256, revision, by_person_id, at)
    SELECT x.id, ${organisationId}::uuid, x.key, x.sha256, 0, ${personId}::uuid, ${at}
    FROM jsonb_to_recordset(${keys}::jsonb) AS x (id uuid, key text, sha256 text)`;
}

/** Puts what rows say now into drafts that they made before. Two statements, however many. */
export async function updateDrafts(
  tx: Tx,
  drafts: readonly Pick<Draft, "id" | "row">[],
  { personId, at }: Pick<Import, "personId" | "at">,
): Promise<void> {
  if (drafts.length === 0) return;
  const rows = JSON.stringify(drafts.map(({ id, row }) => ({ id, ...row.columns })));
  await tx.$executeRaw`
    UPDATE result r SET revision = r.revision + 1, updated_at = ${at}, result_type = x."resultType"::"ResultType",
      language = x.language, title = x.title, teaser = x.teaser, description = x.description, benefits = x.benefits,
      ford_code = x."fordCode", province_code = x."provinceCode", product_codes = x."productCodes", keywords = x.keywords,
      origin_initiative_id = x."originInitiativeId", origin_partnership_id = x."originPartnershipId"
    FROM jsonb_to_recordset(${rows}::jsonb) AS x (id uuid, "resultType" text, language text, title jsonb, teaser jsonb,
      description text, benefits text, "fordCode" text, "provinceCode" text, "productCodes" text[], keywords text[],
      "originInitiativeId" uuid, "originPartnershipId" uuid)
    WHERE r.id = x.id`;
  const keys = JSON.stringify(drafts.map(({ id, row: { sha256 } }) => ({ id, sha256 })));
  await tx.$executeRaw`
    UPDATE result_import i SET sha256 = x.sha256, revision = r.revision, by_person_id = ${personId}::uuid, at = ${at}
    FROM jsonb_to_recordset(${keys}::jsonb) AS x (id uuid, sha256 text), result r
    WHERE i.result_id = x.id AND r.id = x.id`;
}
