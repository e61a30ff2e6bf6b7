import type { Paper } from "#app/platform/paper/paper.ts";
import { pdfOf } from "#app/platform/paper/pdf.server.ts";
import { etagOf, tagged } from "./tagged.server.ts";

/** Changes with every change of how a PDF is drawn. */
const DRAWN_BY = "ba-nha/pdf/1";

/** A document as PDF, drawn page by page as it is read. Its ETag is that of what it says. */
export function pdf(request: Request, name: string, paper: Paper, { isPrivate }: { isPrivate: boolean }): Response {
  const headers = {
    "Content-Type": "application/pdf",
    "Content-Disposition": `inline; filename="${name}"`,
    "Content-Language": paper.lang,
    "Cache-Control": isPrivate ? "private, no-cache" : "public, max-age=30",
  };
  return tagged(request, etagOf(JSON.stringify([DRAWN_BY, paper])), headers, () => streamOf(pdfOf(paper)));
}

/** A PDF that was printed before, as it is kept. */
export function printed(request: Request, name: string, bytes: Uint8Array<ArrayBuffer>, lang: string): Response {
  const headers = {
    "Content-Type": "application/pdf",
    "Content-Disposition": `inline; filename="${name}"`,
    "Content-Language": lang,
    "Cache-Control": "public, max-age=86400",
  };
  return tagged(request, etagOf(bytes), headers, () => bytes);
}

function streamOf(pieces: Generator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel() {
      pieces.return(undefined);
    },
  });
}
