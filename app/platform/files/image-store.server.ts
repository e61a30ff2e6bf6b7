import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { type FileRefusal, MAX_FILE_BYTES, type StoredUpload, shownName, storeUpload } from "./files.server.ts";
import { type ImageRefusal, publicImage } from "./public-image.server.ts";

/** What is refused of a picture among several files: the sentence names the file. */
export type PictureRefusal = "PICTURE_TYPE" | "PICTURE_TOO_LARGE" | "PICTURE_UNREADABLE";

const NAMED: Record<ImageRefusal, PictureRefusal> = {
  IMAGE_TYPE: "PICTURE_TYPE",
  IMAGE_TOO_LARGE: "PICTURE_TOO_LARGE",
  IMAGE_UNREADABLE: "PICTURE_UNREADABLE",
};

const SMALL_EDGE_PX = 640;

type Size = { width: number; height: number };

/** A picture that lies in the store as anybody may see it, with a small one of it for pages; edges in pixels. */
export type StoredImage = StoredUpload & Size & { small: Omit<StoredUpload, "name"> & Size };

/**
 * Keeps a picture of at most 25 MB, redrawn by `publicImage`, and a small one of it. What was sent is kept nowhere.
 * Refuses FILE_EMPTY, FILE_TOO_LARGE, and as PICTURE_… what `publicImage` refuses: PICTURE_TYPE says that it may be another
 * kind of file.
 */
export async function storeImage(upload: File): Promise<Outcome<StoredImage, FileRefusal | PictureRefusal>> {
  const name = shownName(upload.name);
  if (upload.size > MAX_FILE_BYTES) return refuse("FILE_TOO_LARGE", { params: { name } });
  if (upload.size === 0) return refuse("FILE_EMPTY", { params: { name } });
  const whole = await publicImage(new Uint8Array(await upload.arrayBuffer()));
  if (!whole.ok) return refuse(NAMED[whole.code], { params: { name } });
  const small = await publicImage(whole.value.bytes, SMALL_EDGE_PX);
  if (!small.ok) return refuse(NAMED[small.code], { params: { name } });
  const shown = `${name.replace(/\.\w{1,5}$/, "")}.webp`;
  const [keptWhole, keptSmall] = [await keep(whole.value.bytes, shown), await keep(small.value.bytes, shown)];
  if (!keptWhole.ok) return keptWhole;
  if (!keptSmall.ok) return keptSmall;
  const { sha256, sizeBytes, mediaType } = keptSmall.value;
  return done({
    ...keptWhole.value,
    ...sizeOf(whole.value),
    small: { sha256, sizeBytes, mediaType, ...sizeOf(small.value) },
  });
}

function keep(bytes: Buffer, name: string) {
  return storeUpload(new File([new Uint8Array(bytes)], name));
}

function sizeOf({ width, height }: Size): Size {
  return { width, height };
}
