import { etagOf, tagged } from "./tagged.server.ts";

/** What a cell holds. */
export type CsvCell = string | number | bigint | boolean | null;

/** A byte order mark, without which spreadsheets read Vietnamese as another script. */
const MARK = "\ufeff";
/** What a spreadsheet would take for a formula, or for what goes before one. */
const FORMULA = /^[=+\-@\t\r]/;

/** One line of RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cellText).join(",")}\r\n`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A file of CSV, sent batch by batch as the rows come: nothing holds them all. */
export function csv(name: string, head: readonly string[], batches: AsyncIterable<readonly CsvCell[][]>): Response {
  const rows = batches[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let begun = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!begun) {
        begun = true;
        controller.enqueue(encoder.encode(MARK + csvLine(head)));
        return;
      }
      const { done, value } = await rows.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map(csvLine).join("")));
    },
    async cancel() {
      await rows.return?.();
    },
  });
  return new Response(body, { headers: headersOf(name) });
}

/** The same for rows that are at hand, with the ETag of its text. */
export function csvOf(
  request: Request,
  name: string,
  head: readonly string[],
  rows: readonly CsvCell[][],
  { isPrivate = false } = {},
): Response {
  const text = MARK + [head, ...rows].map(csvLine).join("");
  return tagged(request, etagOf(text), { ...headersOf(name), ...(isPrivate ? PRIVATE : {}) }, () => text);
}

const PRIVATE = { "Cache-Control": "private, no-cache" };

function headersOf(name: string) {
  return {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${name}"`,
    "Cache-Control": "public, max-age=30",
  };
}
