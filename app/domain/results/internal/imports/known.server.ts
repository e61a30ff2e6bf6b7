import { pickText, type Texts } from "#app/platform/languages/texts.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { ReadRow } from "../../imports/row.ts";

/** A result that a row of an import names. */
export type Known = {
  id: string;
  code: string;
  hostOrganisationId: string;
  catalogueVersion: string;
  /** whether it can still be written */
  isDraft: boolean;
  /** whether it is as the last import left it */
  isAsImported: boolean;
  /** whether the row says what is there: the same as the import before, or as the export of a public result */
  isSaid: (read: ReadRow, digest: string) => boolean;
};

type Found = {
  id: string;
  code: string;
  state: string;
  revision: number;
  hostOrganisationId: string;
  catalogueVersion: string;
  resultType: string;
  title: Texts;
  teaser: Texts;
  provinceCode: string | null;
  productCodes: string[];
  key: string | null;
  sha256: string | null;
  importedRevision: number | null;
};

/** The results that rows name: of this host by their key, of anybody by the code of a public one. Two statements. */
export async function foundRows(tx: Tx, organisationId: string, reads: readonly ReadRow[]) {
  const keys = reads.map(({ key }) => key);
  const codes = reads.map(({ code }) => code).filter((code) => code !== "");
  const rows = await tx.$queryRaw<Found[]>`
    SELECT r.id::text, r.code, r.state::text AS state, r.revision, r.host_organisation_id::text AS "hostOrganisationId",
      r.catalogue_version AS "catalogueVersion", r.result_type::text AS "resultType", r.title, r.teaser,
      r.province_code AS "provinceCode", r.product_codes AS "productCodes", i.key, i.sha256, i.revision AS "importedRevision"
    FROM result r LEFT JOIN result_import i ON i.result_id = r.id AND i.host_organisation_id = ${organisationId}::uuid
    WHERE i.key = ANY (${keys}::text[])
      OR (r.code = ANY (${codes}::text[]) AND (r.state IN ('PUBLISHED', 'UNDER_REVIEW') OR r.host_organisation_id = ${organisationId}::uuid))
    FOR UPDATE OF r`;
  const host = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { nameVi: true } });
  const known = rows.map((row) => ({ row, value: knownOf(row) }));
  return {
    hostName: host.nameVi,
    byKey: new Map(known.flatMap(({ row, value }) => (row.key === null ? [] : [[row.key, value] as const]))),
    byCode: new Map(known.map(({ row, value }) => [row.code, value] as const)),
  };
}

function knownOf(row: Found): Known {
  const { id, code, hostOrganisationId, catalogueVersion } = row;
  return {
    ...{ id, code, hostOrganisationId, catalogueVersion },
    isDraft: row.state === "DRAFT" || row.state === "RETURNED",
    isAsImported: row.importedRevision !== null && row.importedRevision === row.revision,
    isSaid: (read, digest) => (row.key === read.key ? row.sha256 === digest : saysTheSame(read, row)),
  };
}

/** Whether a row says of a public result what its export says. */
function saysTheSame({ parts }: ReadRow, row: Found): boolean {
  if (row.state !== "PUBLISHED" && row.state !== "UNDER_REVIEW") return false;
  const summary = parts.find((one) => one.part === "summary")?.values;
  const classification = parts.find((one) => one.part === "classification")?.values;
  if (!summary || !classification) return false;
  const { title, teaser } = row;
  const said = pickText(teaser, "vi")?.text ?? "";
  return (
    summary.resultType === row.resultType &&
    summary.title_vi === (title.vi ?? "") &&
    summary.title_en === (title.en ?? "") &&
    summary.title_fr === (title.fr ?? "") &&
    [summary.teaser_vi, summary.teaser_en, summary.teaser_fr].includes(said) &&
    classification.provinceCode === row.provinceCode &&
    classification.productCodes.join(" ") === row.productCodes.join(" ")
  );
}
