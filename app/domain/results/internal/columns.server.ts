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
    | "originInitiativeId"
    | "originPartnershipId"
    | "embargoUntil"
    | "embargoReason"
  >
>;
type Edition = Pick<LockedResult, "catalogueVersion">;

/**
 * What a part of the form puts into the result's own columns; none for parts that are rows. Refuses codes that are in no
 * list, an origin that is not public, half an embargo.
 */
export async function columnsOf(tx: Tx, result: Edition, input: PartInput, catalogue: Catalogue): Promise<Columns> {
  switch (input.part) {
    case "summary": {
      const { language, resultType, description, benefits } = input.values;
      const title = texts(input.values.title_vi, input.values.title_en, input.values.title_fr);
      const teaser = texts(input.values.teaser_vi, input.values.teaser_en, input.values.teaser_fr);
      return done({ language, resultType, description, benefits, title, teaser });
    }
    case "classification":
      return classification(tx, result, input.values, catalogue);
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
async function classification(tx: Tx, result: Edition, values: Classification, catalogue: Catalogue): Promise<Columns> {
  const { productCodes, fordCode, provinceCode, keywords, originInitiative, originPartnership } = values;
  if (fordCode && !catalogue.fieldsOfScience.some((it) => it.code === fordCode))
    return refuse("UNKNOWN_FIELD_OF_SCIENCE", { field: "fordCode" });
  if (provinceCode && !catalogue.provinces.some((it) => it.code === provinceCode))
    return refuse("UNKNOWN_PROVINCE", { field: "provinceCode" });
  const known = new Set(productsOf(catalogue, result.catalogueVersion).map((it) => it.code));
  if (productCodes.some((product) => !known.has(product))) return refuse("UNKNOWN_PRODUCT", { field: "productCodes" });
  const initiative = originInitiative
    ? await tx.initiative.findFirst({
        where: { code: originInitiative, publicAt: { not: null } },
        select: { id: true },
      })
    : null;
  if (originInitiative && !initiative) return refuse("UNKNOWN_ORIGIN", { field: "originInitiative" });
  const partnership = originPartnership
    ? await tx.partnership.findFirst({
        where: { code: originPartnership, publishedAt: { not: null } },
        select: { id: true },
      })
    : null;
  if (originPartnership && !partnership) return refuse("UNKNOWN_ORIGIN", { field: "originPartnership" });
  return done({
    productCodes,
    fordCode,
    provinceCode,
    keywords,
    originInitiativeId: initiative?.id ?? null,
    originPartnershipId: partnership?.id ?? null,
  });
}

function texts(vi: string, en: string, fr: string): Prisma.InputJsonObject {
  return Object.fromEntries(Object.entries({ vi, en, fr }).filter(([, text]) => text !== ""));
}
