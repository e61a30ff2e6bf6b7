import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { MOST_ROWS, type Paper, withinBounds } from "#app/platform/paper/paper.ts";
import { pdfOf } from "#app/platform/paper/pdf.server.ts";

function paper(rows: number, more: Partial<Paper> = {}): Paper {
  return {
    lang: "vi",
    title: "Bảng kê của Trường Đại học Ỗ Ệ",
    lede: "Kỳ 1: nhận 4.213.440.000 ₫.",
    header: "DA-2026-0001 · Ắc quy (21-S18)",
    address: "https://ba-nha.example/vi/partnerships/DA-2026-0001",
    madeAt: new Date("2028-02-01T03:00:00Z"),
    blocks: [
      { kind: "heading", text: "Phần được nhận" },
      { kind: "facts", caption: "Số liệu", facts: [{ term: "SHA-256", value: "a".repeat(64) }] },
      {
        kind: "table",
        caption: "Các dòng",
        columns: [
          { label: "Khoản", part: 2 },
          { label: "Số tiền", part: 1, isNumber: true },
        ],
        rows: Array.from({ length: rows }, (_none, at) => [`Khoản ${at}`, `${at}.000 ₫`]),
      },
    ],
    ...more,
  };
}

function bytesOf(one: Paper): Buffer {
  return Buffer.concat([...pdfOf(one)]);
}

/** What the pages draw, unpacked. */
function drawn(bytes: Buffer): string {
  const pieces: string[] = [];
  for (let at = bytes.indexOf("stream\n"); at >= 0; at = bytes.indexOf("stream\n", at + 1)) {
    const end = bytes.indexOf("\nendstream", at);
    if (bytes.subarray(at - 3, at).toString() === "end" || end < 0) continue;
    try {
      pieces.push(inflateSync(bytes.subarray(at + 7, end)).toString("latin1"));
    } catch {
      pieces.push("");
    }
  }
  return pieces.join("\n");
}

test("a PDF is tagged and says its language, its title and its headers of columns and rows", () => {
  const bytes = bytesOf(paper(2));
  const text = bytes.toString("latin1");
  expect(text.startsWith("%PDF-1.7")).toBe(true);
  for (const said of ["/Lang (vi)", "/StructTreeRoot", "/Marked true", "/DisplayDocTitle true", "/S /H1", "/S /H2"])
    expect(text).toContain(said);
  for (const said of ["/S /Table", "/S /TR", "/S /TH", "/S /TD", "/Scope /Column", "/Scope /Row", "DejaVuSans"])
    expect(text).toContain(said);
  // the title in UTF-16, as PDF writes what is not ASCII
  const title = Buffer.from("\ufeffBảng kê", "utf16le").swap16();
  expect(bytes.includes(title.subarray(0, 6))).toBe(true);
});

test("all that is drawn belongs to the structure, or is marked as repeated on every page", () => {
  const content = drawn(bytesOf(paper(120)));
  expect(content).toContain("/Artifact");
  let depth = 0;
  for (const [sign] of content.matchAll(/\b(BDC|BMC|EMC|TJ|Tj)\b/g)) {
    if (sign === "EMC") depth -= 1;
    else if (sign === "BDC" || sign === "BMC") depth += 1;
    else expect(depth).toBeGreaterThan(0);
  }
  expect(depth).toBe(0);
});

test("the same data give the same bytes, and another day others", () => {
  expect(bytesOf(paper(40)).equals(bytesOf(paper(40)))).toBe(true);
  const later = paper(40, { madeAt: new Date("2028-02-02T03:00:00Z") });
  expect(bytesOf(later).equals(bytesOf(paper(40)))).toBe(false);
});

test("a long table goes on over pages, and one beyond all bounds is cut and says so", () => {
  const pages = bytesOf(paper(120))
    .toString("latin1")
    .match(/\/Type \/Page\b/g);
  expect(pages?.length).toBeGreaterThan(2);
  const { paper: cut, isCut } = withinBounds(paper(MOST_ROWS + 5));
  expect(isCut).toBe(true);
  expect(cut.blocks.flatMap((block) => (block.kind === "table" ? block.rows : []))).toHaveLength(MOST_ROWS);
  expect(withinBounds(paper(3)).isCut).toBe(false);
});
