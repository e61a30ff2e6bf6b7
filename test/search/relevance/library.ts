import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { pool } from "#prisma/client.server.ts";
import type { SearchDocument } from "#search/document.ts";
import { documentOf } from "#test/search/library.ts";

/** What somebody does who searches, by what makes it hard. */
export const KINDS = [
  "plain",
  "without tones",
  "typing error",
  "synonym",
  "cross-language",
  "code",
  "long question",
  "phrase",
] as const;

const code = z.string().regex(/^(KQ|SK|DA|BT)-2026-\d{4}$/);
const language = z.enum(LANGUAGES);

/** One thing, mostly in one language; its title may stand in others. */
const thing = z.strictObject({
  code,
  vi: z.string().optional(),
  en: z.string().optional(),
  fr: z.string().optional(),
  teaser: z.string(),
  body: z.string(),
  lang: language.default("vi"),
  names: z.array(z.string()).default([]),
  keywords: z.array(z.string()).default([]),
  numbers: z.array(z.string()).default([]),
  products: z.array(z.string()).default([]),
});

/**
 * What is typed, with everything that is about it: 3 is what was looked for, 2 is largely about it, 1 touches it. Judged
 * by reading the things, never from what an engine answered.
 */
const query = z.strictObject({
  kind: z.enum(KINDS),
  lang: language,
  text: z.string(),
  answers: z.record(code, z.int().min(1).max(3)),
});

export type JudgedQuery = z.infer<typeof query>;

const FOLDER = path.join(import.meta.dirname, "library");
const fields = readdirSync(FOLDER)
  .toSorted()
  .map((name) =>
    z
      .strictObject({ documents: z.array(thing), queries: z.array(query) })
      .parse(JSON.parse(readFileSync(path.join(FOLDER, name), "utf8"))),
  );

/** Every query of the files beside this one. */
export const JUDGED: readonly JudgedQuery[] = fields.flatMap(({ queries }) => queries);

/** The things of these files as they are written there. */
export const RELEVANCE_THINGS = fields.flatMap(({ documents }) => documents);

/** The things of the files beside this one as the index holds them, with the product names of both catalogues. */
export async function relevanceLibrary(): Promise<SearchDocument[]> {
  const catalogue = new Map<string, Named>();
  for (const products of new Set(RELEVANCE_THINGS.map((one) => one.products.join()))) {
    catalogue.set(products, await named(products === "" ? [] : products.split(",")));
  }
  return RELEVANCE_THINGS.map(({ code, teaser, body, lang, names, keywords, numbers, products, ...title }) => {
    const {
      product_names: productNames = [],
      products: productCodes = [],
      groups: groupCodes = [],
    } = catalogue.get(products.join()) ?? {};
    return documentOf(code, {
      ...{ title, teaser: { [lang]: teaser }, body, bodyLang: lang, names, keywords, numbers },
      ...{ productNames, productCodes, groupCodes },
    });
  });
}

type Named = { products?: string[]; product_names?: string[]; groups?: string[] };

async function named(products: string[]): Promise<Named> {
  const { rows } = await pool().query<Named>(
    "SELECT products, names AS product_names, groups FROM search_catalogue($1)",
    [products],
  );
  return rows[0] ?? {};
}
