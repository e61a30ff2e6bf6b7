import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { hasControlCharacters, unpack } from "#app/platform/typed.ts";
import { LENGTHS, PART_SCHEMAS, type PartInput, type ResultPart } from "../result.schema.ts";
import { cellsOf, codesIn, listOf, objectOf, percentOf, rightCells, text } from "./cells.ts";
import { codesOf } from "./codes.ts";
import { givenBy } from "./given.ts";
import type { RowFault } from "./import.ts";
import type { RawTable } from "./table.ts";

/** What a row says: its key, whose it is, and the parts of the form that it fills. */
export type ReadRow = {
  key: string;
  code: string;
  host: string;
  title: string;
  parts: PartInput[];
  /** what it says something of; the rest of a draft that is there stays as it is */
  given: Set<string>;
  faults: RowFault[];
};

const PLAIN = ["key", "code", "host", "language", "description", "benefits", "keywords"];
const TITLES = LANGUAGES.map((language) => `title_${language}`);
const TEXTS = LANGUAGES.flatMap((language) => [`title_${language}`, `teaser_${language}`]);

/** The columns of a table that something is taken from. */
export const CSV_COLUMNS = [
  ...[...PLAIN, "type", "teaser", ...TEXTS, "product_codes", "ford_code", "province_code"],
  ...["origin_initiative", "origin_partnership", "trl", "trl_on", "trl_evidence"],
  ...["audiences", "needs", "market_areas", "competitive_advantage", "market_segment"],
];
/** The members of an object that something is taken from: as the portal tells a result (docs/api.md). */
export const JSON_MEMBERS = [
  ...[...PLAIN, "resultType", "title", "teaser", "productCodes", "fordCode", "provinceCode"],
  ...["originInitiativeCodes", "originPartnershipCodes", "readiness", "authors", "rights", "acts", "funding"],
  ...["audiences", "needs", "marketAreas", "competitiveAdvantage", "marketSegment", "recognition"],
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
      const codes = said?.key === "errors:choose" ? codesOf(issue.path) : null;
      faults.push({
        column: columnOf(issue.path, kind),
        say: codes ? "errors:one_of" : (said?.key ?? "errors:invalid"),
        params: codes ? { codes: codes.join(", ") } : (said?.params ?? {}),
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
  const given = givenBy(values, kind, text(typed.summary?.["language"]));
  return { ...head, code, key, title, parts, given, faults: fault ? [...faults, fault] : faults };
}

/** The title in the row's own language, which a draft needs from its first day; of a language that is none, any. */
function titleOf(summary: Record<string, unknown>): { title: string; fault: RowFault | null } {
  const language = LANGUAGES.find((one) => one === text(summary["language"]));
  if (!language) return { title: TITLES.map((name) => text(summary[name])).find(Boolean) ?? "", fault: null };
  const column = `title_${language}`;
  const title = text(summary[column]);
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
        productCodes: codesIn(cell("product_codes")),
        fordCode: cell("ford_code"),
        keywords: cell("keywords"),
      },
      ...{ provinceCode: cell("province_code"), originInitiative: cell("origin_initiative") },
      originPartnership: cell("origin_partnership"),
    },
  };
  if (AUDIENCE_COLUMNS.some((name) => name in values))
    typed.audience = {
      ...{ audiences: codesIn(cell("audiences")), needs: codesIn(cell("needs")) },
      ...{ marketAreas: codesIn(cell("market_areas")), marketSegment: cell("market_segment") },
      competitiveAdvantage: cell("competitive_advantage"),
    };
  // a level without columns for its day and what shows it is what the portal derives; empty cells clear what was there
  if ("trl_on" in values || "trl_evidence" in values) {
    const isClear = cell("trl_on") === "" && cell("trl_evidence") === "";
    const level = { level: cell("trl"), onDate: cell("trl_on"), evidence: cell("trl_evidence") };
    typed.readiness = { readiness: isClear ? [] : [level] };
  }
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
        originInitiative: listOf(values["originInitiativeCodes"]).map(text).join(","),
      },
      originPartnership: listOf(values["originPartnershipCodes"]).map(text).join(","),
    },
  };
  Object.assign(typed, listsOf(values));
  return { key: cell("key"), code: cell("code"), host: text(objectOf(objectOf(values["host"])["names"])["vi"]), typed };
}

/** The parts that are lists, and whom it is for: those that the object has a member for. */
function listsOf(values: Record<string, unknown>): Typed {
  const has = (...names: string[]) => names.some((name) => name in values);
  const rows = (name: string, cells: (row: Record<string, unknown>) => Record<string, string>) =>
    listOf(values[name]).map((row) => cells(objectOf(row)));
  const codes = (name: string) => listOf(values[name]).map(text);
  const typed: Typed = {};
  if (has("readiness"))
    typed.readiness = { readiness: rows("readiness", (row) => cellsOf(row, ["level", "onDate", "evidence"])) };
  if (has("authors"))
    typed.authors = {
      authors: rows("authors", (row) => ({
        ...cellsOf(row, ["name", "affiliation"]),
        contribution: percentOf(row["contributionPpm"]),
      })),
    };
  if (has("rights")) typed.rights = { rights: rows("rights", rightCells) };
  if (has("acts"))
    typed.exploitation = {
      acts: rows("acts", (row) => ({
        ...cellsOf(row, ["kind", "onDate", "counterparty", "territory", "evidence"]),
        revenue: text(row["revenueVnd"]),
      })),
    };
  if (has("funding"))
    typed.funding = {
      funding: rows("funding", (row) => ({ source: text(row["source"]), amount: text(row["amountVnd"]) })),
    };
  if (has("recognition"))
    typed.recognition = {
      recognition: rows("recognition", (row) => cellsOf(row, ["award", "body", "onDate", "reference"])),
    };
  if (has("audiences", "needs", "marketAreas", "competitiveAdvantage", "marketSegment"))
    typed.audience = {
      ...{ audiences: codes("audiences"), needs: codes("needs"), marketAreas: codes("marketAreas") },
      ...cellsOf(values, ["competitiveAdvantage", "marketSegment"]),
    };
  return typed;
}

const AUDIENCE_COLUMNS = ["audiences", "needs", "market_areas", "competitive_advantage", "market_segment"];
const CSV_NAMES: Record<string, string> = {
  ...{ resultType: "type", productCodes: "product_codes", fordCode: "ford_code", provinceCode: "province_code" },
  ...{ originInitiative: "origin_initiative", originPartnership: "origin_partnership", level: "trl" },
  ...{ onDate: "trl_on", evidence: "trl_evidence", readiness: "trl", marketAreas: "market_areas" },
  ...{ competitiveAdvantage: "competitive_advantage", marketSegment: "market_segment" },
};
const JSON_NAMES: Record<string, string> = {
  ...{ originInitiative: "originInitiativeCodes", originPartnership: "originPartnershipCodes" },
  ...{ contribution: "contributionPpm", revenue: "revenueVnd", amount: "amountVnd" },
};

/** What the column of a fault is called in the file. */
export function columnOf(path: readonly PropertyKey[], kind: RawTable["kind"]): string {
  if (kind === "CSV") return CSV_NAMES[String(path.at(-1))] ?? String(path.at(-1));
  return path.map((one) => (typeof one === "number" ? `[${one}]` : (JSON_NAMES[String(one)] ?? String(one)))).join(".");
}
