import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { hasControlCharacters, unpack } from "#app/platform/typed.ts";
import { LENGTHS, PART_SCHEMAS, type PartInput, type ResultPart } from "../result.schema.ts";
import type { RowFault } from "./import.ts";
import type { RawTable } from "./table.ts";

/** What a row says: its key, whose it is, and the parts of the form that it fills. */
export type ReadRow = {
  key: string;
  code: string;
  host: string;
  title: string;
  parts: PartInput[];
  faults: RowFault[];
};

const PLAIN = ["key", "code", "host", "language", "description", "benefits", "keywords"];
const TEXTS = LANGUAGES.flatMap((language) => [`title_${language}`, `teaser_${language}`]);

/** The columns of a table that something is taken from. */
export const CSV_COLUMNS = [
  ...[...PLAIN, "type", "teaser", ...TEXTS, "product_codes", "ford_code", "province_code"],
  ...["origin_initiative", "origin_partnership", "trl", "trl_on", "trl_evidence"],
];
/** The members of an object that something is taken from: as the portal tells a result (docs/api.md). */
export const JSON_MEMBERS = [
  ...[...PLAIN, "resultType", "title", "teaser", "productCodes", "fordCode", "provinceCode"],
  ...["originInitiativeCode", "originPartnershipCode", "readiness", "authors", "rights", "acts", "funding"],
];

type Typed = Partial<Record<ResultPart, Record<string, unknown>>>;
type Head = { key: string; code: string; host: string; typed: Typed };

/** Reads a row as the form of a result would be read, part by part; whatever is not well-formed is said at its column. */
export function readRow(values: Record<string, unknown>, kind: RawTable["kind"]): ReadRow {
  const { typed, ...head } = kind === "CSV" ? fromCells(values) : fromObject(values);
  const faults: RowFault[] = [];
  const parts: PartInput[] = [];
  for (const [part, written] of Object.entries(typed)) {
    const schema = Object.entries(PART_SCHEMAS).find(([name]) => name === part)?.[1];
    const parsed = schema?.safeParse(written);
    for (const issue of parsed?.error?.issues ?? []) {
      const said = unpack(issue.message);
      faults.push({
        column: columnOf(issue.path, kind),
        say: said?.key ?? "errors:invalid",
        params: said?.params ?? {},
      });
    }
    if (parsed?.success) parts.push(parsed.data);
  }
  // neither is asked for in the database where JSON escapes into it what no text may hold
  const [ownKey = "", code = ""] = [head.key, head.code].map((name) => (hasControlCharacters(name) ? "" : name));
  if (ownKey !== head.key) faults.push({ column: "key", say: "errors:control_characters", params: {} });
  if (code !== head.code) faults.push({ column: "code", say: "errors:control_characters", params: {} });
  const key = ownKey === "" ? code : ownKey;
  if (key === "") faults.push({ column: "key", say: "errors:required", params: {} });
  if (key.length > 100)
    faults.push({ column: "key", say: "errors:too_long", params: { actual: key.length, max: 100 } });
  const { title, fault } = titleOf(typed.summary ?? {});
  return { ...head, code, key, title, parts, faults: fault ? [...faults, fault] : faults };
}

/** The title in the row's own language, which a draft needs from its first day. */
function titleOf(summary: Record<string, unknown>): { title: string; fault: RowFault | null } {
  const title = text(summary[`title_${text(summary["language"])}`]);
  const column = `title_${text(summary["language"])}`;
  const least = LENGTHS.title.least;
  const actual = [...title].length;
  if (actual === 0) return { title, fault: { column, say: "errors:required", params: {} } };
  return { title, fault: actual < least ? { column, say: "errors:too_short", params: { actual, min: least } } : null };
}

function fromCells(values: Record<string, unknown>): Head {
  const cell = (name: string) => text(values[name]);
  const language = cell("language") || (LANGUAGES.find((one) => cell(`title_${one}`) !== "") ?? "vi");
  const texts = Object.fromEntries(TEXTS.map((name) => [name, cell(name)]));
  const own = `teaser_${language}`;
  const typed: Typed = {
    summary: {
      ...{ language, resultType: cell("type"), ...texts, [own]: texts[own] || cell("teaser") },
      ...{ description: cell("description"), benefits: cell("benefits") },
    },
    classification: {
      ...{
        productCodes: cell("product_codes").split(/[\s;,]+/),
        fordCode: cell("ford_code"),
        keywords: cell("keywords"),
      },
      ...{ provinceCode: cell("province_code"), originInitiative: cell("origin_initiative") },
      originPartnership: cell("origin_partnership"),
    },
  };
  // a level without a day and what shows it is what the portal derives
  if (cell("trl_on") !== "" || cell("trl_evidence") !== "")
    typed.readiness = { readiness: [{ level: cell("trl"), onDate: cell("trl_on"), evidence: cell("trl_evidence") }] };
  return { key: cell("key"), code: cell("code"), host: cell("host"), typed };
}

function fromObject(values: Record<string, unknown>): Head {
  const cell = (name: string) => text(values[name]);
  const [title, teaser] = [objectOf(values["title"]), objectOf(values["teaser"])];
  const language = cell("language") || (LANGUAGES.find((one) => text(title[one]) !== "") ?? "vi");
  const texts = LANGUAGES.flatMap((one) => [
    [`title_${one}`, text(title[one])],
    [`teaser_${one}`, text(teaser[one])],
  ]);
  const rows = (name: string) => listOf(values[name]).map(objectOf);
  const cells = (row: Record<string, unknown>, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, text(row[name])]));
  const typed: Typed = {
    summary: {
      ...{ language, resultType: cell("resultType"), ...Object.fromEntries(texts) },
      ...{ description: cell("description"), benefits: cell("benefits") },
    },
    classification: {
      ...{
        productCodes: listOf(values["productCodes"]).map(text),
        keywords: listOf(values["keywords"]).map(text).join(","),
      },
      ...{
        fordCode: cell("fordCode"),
        provinceCode: cell("provinceCode"),
        originInitiative: cell("originInitiativeCode"),
      },
      originPartnership: cell("originPartnershipCode"),
    },
    readiness: { readiness: rows("readiness").map((row) => cells(row, ["level", "onDate", "evidence"])) },
    authors: {
      authors: rows("authors").map((row) => ({
        ...cells(row, ["name", "affiliation"]),
        contribution: percentOf(row["contributionPpm"]),
      })),
    },
    rights: {
      rights: rows("rights").map((row) =>
        cells(row, ["kind", "status", "office", "applicationNo", "filedOn", "grantedOn", "disclosedOn"]),
      ),
    },
    exploitation: {
      acts: rows("acts").map((row) => ({
        ...cells(row, ["kind", "onDate", "counterparty", "territory", "evidence"]),
        revenue: text(row["revenueVnd"]),
      })),
    },
    funding: {
      funding: rows("funding").map((row) => ({ source: text(row["source"]), amount: text(row["amountVnd"]) })),
    },
  };
  return { key: cell("key"), code: cell("code"), host: text(objectOf(objectOf(values["host"])["names"])["vi"]), typed };
}

/** Whole ppm as the per cent that the form takes; anything else as it stands, for the form to refuse. */
function percentOf(ppm: unknown): string {
  if (typeof ppm !== "number" || !Number.isInteger(ppm) || ppm < 0) return text(ppm);
  return `${Math.floor(ppm / 10_000)}.${String(ppm % 10_000).padStart(4, "0")}`;
}

const CSV_NAMES: Record<string, string> = {
  ...{ resultType: "type", productCodes: "product_codes", fordCode: "ford_code", provinceCode: "province_code" },
  ...{ originInitiative: "origin_initiative", originPartnership: "origin_partnership", level: "trl" },
  ...{ onDate: "trl_on", evidence: "trl_evidence", readiness: "trl" },
};
const JSON_NAMES: Record<string, string> = {
  ...{ originInitiative: "originInitiativeCode", originPartnership: "originPartnershipCode" },
  ...{ contribution: "contributionPpm", revenue: "revenueVnd", amount: "amountVnd" },
};

/** What the column of a fault is called in the file. */
export function columnOf(path: readonly PropertyKey[], kind: RawTable["kind"]): string {
  if (kind === "CSV") return CSV_NAMES[String(path.at(-1))] ?? String(path.at(-1));
  return path.map((one) => (typeof one === "number" ? `[${one}]` : (JSON_NAMES[String(one)] ?? String(one)))).join(".");
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
