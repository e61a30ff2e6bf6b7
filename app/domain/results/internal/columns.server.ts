import { type Catalogue, productsOf } from "#app/domain/catalogue/catalogue.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { PartInput } from "../result.schema.ts";
import type { LockedResult } from "./locked.server.ts";

export type ColumnRefusal =
  | "UNKNOWN_FIELD_OF_SCIENCE"
  | "UNKNOWN_PROVINCE"
  | "UNKNOWN_PRODUCT"
  | "UNKNOWN_ORIGIN"
  | "EMBARGO_WITHOUT_END"
  | "EMBARGO_WITHOUT_REASON";

type Columns = Outcome<ResultColumns, ColumnRefusal>;
/** The columns of a result that a part of its form fills. */
export type ResultColumns = Partial<
  Pick<
    Prisma.ResultCreateManyInput,
    | "language"
    | "resultType"
    | "description"
    | "benefits"
    | "title"
    | "teaser"
    | "productCodes"
    | "fordCode"
    | "provinceCode"
    | "keywords"
    | "originInitiativeIds"
    | "originPartnershipIds"
    | "audiences"
    | "needs"
    | "marketAreas"
    | "competitiveAdvantage"
    | "marketSegment"
    | "embargoUntil"
    | "embargoReason"
  >
>;
/** Ids of what may be named as an origin, by code. */
type Origins = ReadonlyMap<string, string>;
type Edition = Pick<LockedResult, "catalogueVersion">;

/**
 * What a part of the form puts into the result's own columns; none for parts that are rows. Refuses codes that are in no
 * list, an origin that is not public, half an embargo.
 */
export function columnsOf(result: Edition, input: PartInput, catalogue: Catalogue, origins: Origins): Columns {
  switch (input.part) {
    case "summary": {
      const { language, resultType, description, benefits } = input.values;
      const title = texts(input.values.title_vi, input.values.title_en, input.values.title_fr);
      const teaser = texts(input.values.teaser_vi, input.values.teaser_en, input.values.teaser_fr);
      return done({ language, resultType, description, benefits, title, teaser });
    }
    case "classification":
      return classification(result, input.values, catalogue, origins);
    case "audience":
      return done(input.values);
    case "publication": {
      const { embargoUntil, embargoReason } = input.values;
      if (embargoUntil === null && embargoReason !== "")
        return refuse("EMBARGO_WITHOUT_END", { field: "embargoUntil" });
      if (embargoUntil !== null && embargoReason === "")
        return refuse("EMBARGO_WITHOUT_REASON", { field: "embargoReason" });
      return done({
        embargoUntil: embargoUntil === null ? null : new Date(`${embargoUntil}T00:00:00Z`),
        embargoReason: embargoReason === "" ? null : embargoReason,
      });
    }
    default:
      return done({});
  }
}

type Classification = Extract<PartInput, { part: "classification" }>["values"];

/** Products are those of the edition that the result was recorded under; an origin is one that everybody can read. */
function classification(result: Edition, values: Classification, catalogue: Catalogue, origins: Origins): Columns {
  const { productCodes, fordCode, provinceCode, keywords, originInitiative, originPartnership } = values;
  if (fordCode && !catalogue.fieldsOfScience.some((it) => it.code === fordCode))
    return refuse("UNKNOWN_FIELD_OF_SCIENCE", { field: "fordCode" });
  if (provinceCode && !catalogue.provinces.some((it) => it.code === provinceCode))
    return refuse("UNKNOWN_PROVINCE", { field: "provinceCode" });
  const known = new Set(productsOf(catalogue, result.catalogueVersion).map((it) => it.code));
  if (productCodes.some((product) => !known.has(product))) return refuse("UNKNOWN_PRODUCT", { field: "productCodes" });
  if (originInitiative.some((code) => !origins.has(code)))
    return refuse("UNKNOWN_ORIGIN", { field: "originInitiative" });
  if (originPartnership.some((code) => !origins.has(code)))
    return refuse("UNKNOWN_ORIGIN", { field: "originPartnership" });
  const idsOf = (codes: readonly string[]) => codes.flatMap((code) => origins.get(code) ?? []);
  return done({
    productCodes,
    fordCode,
    provinceCode,
    keywords,
    originInitiativeIds: idsOf(originInitiative),
    originPartnershipIds: idsOf(originPartnership),
  });
}

/** The public initiatives and partnerships that these parts name as origins, by their codes. One statement; none where none is named. */
export async function originsOf(tx: Tx, parts: readonly PartInput[]): Promise<Origins> {
  const codes = parts.flatMap((input) =>
    input.part === "classification" ? [...input.values.originInitiative, ...input.values.originPartnership] : [],
  );
  const named = [...new Set(codes)];
  if (named.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ code: string; id: string }[]>`
    SELECT code, id::text FROM initiative WHERE code = ANY (${named}::text[]) AND public_at IS NOT NULL
    UNION ALL SELECT code, id::text FROM partnership WHERE code = ANY (${named}::text[]) AND published_at IS NOT NULL`;
  return new Map(rows.map(({ code, id }) => [code, id]));
}

function texts(vi: string, en: string, fr: string): Prisma.InputJsonObject {
  return Object.fromEntries(Object.entries({ vi, en, fr }).filter(([, text]) => text !== ""));
}
