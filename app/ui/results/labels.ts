import type { Catalogue, Names } from "#app/domain/catalogue/catalogue.ts";
import type { ResultContent } from "#app/domain/results/completeness.ts";

/** The names of what a result holds as codes. */
export type ResultLabels = {
  province: Names | null;
  field: Names | null;
  products: { code: string; names: Names }[];
  levels: { level: number; names: Names }[];
};

export function labelsOf(
  content: Pick<ResultContent, "provinceCode" | "fordCode" | "productCodes">,
  catalogue: Catalogue,
): ResultLabels {
  return {
    province: catalogue.provinces.find((it) => it.code === content.provinceCode)?.names ?? null,
    field: catalogue.fieldsOfScience.find((it) => it.code === content.fordCode)?.names ?? null,
    products: catalogue.products
      .filter((it) => content.productCodes.includes(it.code))
      .map(({ code, names }) => ({ code, names })),
    levels: catalogue.readinessLevels,
  };
}
