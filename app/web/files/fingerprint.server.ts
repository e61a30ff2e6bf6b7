import { createHash } from "node:crypto";
import { MAX_FILE_BYTES } from "#app/platform/files/files.server.ts";
import type { FileSink } from "#app/web/form.server.ts";

/** Takes the SHA-256 of every file of a form in its place; the files themselves are not kept. */
export const FINGERPRINTS: FileSink = { maxBytes: MAX_FILE_BYTES, maxFiles: 2, store: fingerprintOf };

async function fingerprintOf(file: File): Promise<string | null> {
  if (file.size === 0) return null;
  return createHash("sha256")
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest("hex");
}
