import type { Actor } from "#app/domain/accounts/actor.ts";
import { type Catalogue, productsOf } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { type LockedResult, lockResult } from "../internal/locked.server.ts";
import { writeRows } from "../internal/rows.server.ts";
import { handsOf, mayEdit } from "../result.policy.ts";
import type { PartInput } from "../result.schema.ts";

export type SaveRefusal =
  | "NOT_FOUND"
  | "NOT_EDITABLE"
  | "STALE"
  | "UNKNOWN_FIELD_OF_SCIENCE"
  | "UNKNOWN_PROVINCE"
  | "UNKNOWN_PRODUCT"
  | "UNKNOWN_ORIGIN"
  | "EMBARGO_WITHOUT_END"
  | "EMBARGO_WITHOUT_REASON";

/**
 * Saves some parts of a draft, or of a result that is being completed; complete or not, they are kept. `revision` is the one
 * that the form was made from: where the text has changed since, the form is STALE and nothing is overwritten. Refuses
 * besides: NOT_FOUND (also for everybody who may not write), NOT_EDITABLE, codes that are in no list, an origin that is
 * not public, half an embargo. Returns the new revision.
 */
export async function save(
  actor: Actor,
  code: string,
  input: { parts: readonly PartInput[]; revision: number | null },
  at = new Date(),
): Promise<Outcome<{ revision: number }, SaveRefusal>> {
  const catalogue = await loadCatalogue();
  return inTransaction(async (tx) => {
    const result = await lockResult(tx, code);
    if (!result || handsOf(actor, result).every((hand) => hand === "RESULT_OFFICER")) return refuse("NOT_FOUND");
    if (!mayEdit(actor, result)) return refuse("NOT_EDITABLE");
    if (input.revision !== result.revision) return refuse("STALE");
    let data: Prisma.ResultUncheckedUpdateInput = {};
    for (const part of input.parts) {
      const columns = await columnsOf(tx, result, part, catalogue);
      if (!columns.ok) return columns;
      data = { ...data, ...columns.value };
      await writeRows(tx, result.id, part);
    }
    const saved = await tx.result.update({
      where: { id: result.id },
      data: { ...data, revision: { increment: 1 }, updatedAt: at },
      select: { revision: true },
    });
    return done(saved);
  });
}

type Columns = Outcome<Prisma.ResultUncheckedUpdateInput, SaveRefusal>;

async function columnsOf(tx: Tx, result: LockedResult, input: PartInput, catalogue: Catalogue): Promise<Columns> {
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
async function classification(
  tx: Tx,
  result: LockedResult,
  values: Classification,
  catalogue: Catalogue,
): Promise<Columns> {
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
