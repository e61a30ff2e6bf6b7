import { type Catalogue, type Confidence, type Names, withCounterparts } from "#app/domain/catalogue/catalogue.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { db, pool } from "#prisma/client.server.ts";

const KEPT_FOR_MS = 300_000;

let kept: { catalogue: Catalogue; until: number } | undefined;

/** The whole catalogue, both editions, in one statement; read again every five minutes. */
export async function loadCatalogue(): Promise<Catalogue> {
  if (kept && kept.until > Date.now()) return kept.catalogue;
  const { rows } = await pool().query<Catalogue>(`
    SELECT
      (SELECT json_agg(json_build_object(
          'code', code, 'instrument', instrument, 'issuedOn', issued_on, 'validFrom', valid_from, 'validTo', valid_to,
          'markets', markets, 'source', source, 'confidence', confidence, 'confidenceNote', confidence_note
        ) ORDER BY valid_from DESC) FROM catalogue_version) AS versions,
      (SELECT json_agg(json_build_object(
          'code', code, 'versionCode', version_code, 'position', position, 'confidence', confidence,
          'names', json_build_object('vi', name_vi, 'en', name_en, 'fr', name_fr)
        ) ORDER BY version_code DESC, position) FROM technology_group) AS groups,
      (SELECT json_agg(json_build_object(
          'code', p.code, 'groupCode', p.group_code, 'versionCode', g.version_code, 'number', p.number,
          'marketGroup', p.market_group, 'confidence', p.confidence, 'groupConfidence', p.group_confidence,
          'evidence', p.evidence, 'names', json_build_object('vi', p.name_vi, 'en', p.name_en, 'fr', p.name_fr)
        ) ORDER BY g.version_code DESC, p.number)
        FROM strategic_product p JOIN technology_group g ON g.code = p.group_code) AS products,
      (SELECT json_agg(json_build_object(
          'fromCode', from_code, 'toCode', to_code, 'relation', relation, 'confidence', confidence
        ) ORDER BY from_code) FROM catalogue_crosswalk) AS crosswalk,
      (SELECT json_agg(json_build_object(
          'productCode', product_code, 'kind', kind, 'legalRef', legal_ref, 'status', status, 'source', source,
          'confidence', confidence
        ) ORDER BY product_code, kind, legal_ref) FROM product_guidance) AS guidance,
      (SELECT json_agg(json_build_object(
          'code', code, 'kind', kind, 'fullNameVi', full_name_vi,
          'names', json_build_object('vi', name_vi, 'en', name_en, 'fr', name_fr)
        ) ORDER BY code) FROM province) AS provinces,
      (SELECT json_agg(json_build_object(
          'code', code, 'parentCode', parent_code,
          'names', json_build_object('vi', name_vi, 'en', name_en, 'fr', name_fr)
        ) ORDER BY string_to_array(code, '.')::int[]) FROM field_of_science) AS "fieldsOfScience",
      (SELECT json_agg(json_build_object(
          'level', level, 'names', json_build_object('vi', name_vi, 'en', name_en, 'fr', name_fr)
        ) ORDER BY level) FROM readiness_level) AS "readinessLevels",
      (SELECT json_agg(json_build_object(
          'code', code, 'kind', kind, 'names', json_build_object('vi', name_vi, 'en', name_en, 'fr', name_fr)
        ) ORDER BY code) FROM plan_system) AS "planSystems"`);
  const [catalogue] = rows;
  if (!catalogue?.products) throw new Error("The reference data is not loaded: run npm run db:seed");
  kept = { catalogue, until: Date.now() + KEPT_FOR_MS };
  return catalogue;
}

export type LegalParameter = {
  key: string;
  /** in `unit`: PPM, WORKING_DAYS, CALENDAR_DAYS or COUNT */
  value: bigint;
  unit: string;
  validFrom: string;
  validTo: string | null;
  names: Names;
  /** the legal text that sets it, with its title; null where none does */
  basis: { number: string; title: Names | null } | null;
  source: string;
  confidence: Confidence;
};

/** Every legal parameter with its periods, the newest period of a key first. */
export async function listLegalParameters(): Promise<LegalParameter[]> {
  const { rows } = await pool().query<LegalParameter>(`
    SELECT p.key, p.value, p.unit, p.valid_from AS "validFrom", p.valid_to AS "validTo", p.source, p.confidence,
      json_build_object('vi', p.name_vi, 'en', p.name_en, 'fr', p.name_fr) AS names,
      CASE WHEN p.basis IS NOT NULL THEN json_build_object('number', p.basis, 'title',
        CASE WHEN i.number IS NOT NULL THEN json_build_object('vi', i.title_vi, 'en', i.title_en, 'fr', i.title_fr) END
      ) END AS basis
    FROM legal_parameter p LEFT JOIN legal_instrument i ON i.number = p.basis
    ORDER BY p.key, p.valid_from DESC`);
  return rows;
}

/** The names of the legal parameters, by key: what a clock says it runs on. */
export async function loadParameterNames(): Promise<Map<string, Names>> {
  const rows = await db().legalParameter.findMany({
    orderBy: { validFrom: "asc" },
    select: { key: true, nameVi: true, nameEn: true, nameFr: true },
  });
  return new Map(rows.map(({ key, nameVi, nameEn, nameFr }) => [key, { vi: nameVi, en: nameEn, fr: nameFr }]));
}

export type UseKind = "initiative" | "partnership";
export type Uses = Record<UseKind, { count: number; newest: { code: string; path: string; title: Texts }[] }>;

/**
 * How many public initiatives and partnerships there are for a product, or for its counterpart in the other edition,
 * and the newest of each. Read from the public index, which holds public fields alone. One statement.
 */
export async function findUses(catalogue: Catalogue, productCode: string, newest: number): Promise<Uses> {
  const { rows } = await pool().query<{ type: UseKind; count: number; newest: Uses[UseKind]["newest"] }>(
    `SELECT type, count(*)::int AS count,
       json_agg(json_build_object('code', code, 'path', document -> 'path', 'title', document -> 'title')
         ORDER BY place) FILTER (WHERE place <= $2) AS newest
     FROM (
       SELECT type, code, document, row_number() OVER (PARTITION BY type ORDER BY published_at DESC, id) AS place
       FROM search_document WHERE type IN ('initiative', 'partnership') AND document -> 'productCodes' ?| $1::text[]
     ) AS found GROUP BY type`,
    [withCounterparts(catalogue, [productCode]), newest],
  );
  const of = (type: UseKind) => rows.find((it) => it.type === type) ?? { count: 0, newest: [] };
  return { initiative: of("initiative"), partnership: of("partnership") };
}
