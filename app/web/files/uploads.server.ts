import { type FileRefusal, MAX_FILE_BYTES, type StoredUpload, storeUpload } from "#app/platform/files/files.server.ts";
import type { Refusal } from "#app/platform/outcome.ts";
import { type FileSink, UnreadableForm } from "#app/web/form.server.ts";

const MOST_FILES = 10;
/** A little more than a file may have, so that one that is just too large is refused at its field with the rest kept. */
const READ_BYTES = MAX_FILE_BYTES + 4_096;

/**
 * Reads a form with files, keeps those that are fit and says of the others why not. A body beyond all measure comes back
 * as one refusal, FILE_TOO_LARGE, with an empty form.
 */
export async function readUploads(readForm: (files?: FileSink) => Promise<FormData>): Promise<{
  form: FormData;
  uploads: StoredUpload[];
  refusals: Refusal<FileRefusal>[];
}> {
  const uploads: StoredUpload[] = [];
  const refusals: Refusal<FileRefusal>[] = [];
  async function store(file: File): Promise<null> {
    const stored = await storeUpload(file);
    if (stored.ok) uploads.push(stored.value);
    else refusals.push(stored);
    return null;
  }
  try {
    const form = await readForm({ maxBytes: READ_BYTES, maxFiles: MOST_FILES, store });
    return { form, uploads, refusals };
  } catch (error) {
    if (!(error instanceof UnreadableForm) || error.status !== 413) throw error;
    const refusal = { ok: false, code: "FILE_TOO_LARGE", params: { name: "…" } } as const;
    return { form: new FormData(), uploads: [], refusals: [refusal] };
  }
}
