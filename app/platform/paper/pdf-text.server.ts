export const MARGIN = 45;
/** of what is printed: A4 less both margins, in points */
export const WIDTH = 595.28 - 2 * MARGIN;
export const INK = "#1d1b18";
export const SOFT = "#544f48";
export const RULE = "#ddd7cb";
export const SIZE = { title: 17, heading: 12, text: 9, small: 7.5 } as const;

/** Where a document is being drawn, and the element of its structure that takes what comes next. */
export type Drawing = { doc: PDFKit.PDFDocument; parent: PDFKit.PDFStructureElement };

type Style = { size: number; bold?: boolean; colour?: string };

/** Begins another page where so many points are not left on this one. */
export function roomFor(doc: PDFKit.PDFDocument, height: number): boolean {
  if (doc.y + height <= bottomOf(doc)) return false;
  doc.addPage();
  return true;
}

export function bottomOf(doc: PDFKit.PDFDocument): number {
  return doc.page.height - doc.page.margins.bottom;
}

/** A paragraph or heading over the whole width; a long one goes on on the next page. */
export function say({ doc, parent }: Drawing, tag: string, text: string, style: Style): void {
  const draw = () => {
    doc
      .font(style.bold ? "bold" : "regular")
      .fontSize(style.size)
      .fillColor(style.colour ?? INK)
      .text(text, MARGIN, doc.y, { width: WIDTH, lineGap: 1.5 });
  };
  roomFor(doc, style.size * 2);
  const element = doc.struct(tag);
  parent.add(element);
  element.add(draw);
  element.end();
  doc.y += style.size * 0.5;
}
