import { pickText } from "#app/platform/languages/texts.ts";
import type { PublicResult } from "../queries.server.ts";
import { FACT_TABLES } from "./fact-tables.ts";

type Column = {
  name: string;
  /** of Table Schema */
  type: "string" | "integer" | "boolean" | "datetime";
  description: string;
  constraints?: { required?: boolean; unique?: boolean; minimum?: number; maximum?: number };
  cell: (result: PublicResult, origin: string) => string | number | boolean | null;
};

/** The columns of the results as CSV. `origin` is where the portal answers. */
export const RESULT_COLUMNS: readonly Column[] = [
  {
    name: "code",
    type: "string",
    description: "the portal's code of the result",
    constraints: { required: true, unique: true },
    cell: ({ code }) => code,
  },
  { name: "url", type: "string", description: "its page", cell: ({ code }, origin) => `${origin}/vi/results/${code}` },
  { name: "title_vi", type: "string", description: "title in Vietnamese", cell: ({ title }) => title.vi ?? null },
  { name: "title_en", type: "string", description: "title in English", cell: ({ title }) => title.en ?? null },
  { name: "title_fr", type: "string", description: "title in French", cell: ({ title }) => title.fr ?? null },
  {
    name: "teaser",
    type: "string",
    description: "what it is in at most 300 characters, in Vietnamese or else the language it was written in",
    cell: ({ teaser }) => pickText(teaser, "vi")?.text ?? null,
  },
  { name: "type", type: "string", description: "kind of result", cell: ({ resultType }) => resultType },
  {
    name: "host",
    type: "string",
    description: "the body that stands for it",
    cell: ({ host }) => host.names.vi ?? null,
  },
  { name: "house", type: "string", description: "STATE, SCHOOL, ENTERPRISE or OTHER", cell: ({ host }) => host.house },
  {
    name: "province_code",
    type: "string",
    description: "province, two digits (Decision 19/2025/QĐ-TTg)",
    cell: ({ provinceCode }) => provinceCode,
  },
  {
    name: "product_codes",
    type: "string",
    description: "strategic products, separated by spaces",
    cell: ({ productCodes }) => productCodes.join(" "),
  },
  {
    name: "trl",
    type: "integer",
    description: "current technology readiness level",
    constraints: { minimum: 1, maximum: 9 },
    cell: ({ level }) => level,
  },
  {
    name: "commercialised",
    type: "boolean",
    description: "by at least one verified act of exploitation",
    cell: ({ commercialised }) => commercialised,
  },
  {
    name: "stage",
    type: "string",
    description: "how far it has come on its way to the market, derived",
    cell: ({ stage }) => stage,
  },
  {
    name: "revenue_band",
    type: "string",
    description: "of all verified periods together, derived; empty where none is verified",
    cell: ({ revenueBand }) => revenueBand,
  },
  { name: "published_at", type: "datetime", description: "RFC 3339, UTC", cell: ({ publishedAt }) => publishedAt },
];

const LICENCE = {
  name: "CC-BY-4.0",
  path: "https://creativecommons.org/licenses/by/4.0/",
  title: "Creative Commons Attribution 4.0",
};

const CSV_FILE = { profile: "tabular-data-resource", format: "csv", mediatype: "text/csv", encoding: "utf-8" };

/**
 * A Frictionless Data Package (v1) that describes the CSV of all results and of their facts, so that a program can read its types. `csvUrl`:
 * where the file lies. Source: specs.frictionlessdata.io/data-package, /table-schema.
 */
export function dataPackage(csvUrl: string, title: string): Record<string, unknown> {
  return {
    profile: "tabular-data-package",
    name: "ba-nha-results",
    title,
    licenses: [LICENCE],
    resources: [
      {
        ...{ ...CSV_FILE, name: "results", path: csvUrl },
        schema: {
          fields: RESULT_COLUMNS.map(({ name, type, description, constraints }) => ({
            name,
            type,
            description,
            ...(constraints ? { constraints } : {}),
          })),
          missingValues: [""],
          primaryKey: "code",
        },
      },
      ...FACT_TABLES.map(({ name, fields }) => ({
        ...{ ...CSV_FILE, name, path: csvUrl.replace(/\.csv$/, `/tables/${name}.csv`) },
        schema: {
          fields,
          missingValues: [""],
          foreignKeys: [{ fields: "code", reference: { resource: "results", fields: "code" } }],
        },
      })),
    ],
  };
}
