import { type FileRefusal, MAX_FILE_BYTES, type StoredUpload, storeUpload } from "#app/platform/files/files.server.ts";
import type { Outcome, Refusal } from "#app/platform/outcome.ts";
import { type FileSink, UnreadableForm } from "#app/web/form.server.ts";

const MOST_FILES = 10;
/** A little more than a file may have, so that one that is just too large is refused at its field with the rest kept. */
const READ_BYTES = MAX_FILE_BYTES + 4_096;

type ReadForm = (files?: FileSink) => Promise<FormData>;

/** A form with what became of its files, and of those that are not fit why not. */
type Uploads<Kept, Code extends string> = { form: FormData; uploads: Kept[]; refusals: Refusal<Code>[] };

/**
 * Reads a form with files, keeps those that are fit and says of the others why not. A body beyond all measure comes back
 * as one refusal, FILE_TOO_LARGE, with an empty form.
 */
export function readUploads(readForm: ReadForm): Promise<Uploads<StoredUpload, FileRefusal>> {
  return readKept(readForm, storeUpload, MOST_FILES);
}

/** The same with another way to keep a file. */
export async function readKept<Kept, Code extends string>(
  readForm: ReadForm,
  keep: (file: File) => Promise<Outcome<Kept, Code>>,
  maxFiles: number,
): Promise<Uploads<Kept, Code | "FILE_TOO_LARGE">> {
  const uploads: Kept[] = [];
  const refusals: Refusal<Code | "FILE_TOO_LARGE">[] = [];
  async function store(file: File): Promise<null> {
    const kept = await keep(file);
    if (kept.ok) uploads.push(kept.value);
    else refusals.push(kept);
    return null;
  }
  try {
    const form = await readForm({ maxBytes: READ_BYTES, maxFiles, store });
    return { form, uploads, refusals };
  } catch (error) {
    if (!(error instanceof UnreadableForm) || error.status !== 413) throw error;
    const refusal = { ok: false, code: "FILE_TOO_LARGE", params: { name: "…" } } as const;
    return { form: new FormData(), uploads: [], refusals: [refusal] };
  }
}
