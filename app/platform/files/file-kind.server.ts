import type { FileHandle } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import { readZipDirectory, type ZipEntry } from "./zip-directory.server.ts";

/** The kinds of file that the portal takes, with the endings that each may carry. */
export const FILE_KINDS = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/webp": ["webp"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/msword": ["doc"],
  "application/vnd.ms-excel": ["xls"],
} as const;
export type MediaType = keyof typeof FILE_KINDS;

/** What a file field offers to choose. */
export const ACCEPTED_ENDINGS = Object.values(FILE_KINDS)
  .flat()
  .map((ending) => `.${ending}`)
  .join(",");

const OFFICE = "application/vnd.openxmlformats-officedocument";
const OFFICE_PARTS: readonly [string, MediaType][] = [
  ["word/document.xml", `${OFFICE}.wordprocessingml.document`],
  ["xl/workbook.xml", `${OFFICE}.spreadsheetml.sheet`],
  ["ppt/presentation.xml", `${OFFICE}.presentationml.presentation`],
];
/** Streams by which a compound file is known as a Word or an Excel document, as they stand in it (UTF-16LE). */
const COMPOUND_STREAMS: readonly [Buffer, MediaType][] = [
  [Buffer.from("WordDocument", "utf16le"), "application/msword"],
  [Buffer.from("Workbook", "utf16le"), "application/vnd.ms-excel"],
];

const HEAD_BYTES = 4_100;
const MAX_ENTRIES = 4_000;
const MAX_UNPACKED_BYTES = 300_000_000;
/** Sheets of figures pack some 30 to 1; a thousand to one is a bomb. */
const MAX_PACKING = 150;
const PACKING_COUNTS_FROM_BYTES = 10_000_000;
const UNWELCOME_ENTRY =
  /(^|[\\/])\.\.([\\/]|$)|^[\\/]|vbaProject\.bin$|\.(zip|jar|7z|rar|exe|dll|scr|js|vbs|bat|cmd|ps1)$/i;
const MARKUP = /<\s*(!doctype|html|script|svg|iframe|body)\b/i;

/**
 * What a file is by its content, whatever it is called. Null for everything that is not one of FILE_KINDS, for an
 * archive that would unpack beyond measure or carries programs, and for a document that begins as a web page too.
 */
export async function kindOf(file: FileHandle, sizeBytes: number): Promise<MediaType | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  const head = buffer.subarray(0, bytesRead);
  if (head.length < 4 || MARKUP.test(head.toString("latin1"))) return null;
  if (head.readUInt32LE(0) === 0x04034b50) return officeKind(await readZipDirectory(file, sizeBytes, MAX_ENTRIES));
  const mime = (await fileTypeFromBuffer(head))?.mime;
  if (mime === "application/x-cfb") return compoundKind(file);
  return mime === "application/pdf" || mime === "image/png" || mime === "image/jpeg" || mime === "image/webp"
    ? mime
    : null;
}

/** Whether a name ends as files of this kind do. */
export function endingFits(name: string, mediaType: MediaType): boolean {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return FILE_KINDS[mediaType].some((allowed) => allowed === ending);
}

function officeKind(entries: ZipEntry[] | null): MediaType | null {
  if (!entries || entries.some((entry) => entry.encrypted || UNWELCOME_ENTRY.test(entry.name))) return null;
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedBytes, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.compressedBytes, 0);
  if (unpacked > MAX_UNPACKED_BYTES) return null;
  if (unpacked > PACKING_COUNTS_FROM_BYTES && unpacked > packed * MAX_PACKING) return null;
  const names = new Set(entries.map((entry) => entry.name));
  if (!names.has("[Content_Types].xml")) return null;
  return OFFICE_PARTS.find(([part]) => names.has(part))?.[1] ?? null;
}

async function compoundKind(file: FileHandle): Promise<MediaType | null> {
  const step = 65_536;
  const overlap = 32;
  const chunk = Buffer.alloc(step + overlap);
  for (let position = 0; ; position += step) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position);
    const part = chunk.subarray(0, bytesRead);
    const found = COMPOUND_STREAMS.find(([stream]) => part.includes(stream));
    if (found) return found[1];
    if (bytesRead < chunk.length) return null;
  }
}
