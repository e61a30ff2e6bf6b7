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
  | "IMPORT_QUOTE_OPEN"
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
  const lines = cellsOf(text, mark);
  if (lines === null) return refuse("IMPORT_QUOTE_OPEN");
  const [first, ...rest] = lines;
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

/** The cells of every line of RFC 4180; null where a quote stays open. */
function cellsOf(text: string, mark: string): Line[] | null {
  const lines: Line[] = [];
  let at = 0;
  let line = 1;
  let current: Line = { line, cells: [] };
  while (at <= text.length) {
    const isQuoted = text[at] === '"';
    const end = isQuoted ? endOfQuoted(text, at) : endOfPlain(text, at, mark);
    if (end === null) return null;
    const cell = isQuoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end);
    current.cells.push(cell);
    line += cell.split("\n").length - 1;
    at = isQuoted ? endOfPlain(text, end, mark) : end;
    if (text[at] !== mark) {
      lines.push(current);
      if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
      line += 1;
      current = { line, cells: [] };
    }
    at += 1;
    if (at > text.length || (at === text.length && text[at - 1] !== mark)) break;
  }
  return lines;
}

function endOfPlain(text: string, from: number, mark: string): number {
  let at = from;
  while (at < text.length && text[at] !== mark && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return at;
}

/** The place behind the closing quote; null where there is none. */
function endOfQuoted(text: string, from: number): number | null {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    if (text[quote + 1] !== '"') return quote + 1;
    at = quote + 2;
  }
}
