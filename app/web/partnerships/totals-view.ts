import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Total } from "#app/domain/partnerships/exports/totals.ts";
import type { Language } from "#app/platform/languages/languages.ts";

/** How a row of the totals is called: its product or province by name, its year as it is. */
export function totalLabels({ products, provinces }: Catalogue, lang: Language) {
  const names = {
    product: new Map(products.map(({ code, names }) => [code, names[lang]])),
    province: new Map(provinces.map(({ code, names }) => [code, names[lang]])),
  };
  return ({ facet, key }: Pick<Total, "facet" | "key">): string => {
    const known = facet === "product" || facet === "province" ? names[facet].get(key) : undefined;
    return known ?? key;
  };
}
