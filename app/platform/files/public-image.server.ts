import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";

/** The kinds of picture that are read; everything else that the library could open stays shut. */
const READABLE = ["image/jpeg", "image/png", "image/webp"];
const READERS = ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"];
/** Photographs of fifty megapixels are the largest that telephones make; what unpacks to more is refused unread. */
const MOST_PIXELS = 50_000_000;
const LONGEST_EDGE_PX = 1_600;
const QUALITY = 82;
const PATIENCE_S = 20;

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: READERS });

export type ImageRefusal = "IMAGE_TYPE" | "IMAGE_TOO_LARGE" | "IMAGE_UNREADABLE";

/** A picture as anybody may see it: WebP in sRGB, upright, without anything but its pixels. */
export type PublicImage = { bytes: Buffer; mediaType: "image/webp"; width: number; height: number };

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes of a PNG, JPEG or WebP picture a new one of its pixels alone: no place, camera, author, time, comment, profile or
 * preview comes along. It is turned upright as its camera held it, an animation becomes its first picture, and neither
 * edge is longer than `longestEdgePx`; a smaller picture keeps its size. Refuses: IMAGE_TYPE (another kind, SVG among
 * them, whatever it is called); IMAGE_TOO_LARGE (more than 50 million pixels, however few bytes they are packed into);
 * IMAGE_UNREADABLE (broken or cut off). Pictures are made one after the other, so that many at once need the memory of
 * one.
 */
export async function publicImage(
  bytes: Uint8Array,
  longestEdgePx = LONGEST_EDGE_PX,
): Promise<Outcome<PublicImage, ImageRefusal>> {
  const kind = await fileTypeFromBuffer(bytes);
  if (!kind || !READABLE.includes(kind.mime)) return refuse("IMAGE_TYPE");
  const turn = last.then(() => redraw(bytes, longestEdgePx));
  last = turn.catch(() => null);
  return turn;
}

async function redraw(bytes: Uint8Array, longestEdgePx: number): Promise<Outcome<PublicImage, ImageRefusal>> {
  try {
    const source = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" });
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS) return refuse("IMAGE_TOO_LARGE");
    const { data, info } = await source
      .autoOrient()
      .resize({ width: longestEdgePx, height: longestEdgePx, fit: "inside", withoutEnlargement: true })
      .webp({ quality: QUALITY, smartSubsample: true })
      .timeout({ seconds: PATIENCE_S })
      .toBuffer({ resolveWithObject: true });
    return done({ bytes: data, mediaType: "image/webp", width: info.width, height: info.height });
  } catch {
    return refuse("IMAGE_UNREADABLE");
  }
}
