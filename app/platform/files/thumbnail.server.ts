import sharp from "sharp";
import { readStored } from "./files.server.ts";

/** The edges of a thumbnail in pixels: twice those of its place in a list, for sharp screens. */
export const THUMBNAIL = { width: 224, height: 168 } as const;

const QUALITY = 66;
const PATIENCE_S = 5;
const MOST_KEPT = 400;

const kept = new Map<string, Promise<Buffer | null>>();

/**
 * A thumbnail of a picture of the store, which the portal has redrawn before: its middle in a fixed shape, as WebP of few
 * kilobytes. The newest four hundred stay in memory; nothing is written. Null where there is no such picture.
 */
export function thumbnail(sha256: string): Promise<Buffer | null> {
  const known = kept.get(sha256);
  kept.delete(sha256);
  const drawn = known ?? draw(sha256);
  kept.set(sha256, drawn);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  drawn.then(
    (found) => found ?? kept.delete(sha256),
    () => kept.delete(sha256),
  );
  return drawn;
}

async function draw(sha256: string): Promise<Buffer | null> {
  const content = await readStored(sha256);
  if (!content) return null;
  const bytes = new Uint8Array(await new Response(content).arrayBuffer());
  return sharp(bytes)
    .resize({ ...THUMBNAIL, fit: "cover" })
    .webp({ quality: QUALITY, smartSubsample: true })
    .timeout({ seconds: PATIENCE_S })
    .toBuffer();
}
