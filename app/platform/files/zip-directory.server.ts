import type { FileHandle } from "node:fs/promises";

/** What the central directory of a ZIP archive says; nothing is unpacked to learn it. */
export type ZipEntry = { name: string; uncompressedBytes: number; compressedBytes: number; encrypted: boolean };

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 65_535;
/** A ZIP64 archive writes this in the place of a count or an offset. */
const BEYOND = [0xffff, 0xffffffff];

/**
 * Reads the central directory of an archive. Null when there is none, when it does not fit into the file, when it needs
 * ZIP64 or holds more than `maxEntries` entries: no office document of ours does.
 */
export async function readZipDirectory(
  file: FileHandle,
  sizeBytes: number,
  maxEntries: number,
): Promise<ZipEntry[] | null> {
  const tail = await readAt(file, Math.max(0, sizeBytes - END_BYTES - LONGEST_COMMENT), END_BYTES + LONGEST_COMMENT);
  const end = lastIndexOfEnd(tail);
  if (end < 0) return null;
  const count = tail.readUInt16LE(end + 10);
  const bytes = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (BEYOND.includes(count) || BEYOND.includes(offset) || count > maxEntries || offset + bytes > sizeBytes)
    return null;
  if (bytes > maxEntries * 1_024) return null;
  return readEntries(await readAt(file, offset, bytes), count);
}

function readEntries(directory: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE) return null;
    const nameBytes = directory.readUInt16LE(at + 28);
    const extraBytes = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    entries.push({
      name: directory.toString("utf8", at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
      compressedBytes: directory.readUInt32LE(at + 20),
      uncompressedBytes: directory.readUInt32LE(at + 24),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    });
    at += ENTRY_BYTES + nameBytes + extraBytes;
  }
  return entries;
}

function lastIndexOfEnd(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) if (tail.readUInt32LE(at) === END_SIGNATURE) return at;
  return -1;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
