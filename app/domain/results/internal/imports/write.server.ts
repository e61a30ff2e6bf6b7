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
      language, title, teaser, description, benefits, ford_code, province_code, product_codes, keywords, origin_initiative_ids,
      origin_partnership_ids, audiences, needs, market_areas, competitive_advantage, market_segment)
    SELECT x.id, x.code, ${organisationId}::uuid, ${personId}::uuid, ${catalogueVersion}, ${at}, ${at}, x."resultType"::"ResultType",
      x.language, x.title, x.teaser, x.description, x.benefits, x."fordCode", x."provinceCode", x."productCodes", x.keywords,
      coalesce(x."originInitiativeIds", '{}'), coalesce(x."originPartnershipIds", '{}'), coalesce(x.audiences, '{}'), coalesce(x.needs, '{}'),
      coalesce(x."marketAreas", '{}'), coalesce(x."competitiveAdvantage", ''), coalesce(x."marketSegment", '')
    FROM jsonb_to_recordset(${rows}::jsonb) AS x (id uuid, code text, "resultType" text, language text, title jsonb, teaser jsonb,
      description text, benefits text, "fordCode" text, "provinceCode" text, "productCodes" text[], keywords text[],
      "originInitiativeIds" uuid[], "originPartnershipIds" uuid[], audiences text[], needs text[], "marketAreas" text[],
      "competitiveAdvantage" text, "marketSegment" text)`;
  const keys = JSON.stringify(drafts.map(({ id, row: { key, sha256 } }) => ({ id, key, sha256 })));
  await tx.$executeRaw`
    INSERT INTO result_step (result_id, to_state, at, actor_id, actor_role)
    SELECT x.id, 'DRAFT', ${at}, ${personId}::uuid, 'AUTHOR' FROM jsonb_to_recordset(${keys}::jsonb) AS x (id uuid)`;
  await tx.$executeRaw`
    INSERT INTO result_import (result_id, host_organisation_id, key, sha256, revision, by_person_id, at)
    SELECT x.id, ${organisationId}::uuid, x.key, x.sha256, 0, ${personId}::uuid, ${at}
    FROM jsonb_to_recordset(${keys}::jsonb) AS x (id uuid, key text, sha256 text)`;
}

type Change = Pick<Draft, "id" | "row"> & { changes: Record<string, unknown> };

/**
 * Puts what rows say now into drafts that they made before, and leaves what they say nothing of. Two statements, however
 * many.
 */
export async function updateDrafts(
  tx: Tx,
  drafts: readonly Change[],
  { personId, at }: Pick<Import, "personId" | "at">,
): Promise<void> {
  if (drafts.length === 0) return;
  const rows = JSON.stringify(drafts.map(({ id, changes }) => ({ id, ...changes })));
  await tx.$executeRaw`
    UPDATE result r SET revision = r.revision + 1, updated_at = ${at},
      result_type = coalesce((x ->> 'resultType')::"ResultType", r.result_type), language = coalesce(x ->> 'language', r.language),
      title = jsonb_strip_nulls(r.title || (x -> 'title')), teaser = jsonb_strip_nulls(r.teaser || (x -> 'teaser')),
      description = coalesce(x ->> 'description', r.description), benefits = coalesce(x ->> 'benefits', r.benefits),
      competitive_advantage = coalesce(x ->> 'competitiveAdvantage', r.competitive_advantage),
      market_segment = coalesce(x ->> 'marketSegment', r.market_segment),
      ford_code = CASE WHEN x ? 'fordCode' THEN x ->> 'fordCode' ELSE r.ford_code END,
      province_code = CASE WHEN x ? 'provinceCode' THEN x ->> 'provinceCode' ELSE r.province_code END,
      origin_initiative_ids = CASE WHEN x ? 'originInitiativeIds'
        THEN ARRAY(SELECT o::uuid FROM jsonb_array_elements_text(x -> 'originInitiativeIds') AS o) ELSE r.origin_initiative_ids END,
      origin_partnership_ids = CASE WHEN x ? 'originPartnershipIds'
        THEN ARRAY(SELECT o::uuid FROM jsonb_array_elements_text(x -> 'originPartnershipIds') AS o) ELSE r.origin_partnership_ids END,
      product_codes = CASE WHEN x ? 'productCodes' THEN ARRAY(SELECT jsonb_array_elements_text(x -> 'productCodes')) ELSE r.product_codes END,
      keywords = CASE WHEN x ? 'keywords' THEN ARRAY(SELECT jsonb_array_elements_text(x -> 'keywords')) ELSE r.keywords END,
      audiences = CASE WHEN x ? 'audiences' THEN ARRAY(SELECT jsonb_array_elements_text(x -> 'audiences')) ELSE r.audiences END,
      needs = CASE WHEN x ? 'needs' THEN ARRAY(SELECT jsonb_array_elements_text(x -> 'needs')) ELSE r.needs END,
      market_areas = CASE WHEN x ? 'marketAreas' THEN ARRAY(SELECT jsonb_array_elements_text(x -> 'marketAreas')) ELSE r.market_areas END
    FROM jsonb_array_elements(${rows}::jsonb) AS e (x)
    WHERE r.id = (x ->> 'id')::uuid`;
  const keys = JSON.stringify(drafts.map(({ id, row: { sha256 } }) => ({ id, sha256 })));
  await tx.$executeRaw`
    UPDATE result_import i SET sha256 = x.sha256, revision = r.revision, by_person_id = ${personId}::uuid, at = ${at}
    FROM jsonb_to_recordset(${keys}::jsonb) AS x (id uuid, sha256 text), result r
    WHERE i.result_id = x.id AND r.id = x.id`;
}
