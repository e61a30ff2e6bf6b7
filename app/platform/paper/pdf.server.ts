import { createRequire } from "node:module";
import path from "node:path";
import PDFDocument from "pdfkit";
import { translator } from "#app/platform/languages/messages.server.ts";
import type { Paper, PaperBlock } from "./paper.ts";
import { repeatsHeading, withinBounds } from "./paper.ts";
import { drawFacts, drawTable } from "./pdf-table.server.ts";
import { type Drawing, INK, MARGIN, roomFor, SIZE, SOFT, say, WIDTH } from "./pdf-text.server.ts";

const ROOF = "#a8231a";
const FULL_WIDTH = WIDTH + 2 * MARGIN;

/**
 * A document as PDF, piece by piece: tagged, with language, title and page numbers, drawn with DejaVu Sans, which has
 * every Vietnamese letter and the đồng sign. The same document gives the same bytes.
 */
export function* pdfOf(given: Paper): Generator<Uint8Array> {
  const { paper, isCut } = withinBounds(given);
  const doc = openPdf(paper);
  const root = doc.struct("Document");
  doc.addStructure(root);
  const drawing: Drawing = { doc, parent: root };
  drawHead(drawing, paper);
  for (const [place, block] of paper.blocks.entries()) {
    drawBlock(drawing, block, repeatsHeading(paper.blocks, place));
    yield* pieces(doc);
  }
  if (isCut) say(drawing, "P", translator(paper.lang)("papers:cut"), { size: SIZE.text });
  root.end();
  drawFrames(doc, paper);
  doc.end();
  yield* pieces(doc);
}

function openPdf({ lang, title, header, madeAt }: Paper): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    size: "A4",
    margins: { top: MARGIN + 26, bottom: MARGIN + 18, left: MARGIN, right: MARGIN },
    pdfVersion: "1.7",
    tagged: true,
    lang,
    displayTitle: true,
    // page numbers say of how many; pages are few (MOST_ROWS)
    bufferPages: true,
    info: {
      Title: title,
      Subject: header,
      Author: "Ba Nhà",
      Creator: "Ba Nhà",
      Producer: "Ba Nhà",
      CreationDate: madeAt,
    },
  });
  const { regular, bold } = fontFiles();
  doc.registerFont("regular", regular).registerFont("bold", bold);
  return doc;
}

/** The full font files of the package, found from the project's root wherever the build lies. */
function fontFiles(): { regular: string; bold: string } {
  const { resolve } = createRequire(path.resolve("package.json"));
  return {
    regular: resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
    bold: resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"),
  };
}

function* pieces(doc: PDFKit.PDFDocument): Generator<Uint8Array> {
  const piece: unknown = doc.read();
  if (piece instanceof Uint8Array) yield piece;
}

function drawHead(drawing: Drawing, { title, lede }: Paper): void {
  say(drawing, "H1", title, { size: SIZE.title, bold: true });
  if (lede) say(drawing, "P", lede, { size: SIZE.text, colour: SOFT });
}

function drawBlock(drawing: Drawing, block: PaperBlock, isRepeated: boolean): void {
  if (block.kind === "heading") drawHeading(drawing, block.text);
  else if (block.kind === "text") say(drawing, "P", block.text, { size: SIZE.text });
  else if (block.kind === "facts") drawFacts(drawing, block);
  else drawTable(drawing, block, { hasCaption: !isRepeated });
}

function drawHeading(drawing: Drawing, text: string): void {
  const { doc } = drawing;
  roomFor(doc, 90);
  doc.y += 8;
  doc.markContent("Artifact", { type: "Layout" });
  doc.rect(MARGIN, doc.y, WIDTH, 1.5).fill(INK);
  doc.endMarkedContent();
  doc.y += 7;
  say(drawing, "H2", text, { size: SIZE.heading, bold: true });
}

/** What stands on every page: the roof line, what the document is about, its address and the page of how many. */
function drawFrames(doc: PDFKit.PDFDocument, { lang, header, address }: Paper): void {
  const t = translator(lang);
  const { start, count } = doc.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    doc.switchToPage(at);
    // text beneath the margin would else begin another page
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    doc.rect(0, 0, FULL_WIDTH, 4).fill(ROOF);
    doc.font("bold").fontSize(SIZE.small).fillColor(INK).text("Ba Nhà", MARGIN, 26, { lineBreak: false });
    const line = { width: WIDTH - 60, height: SIZE.small + 4, ellipsis: true };
    doc
      .font("regular")
      .fillColor(SOFT)
      .text(header, MARGIN + 60, 26, { ...line, align: "right" });
    const foot = doc.page.height - 36;
    doc.text(address, MARGIN, foot, { ...line, width: WIDTH - 90 });
    const page = t("papers:page", { page: String(at + 1), pages: String(count) });
    doc.text(page, MARGIN + WIDTH - 90, foot, { ...line, width: 90, align: "right" });
    doc.endMarkedContent();
  }
}
