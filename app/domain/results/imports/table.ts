import { CsvError, parse } from "csv-parse/sync";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { MOST_BYTES, MOST_ROWS } from "./import.ts";

/** A row as it stands in the file; `cells` too many are a fault of its own. */
export type RawRow = { line: number; values: Record<string, unknown>; isRagged: boolean };
export type RawTable = { kind: "CSV" | "JSON"; columns: string[]; rows: RawRow[] };

export type TableRefusal =
  | "IMPORT_EMPTY"
  | "IMPORT_TOO_LARGE"
  | "IMPORT_NOT_UTF8"
  | "IMPORT_NOT_JSON"
  | "IMPORT_QUOTES"
  | "IMPORT_COLUMN_TWICE"
  | "IMPORT_TOO_MANY_ROWS";

/**
 * Reads the text of a file: CSV (RFC 4180, comma or semicolon, a head in its first line), a JSON array of objects, or JSON
 * Lines. Refuses what is empty, longer than 2 000 000 bytes or 1 000 rows, no UTF-8, or not readable as what it begins as.
 * Source: docs/domain.md, "Import of results".
 */
export function readTable(text: string): Outcome<RawTable, TableRefusal> {
  if (new TextEncoder().encode(text).length > MOST_BYTES) return refuse("IMPORT_TOO_LARGE");
  if (text.includes("\ufffd") || text.includes("\0")) return refuse("IMPORT_NOT_UTF8");
  const trimmed = text.replace(/^\ufeff/, "").trim();
  if (trimmed === "") return refuse("IMPORT_EMPTY");
  return trimmed.startsWith("[") || trimmed.startsWith("{") ? readJson(trimmed) : readCsv(trimmed);
}

function readJson(text: string): Outcome<RawTable, TableRefusal> {
  const items = parsedItems(text);
  if (items === null) return refuse("IMPORT_NOT_JSON");
  if (items.length === 0) return refuse("IMPORT_EMPTY");
  if (items.length > MOST_ROWS) return refuse("IMPORT_TOO_MANY_ROWS", { params: { max: MOST_ROWS } });
  const rows = items.map((values, index) => ({ line: index + 1, values, isRagged: false }));
  return done({ kind: "JSON", columns: [...new Set(items.flatMap((item) => Object.keys(item)))], rows });
}

/** An array of objects, or an object a line. */
function parsedItems(text: string): Record<string, unknown>[] | null {
  try {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
    const items: unknown = text.startsWith("[") ? JSON.parse(text) : lines.map((line) => JSON.parse(line));
    const isList =
      Array.isArray(items) && items.every((it) => typeof it === "object" && it !== null && !Array.isArray(it));
    return isList ? items : null;
  } catch {
    return null;
  }
}

function readCsv(text: string): Outcome<RawTable, TableRefusal> {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const mark = head.split(";").length > head.split(",").length ? ";" : ",";
  const read = cellsOf(text, mark);
  if (!read.ok) return read;
  const [first, ...rest] = read.value;
  const columns = (first?.cells ?? []).map((name) => name.trim().toLowerCase());
  if (new Set(columns).size < columns.length) return refuse("IMPORT_COLUMN_TWICE");
  const filled = rest.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) return refuse("IMPORT_EMPTY");
  if (filled.length > MOST_ROWS) return refuse("IMPORT_TOO_MANY_ROWS", { params: { max: MOST_ROWS } });
  const rows = filled.map(({ line, cells }) => ({
    line,
    // of what stands there alone: a wide head with many short rows would fill the memory
    values: Object.fromEntries(cells.slice(0, columns.length).map((cell, index) => [columns[index], plain(cell)])),
    isRagged: cells.length > columns.length,
  }));
  return done({ kind: "CSV", columns, rows });
}

/** Without the apostrophe that keeps a spreadsheet from running a text as a formula. */
function plain(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

type Line = { line: number; cells: string[] };

/** The cells of every record, with the line on which it begins. Refuses IMPORT_QUOTES, with the line. */
function cellsOf(text: string, delimiter: string): Outcome<Line[], "IMPORT_QUOTES"> {
  const read: Line[] = [];
  let line = 1;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      on_record: (cells: string[]) => {
        read.push({ line, cells });
        // the parser's own count takes a CRLF within quotes for two lines
        line += cells.join(delimiter).split(/\r\n|\r|\n/).length;
        return null;
      },
    });
    return done(read);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse("IMPORT_QUOTES", { params: { line: Number(error["lines"]) } });
  }
}
