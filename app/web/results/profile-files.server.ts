import type { FileToAdd } from "#app/domain/results/profile/add-file.server.ts";
import { type FileRefusal, MAX_FILE_BYTES, storeUpload } from "#app/platform/files/files.server.ts";
import { storeImage } from "#app/platform/files/image-store.server.ts";
import type { ImageRefusal } from "#app/platform/files/public-image.server.ts";
import type { Outcome, Refusal } from "#app/platform/outcome.ts";
import { type FileSink, UnreadableForm } from "#app/web/form.server.ts";

const MOST_AT_ONCE = 6;
/** A little more than a file may have, so that one that is just too large is refused at its field with the rest kept. */
const READ_BYTES = MAX_FILE_BYTES + 4_096;

type UploadRefusal = FileRefusal | ImageRefusal;

/**
 * Reads a form with pictures and documents: pictures are redrawn before they are kept, documents are kept as they are, and
 * of what is neither it says why not. A body beyond all measure comes back as one refusal, with an empty form.
 */
export async function readProfileFiles(readForm: (files?: FileSink) => Promise<FormData>): Promise<{
  form: FormData;
  files: FileToAdd[];
  refusals: Refusal<UploadRefusal>[];
}> {
  const files: FileToAdd[] = [];
  const refusals: Refusal<UploadRefusal>[] = [];
  async function store(file: File): Promise<null> {
    const kept = await keep(file);
    if (kept.ok) files.push(kept.value);
    else refusals.push(kept);
    return null;
  }
  try {
    const form = await readForm({ maxBytes: READ_BYTES, maxFiles: MOST_AT_ONCE, store });
    return { form, files, refusals };
  } catch (error) {
    if (!(error instanceof UnreadableForm) || error.status !== 413) throw error;
    const refusal = { ok: false, code: "FILE_TOO_LARGE", params: { name: "…" } } as const;
    return { form: new FormData(), files: [], refusals: [refusal] };
  }
}

async function keep(upload: File): Promise<Outcome<FileToAdd, UploadRefusal>> {
  const image = await storeImage(upload);
  if (image.ok) return { ok: true, value: { kind: "IMAGE", file: image.value } };
  if (image.code !== "IMAGE_TYPE") return image;
  const document = await storeUpload(upload);
  return document.ok ? { ok: true, value: { kind: "DOCUMENT", file: document.value } } : document;
}
