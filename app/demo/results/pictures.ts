import sharp from "sharp";

const [WIDTH, HEIGHT] = [1_200, 800];
type Colour = readonly [red: number, green: number, blue: number];
const [SKY, GROUND, ROOF]: [Colour, Colour, Colour] = [
  [236, 233, 224],
  [196, 188, 168],
  [168, 35, 26],
];
const WALLS: readonly Colour[] = [
  [31, 78, 121],
  [56, 110, 74],
  [190, 132, 32],
];

/** A drawing of three houses in the portal's colours, each a little different: no photograph of anything or anybody. */
export async function drawnPicture(number: number, name: string): Promise<File> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) pixels.set(colourAt(x, y, number), (y * WIDTH + x) * 3);
  const png = await sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png()
    .toBuffer();
  return new File([new Uint8Array(png)], name);
}

function colourAt(x: number, y: number, number: number): Colour {
  for (const [index, wall] of WALLS.entries()) {
    const middle = 240 + index * 360;
    const top = 330 + ((number * 70 + index * 50) % 120);
    const off = Math.abs(x - middle);
    if (y < top && top - y < 140 - off * 0.8) return ROOF;
    if (y >= top && y < 640 && off < 130) return isWindow(off, y, top) ? SKY : wall;
  }
  return y < 640 ? SKY : GROUND;
}

function isWindow(off: number, y: number, top: number): boolean {
  return off > 35 && off < 85 && y > top + 50 && y < top + 130;
}
