import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { environment } from "#app/platform/environment.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { endingFits, kindOf, type MediaType } from "./file-kind.server.ts";

export const MAX_FILE_BYTES = 25 * 1_024 * 1_024;
const LONGEST_NAME = 120;

export type FileRefusal = "FILE_EMPTY" | "FILE_TOO_LARGE" | "FILE_TYPE" | "FILE_ENDING";

/** A file that lies in the store. `name` is what its owner called it, made fit to be shown; it is never a path. */
export type StoredUpload = { sha256: string; sizeBytes: number; mediaType: MediaType; name: string };

let folder: string | undefined;

/** Sets where files lie in this process: `{dataFolder}/files`. Without it the configured data folder is used. */
export function openFiles(dataFolder: string): void {
  folder = path.join(dataFolder, "files");
}

/**
 * Keeps a file of at most 25 MB under its hash, once its content has been recognised. Refuses FILE_EMPTY,
 * FILE_TOO_LARGE, FILE_TYPE (not one of FILE_KINDS, or an archive that unpacks beyond measure) and FILE_ENDING (the
 * name says another kind than the content). The same content lies there once, however often it is sent.
 */
export async function storeUpload(upload: File): Promise<Outcome<StoredUpload, FileRefusal>> {
  const name = shownName(upload.name);
  if (upload.size > MAX_FILE_BYTES) return refuse("FILE_TOO_LARGE", { params: { name } });
  if (upload.size === 0) return refuse("FILE_EMPTY", { params: { name } });
  const waiting = path.join(root(), "incoming", randomUUID());
  await mkdir(path.dirname(waiting), { recursive: true });
  try {
    const { sha256, mediaType } = await writeAndInspect(waiting, upload);
    if (!mediaType) return refuse("FILE_TYPE", { params: { name } });
    if (!endingFits(name, mediaType)) return refuse("FILE_ENDING", { params: { name } });
    const kept = placeOf(sha256);
    await mkdir(path.dirname(kept), { recursive: true });
    await rename(waiting, kept);
    return done({ sha256, sizeBytes: upload.size, mediaType, name });
  } finally {
    await rm(waiting, { force: true });
  }
}

/** The content of a stored file; null when it is not in the store. */
export async function readStored(sha256: string): Promise<ReadableStream<Uint8Array> | null> {
  const handle = await open(placeOf(sha256), "r").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });
  if (!handle) return null;
  await handle.close();
  return toWeb(createReadStream(placeOf(sha256)));
}

/**
 * A file name as a person may read it: the last part of whatever was sent, without control, direction and invisible
 * characters, at most 120 characters with its ending kept.
 */
export function shownName(sent: string): string {
  const last = Buffer.from(sent, "utf8").toString("utf8").normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  const characters = [...plain];
  if (characters.length === 0 || /^\.+$/.test(plain)) return "tep";
  if (characters.length <= LONGEST_NAME) return plain;
  const ending = [...plain.slice(Math.max(plain.lastIndexOf("."), 0))].slice(0, 10);
  return [...characters.slice(0, LONGEST_NAME - ending.length), ...ending].join("");
}

async function writeAndInspect(place: string, upload: File): Promise<{ sha256: string; mediaType: MediaType | null }> {
  const file = await open(place, "wx+", 0o600);
  try {
    const sha256 = await writeHashed(file, upload);
    return { sha256, mediaType: await kindOf(file, upload.size) };
  } finally {
    await file.close();
  }
}

async function writeHashed(file: FileHandle, upload: File): Promise<string> {
  const hash = createHash("sha256");
  const reader = upload.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    hash.update(part.value);
    await file.writeFile(part.value);
  }
  await file.sync();
  return hash.digest("hex");
}

function toWeb(stream: NodeJS.ReadableStream): ReadableStream<Uint8Array> {
  const parts = stream[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const part = await parts.next();
      if (part.done) controller.close();
      else controller.enqueue(typeof part.value === "string" ? Buffer.from(part.value) : part.value);
    },
    async cancel() {
      await parts.return?.();
    },
  });
}

function placeOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`Not a hash: ${sha256}`);
  return path.join(root(), sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

function root(): string {
  folder ??= path.join(environment().dataFolder, "files");
  return folder;
}
