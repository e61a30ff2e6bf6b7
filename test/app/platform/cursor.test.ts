import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";

test("a cursor gives back what was put in", () => {
  const values = fc.array(fc.oneof(fc.string({ maxLength: 40 }), fc.integer(), fc.constant(null)), { maxLength: 4 });
  fc.assert(
    fc.property(values, (place) => {
      const cursor = encodeCursor(place);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(decodeCursor(cursor, place.length)).toEqual(place);
    }),
  );
});

test("text that no list gave out is no place", () => {
  const objects = Buffer.from('[{"a":1}]').toString("base64url");
  for (const text of ["", "x", "%00", "AAAA", objects, encodeCursor([1, 2]), "a".repeat(601)]) {
    expect(decodeCursor(text, 1)).toBeNull();
  }
  fc.assert(fc.property(fc.string(), (text) => decodeCursor(text, 9) === null));
});
