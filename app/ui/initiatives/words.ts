import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Format } from "#app/platform/languages/format.ts";
import type { Language } from "#app/platform/languages/languages.ts";

/** The names that pages on initiatives show, already in the page's language. */
export type ListNames = {
  fields: { code: string; name: string; parentCode: string | null }[];
  provinces: { code: string; name: string }[];
  products: { code: string; number: number; name: string }[];
  levels: { level: number; name: string }[];
};

/** Picks one language of the catalogue's lists; `products` are those of the edition that the page offers or names. */
export function listNames(catalogue: Catalogue, products: Catalogue["products"], lang: Language): ListNames {
  return {
    fields: catalogue.fieldsOfScience.map(({ code, names, parentCode }) => ({ code, name: names[lang], parentCode })),
    provinces: catalogue.provinces.map(({ code, names }) => ({ code, name: names[lang] })),
    products: products.map(({ code, number, names }) => ({ code, number, name: names[lang] })),
    levels: catalogue.readinessLevels.map(({ level, names }) => ({ level, name: names[lang] })),
  };
}

export function nameOf(list: readonly { code: string; name: string }[], code: string | null): string | null {
  return code === null ? null : (list.find((one) => one.code === code)?.name ?? code);
}

/** An author in a line: name, part of the work, share where one was given. */
export function authorLine(
  { name, part, contributionPpm = 0 }: { name: string; part: string; contributionPpm?: number },
  format: Pick<Format, "percent">,
): string {
  return [name, part, contributionPpm > 0 ? format.percent(contributionPpm) : ""].filter(Boolean).join(", ");
}

/** 2,1 MB · 88 kB */
export function sizeWords(bytes: number, number: (value: number, decimals?: number) => string): string {
  if (bytes >= 1_000_000) return `${number(bytes / 1_000_000, 1)}\u00a0MB`;
  return `${number(Math.max(1, Math.round(bytes / 1_000)))}\u00a0kB`;
}

const SHORT_TYPES: Record<string, string> = {
  "application/pdf": "PDF",
  "image/png": "PNG",
  "image/jpeg": "JPEG",
  "image/webp": "WebP",
  "application/msword": "Word",
  "application/vnd.ms-excel": "Excel",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
};

export function typeWords(mediaType: string): string {
  return SHORT_TYPES[mediaType] ?? mediaType;
}
