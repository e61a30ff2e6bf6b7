import type { FileToAdd } from "#app/domain/results/profile/add-file.server.ts";
import { type FileRefusal, storeUpload } from "#app/platform/files/files.server.ts";
import { type PictureRefusal, storeImage } from "#app/platform/files/image-store.server.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import { readKept } from "#app/web/files/uploads.server.ts";
import type { FileSink } from "#app/web/form.server.ts";

const MOST_AT_ONCE = 6;

/**
 * Reads a form with pictures and documents: pictures are redrawn before they are kept, documents are kept as they are, and
 * of what is neither it says why not.
 */
export function readProfileFiles(readForm: (files?: FileSink) => Promise<FormData>) {
  return readKept(readForm, keep, MOST_AT_ONCE);
}

async function keep(upload: File): Promise<Outcome<FileToAdd, FileRefusal | PictureRefusal>> {
  const image = await storeImage(upload);
  if (image.ok) return done({ kind: "IMAGE", file: image.value });
  if (image.code !== "PICTURE_TYPE") return image;
  const document = await storeUpload(upload);
  return document.ok ? done({ kind: "DOCUMENT", file: document.value }) : document;
}
