import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MAX_FILE_BYTES, openFiles, readStored, shownName, storeUpload } from "#app/platform/files/files.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ba-nha-files-"));
  openFiles(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n");
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const DOCX_PARTS = { "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>" };

function send(content: Uint8Array, name: string) {
  return storeUpload(new File([new Uint8Array(content)], name, { type: "text/html" }));
}

async function refusal(content: Uint8Array, name: string): Promise<string> {
  const outcome = await send(content, name);
  return outcome.ok ? "stored" : outcome.code;
}

test("a document lies under its hash, is read back byte for byte, and lies there once", async () => {
  const first = await send(PDF, "bản vẽ.pdf");
  const second = await send(PDF, "khác.PDF");
  expect(first).toEqual({
    ok: true,
    value: { sha256: sha256(PDF), sizeBytes: PDF.length, mediaType: "application/pdf", name: "bản vẽ.pdf" },
  });
  expect(second.ok && second.value.sha256).toBe(sha256(PDF));
  const stored = await readStored(sha256(PDF));
  expect(Buffer.from(await new Response(stored).arrayBuffer()).equals(PDF)).toBe(true);
  const place = path.join(folder, "files", sha256(PDF).slice(0, 2), sha256(PDF).slice(2, 4));
  expect(await readdir(place)).toEqual([sha256(PDF)]);
  expect(await readdir(path.join(folder, "files", "incoming"))).toEqual([]);
});

test("a file that is not in the store is absent", async () => {
  expect(await readStored("0".repeat(64))).toBeNull();
});

test("the kinds named in the form are recognised by content and ending", async () => {
  expect(await refusal(PNG, "a.png")).toBe("stored");
  expect(await refusal(Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex"), "a.jpeg")).toBe("stored");
  expect(await refusal(zip(DOCX_PARTS), "a.docx")).toBe("stored");
  expect(await refusal(zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>" }), "a.xlsx")).toBe("stored");
  expect(await refusal(compound("WordDocument"), "a.doc")).toBe("stored");
  expect(await refusal(compound("Workbook"), "a.xls")).toBe("stored");
});

test("a name that says another kind than the content is refused", async () => {
  expect(await refusal(PDF, "a.png")).toBe("FILE_ENDING");
  expect(await refusal(zip(DOCX_PARTS), "a.xlsx")).toBe("FILE_ENDING");
  expect(await refusal(PDF, "a.pdf.exe")).toBe("FILE_ENDING");
  expect(await refusal(PDF, "pdf")).toBe("stored");
  expect(await refusal(compound("WordDocument"), "a.docx")).toBe("FILE_ENDING");
});

test.each([
  ["a drawing that can carry a script", '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "a.svg"],
  ["a web page", "<!doctype html><script>1</script>", "a.pdf"],
  ["a web page before a document", "<html><script>1</script></html>\n%PDF-1.7", "a.pdf"],
  ["a document that begins as a web page too", "%PDF-1.7\n<html><script>1</script>", "a.pdf"],
  ["plain text", "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*", "a.pdf"],
  ["three bytes", "%PD", "a.pdf"],
  ["a program", "MZ\u0090\u0000\u0003", "a.docx"],
])("%s is refused whatever it is called", async (_what, content, name) => {
  expect(await refusal(Buffer.from(content, "latin1"), name)).toBe("FILE_TYPE");
});

test("archives that are no office document, or that are a trap, are refused", async () => {
  expect(await refusal(zip({ "a.txt": "x" }), "a.docx")).toBe("FILE_TYPE");
  expect(await refusal(zip({ ...DOCX_PARTS, "word/vbaProject.bin": "x" }), "a.docx")).toBe("FILE_TYPE");
  expect(await refusal(zip({ ...DOCX_PARTS, "inner.zip": "PK" }), "a.docx")).toBe("FILE_TYPE");
  expect(await refusal(zip({ ...DOCX_PARTS, "../../etc/cron.d/x": "x" }), "a.docx")).toBe("FILE_TYPE");
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`word/${i}.xml`, ""]));
  expect(await refusal(zip({ ...DOCX_PARTS, ...many }), "a.docx")).toBe("FILE_TYPE");
  expect(await refusal(zip({ ...DOCX_PARTS, "word/media/big.xml": "0".repeat(30_000_000) }), "a.docx")).toBe(
    "FILE_TYPE",
  );
  expect(await refusal(Buffer.concat([zip(DOCX_PARTS).subarray(0, 60), Buffer.alloc(200)]), "a.docx")).toBe(
    "FILE_TYPE",
  );
});

test("an empty file and a file one byte too large are refused", async () => {
  expect(await refusal(Buffer.alloc(0), "a.pdf")).toBe("FILE_EMPTY");
  expect(await refusal(Buffer.concat([PDF, Buffer.alloc(MAX_FILE_BYTES - PDF.length + 1)]), "a.pdf")).toBe(
    "FILE_TOO_LARGE",
  );
  expect(await refusal(Buffer.concat([PDF, Buffer.alloc(MAX_FILE_BYTES - PDF.length)]), "a.pdf")).toBe("stored");
});

test.each([
  ["../../etc/passwd.pdf", "passwd.pdf"],
  ["C:\\Users\\an\\bản vẽ.pdf", "bản vẽ.pdf"],
  ["a\r\nX-Evil: 1\r\n\r\n.pdf", "aX-Evil: 1.pdf"],
  ["hoa\u202Efdp.exe", "hoafdp.exe"],
  ["zero\u200Bwidth\u0000.pdf", "zerowidth.pdf"],
  ["..", "tep"],
  ["", "tep"],
  ["lone \ud800.pdf", "lone \ufffd.pdf"],
  [`${"x".repeat(300)}.pdf`, `${"x".repeat(116)}.pdf`],
])("the name %j is shown as %j and never used as a path", (sent, shown) => {
  expect(shownName(sent)).toBe(shown);
});

function compound(stream: string): Buffer {
  const content = Buffer.alloc(70_000);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(content);
  Buffer.from(stream, "utf16le").copy(content, 65_530);
  return content;
}

/** A ZIP archive with these parts, deflated. */
function zip(parts: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(Buffer.from(text));
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc(text), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(Buffer.byteLength(text), 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("504b0304", "hex"), common, path, packed]);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    common.copy(entry, 6, 0, 26);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, path);
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}

function crc(text: string): number {
  return typeof crc32 === "function" ? crc32(text) : 0;
}
