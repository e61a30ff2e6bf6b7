import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { publicImage } from "#app/platform/files/public-image.server.ts";

const WIDE = { width: 2_000, height: 1_000, channels: 3, background: "#a8231a" } as const;

/** A photograph that tells where, when, by whom and with what it was taken, held upright by a flag alone. */
function photograph() {
  return sharp({ create: WIDE })
    .withExif({
      IFD0: { Artist: "Nguyen Van Kin", Make: "Camera Rieng", ImageDescription: "nha rieng" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "21/1 1/1 42/1" },
    })
    .withIccProfile("p3")
    .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'>Bi mat XMP</x:xmpmeta>")
    .withMetadata({ orientation: 6 })
    .jpeg();
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const outcome = await publicImage(bytes);
  return outcome.ok ? "made" : outcome.code;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A few bytes that say they are a picture of so many pixels. */
function claimedPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  const content = chunk("IDAT", deflateSync(Buffer.alloc(1_000)));
  return Buffer.concat([signature, chunk("IHDR", head), content, chunk("IEND", Buffer.alloc(0))]);
}

test("a photograph loses its place, camera, author and every other word, and stands upright", async () => {
  const sent = await photograph().toBuffer();
  expect(sent.includes("Camera Rieng")).toBe(true);
  expect(sent.includes("Bi mat XMP")).toBe(true);
  expect((await sharp(sent).metadata()).exif).toBeDefined();
  const made = await publicImage(sent);
  if (!made.ok) throw new Error(made.code);
  expect(made.value).toMatchObject({ mediaType: "image/webp", width: 800, height: 1_600 });
  const read = await sharp(made.value.bytes).metadata();
  expect(read).toMatchObject({ format: "webp", width: 800, height: 1_600, space: "srgb" });
  expect([read.exif, read.xmp, read.icc, read.iptc, read.orientation, read.comments].filter(Boolean)).toEqual([]);
  for (const word of ["Camera Rieng", "Nguyen Van Kin", "Bi mat XMP", "EXIF", "ICCP"])
    expect(made.value.bytes.includes(word)).toBe(false);
});

test("a small picture keeps its size and what is clear in it stays clear", async () => {
  const clear = { create: { width: 40, height: 30, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } } as const;
  for (const sent of [await sharp(clear).png().toBuffer(), await sharp(clear).webp().toBuffer()]) {
    const made = await publicImage(sent);
    if (!made.ok) throw new Error(made.code);
    expect(made.value).toMatchObject({ width: 40, height: 30 });
    expect((await sharp(made.value.bytes).metadata()).hasAlpha).toBe(true);
  }
});

test("a picture for a list is made of the same picture, with its longest edge as asked", async () => {
  const made = await publicImage(await sharp({ create: WIDE }).png().toBuffer(), 480);
  expect(made).toMatchObject({ ok: true, value: { width: 480, height: 240 } });
});

test("a few bytes that would unpack to a picture beyond measure are refused before they do", async () => {
  expect(await refusal(claimedPng(30_000, 30_000))).toBe("IMAGE_TOO_LARGE");
  expect(await refusal(claimedPng(50_000_001, 1))).toBe("IMAGE_TOO_LARGE");
});

test("a broken picture, one that was cut off and one of no pixels are refused", async () => {
  const sent = await photograph().toBuffer();
  expect(await refusal(sent.subarray(0, sent.length / 2))).toBe("IMAGE_UNREADABLE");
  expect(await refusal(claimedPng(1_000, 1_000))).toBe("IMAGE_UNREADABLE");
  expect(await refusal(Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex"))).toBe("IMAGE_UNREADABLE");
});

test("drawings, pages, documents and other kinds of picture are refused whatever they are called", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
  const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
  for (const bytes of [Buffer.from(svg), Buffer.from("<!doctype html>"), Buffer.from("%PDF-1.7\n%%EOF"), gif])
    expect(await refusal(bytes)).toBe("IMAGE_TYPE");
  expect(await refusal(Buffer.alloc(0))).toBe("IMAGE_TYPE");
});
