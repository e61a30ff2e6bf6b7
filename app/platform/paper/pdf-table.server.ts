import type { PaperBlock, PaperColumn, PaperTable } from "./paper.ts";
import { bottomOf, type Drawing, INK, MARGIN, RULE, roomFor, SIZE, SOFT, say, WIDTH } from "./pdf-text.server.ts";

const PAD = { x: 4, y: 3 };
const TEXT = { size: 8, lineGap: 1 };

type Cell = {
  text: string;
  left: number;
  width: number;
  tag: "TH" | "TD";
  scope?: "Column" | "Row";
  isNumber: boolean;
  isBold: boolean;
};
type Row = { cells: Cell[]; height: number };
/** `scope` is known to pdfkit, not yet to its types. */
type HeaderOptions = { title?: string; scope?: "Column" | "Row" };

/** Terms and what they are: a table whose rows have headers. */
export function drawFacts(drawing: Drawing, { caption, facts }: Extract<PaperBlock, { kind: "facts" }>): void {
  const columns = [
    { label: "", part: 2 },
    { label: "", part: 5 },
  ];
  const rows = facts.map(({ term, value }) => [term, value]);
  drawTable(drawing, { kind: "table", caption, columns, rows }, { hasHead: false, hasCaption: false });
}

/** A table with its caption; its head is told again on every page that it goes on to. */
export function drawTable(drawing: Drawing, table: PaperTable, { hasHead = true, hasCaption = true } = {}): void {
  const { doc } = drawing;
  const head = hasHead
    ? measured(
        doc,
        table.columns,
        table.columns.map(({ label }) => label),
        "head",
      )
    : null;
  roomFor(doc, 60 + (head?.height ?? 0));
  if (hasCaption) say(drawing, "P", table.caption, { size: SIZE.text, bold: true });
  const element = doc.struct("Table", { title: table.caption });
  drawing.parent.add(element);
  const inTable = { doc, parent: element };
  if (head) drawRow(inTable, head);
  const rows = [
    ...table.rows.map((cells) => measured(doc, table.columns, cells, "body")),
    ...(table.total ? [measured(doc, table.columns, table.total, "total")] : []),
  ];
  for (const row of rows) {
    if (roomFor(doc, Math.min(row.height, bottomOf(doc) - 200)) && head) repeat(doc, head);
    drawRow(inTable, row);
  }
  element.end();
  doc.x = MARGIN;
  doc.y += 10;
}

function measured(
  doc: PDFKit.PDFDocument,
  columns: readonly PaperColumn[],
  texts: readonly string[],
  kind: "head" | "body" | "total",
): Row {
  const parts = columns.reduce((sum, { part }) => sum + part, 0);
  let left = MARGIN;
  const cells = columns.map(({ part, isNumber = false }, place): Cell => {
    const width = (WIDTH * part) / parts;
    const scope = kind === "head" ? "Column" : place === 0 ? "Row" : undefined;
    const cell: Cell = {
      text: texts[place] ?? "",
      left,
      width,
      tag: scope ? "TH" : "TD",
      ...(scope ? { scope } : {}),
      isNumber,
      isBold: kind !== "body",
    };
    left += width;
    return cell;
  });
  const heights = cells.map((cell) => {
    const face = doc.font(cell.isBold ? "bold" : "regular").fontSize(TEXT.size);
    return face.heightOfString(cell.text || " ", { width: cell.width - 2 * PAD.x, lineGap: TEXT.lineGap });
  });
  return { cells, height: Math.max(...heights) + 2 * PAD.y };
}

function drawRow({ doc, parent }: Drawing, row: Row): void {
  const top = doc.y;
  const element = doc.struct("TR");
  parent.add(element);
  for (const cell of row.cells) {
    const options: HeaderOptions = cell.scope ? { scope: cell.scope } : {};
    const inRow = doc.struct(cell.tag, options);
    element.add(inRow);
    inRow.add(() => drawCell(doc, cell, top));
    inRow.end();
  }
  element.end();
  under(doc, row, top);
}

/** The head of a table on another page: for the eye alone, its structure has told it once. */
function repeat(doc: PDFKit.PDFDocument, head: Row): void {
  const top = doc.y;
  doc.markContent("Artifact", { type: "Pagination" });
  for (const cell of head.cells) drawCell(doc, cell, top);
  doc.endMarkedContent();
  under(doc, head, top);
}

function drawCell(doc: PDFKit.PDFDocument, cell: Cell, top: number): void {
  doc
    .font(cell.isBold ? "bold" : "regular")
    .fontSize(TEXT.size)
    .fillColor(cell.scope === "Column" ? SOFT : INK)
    .text(cell.text, cell.left + PAD.x, top + PAD.y, {
      width: cell.width - 2 * PAD.x,
      lineGap: TEXT.lineGap,
      align: cell.isNumber ? "right" : "left",
    });
}

function under(doc: PDFKit.PDFDocument, row: Row, top: number): void {
  const isHead = row.cells[0]?.scope === "Column";
  doc.y = top + row.height;
  doc.markContent("Artifact", { type: "Layout" });
  doc.rect(MARGIN, doc.y, WIDTH, isHead ? 1 : 0.5).fill(isHead ? INK : RULE);
  doc.endMarkedContent();
  doc.y += 1;
}
