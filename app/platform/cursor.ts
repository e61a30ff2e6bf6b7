/** Where a list goes on: the values of the last row's ordering columns, or whatever else the list needs to find its place. */
export type CursorValues = readonly (string | number | null)[];

const MAX_LENGTH = 600;

/** Packs a place in a list into opaque text that fits into an address. */
export function encodeCursor(values: CursorValues): string {
  return toBase64Url(JSON.stringify(values));
}

/** Undoes `encodeCursor`; null for text that no list of `length` values ever gave out. Values are untrusted: check them. */
export function decodeCursor(text: string, length: number): CursorValues | null {
  if (text.length > MAX_LENGTH || !/^[\w-]+$/.test(text)) return null;
  try {
    const values: unknown = JSON.parse(fromBase64Url(text));
    return Array.isArray(values) && values.length === length && values.every(isPlain) ? values : null;
  } catch {
    return null;
  }
}

function isPlain(value: unknown): value is string | number | null {
  return value === null || typeof value === "string" || (typeof value === "number" && Number.isFinite(value));
}

function toBase64Url(text: string): string {
  return Buffer.from(text, "utf8").toString("base64url");
}

function fromBase64Url(text: string): string {
  return Buffer.from(text, "base64url").toString("utf8");
}
