import { type Catalogue, productsOf } from "#app/domain/catalogue/catalogue.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { FormOptions } from "#app/ui/results/form/text-fields.tsx";

/** What the codes of a result are chosen from, in the language of the page; products of the edition it stands under. */
export function optionsOf(catalogue: Catalogue, versionCode: string, lang: Language): FormOptions {
  const products = productsOf(catalogue, versionCode);
  const groups = catalogue.groups.filter((it) => it.versionCode === versionCode);
  const broad = catalogue.fieldsOfScience.filter((it) => it.parentCode === null);
  return {
    products: groups.map((group) => ({
      label: group.names[lang],
      options: products
        .filter((it) => it.groupCode === group.code)
        .map((it) => ({ value: it.code, label: it.names[lang] })),
    })),
    fields: broad.map((field) => ({
      label: field.names[lang],
      options: catalogue.fieldsOfScience
        .filter((it) => it.parentCode === field.code)
        .map((it) => ({ value: it.code, label: it.names[lang] })),
    })),
    provinces: catalogue.provinces.map((it) => ({ value: it.code, label: it.names[lang] })),
    levels: catalogue.readinessLevels.map((it) => ({
      value: String(it.level),
      label: `${it.level}. ${it.names[lang]}`,
    })),
  };
}
