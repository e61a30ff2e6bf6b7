import { afterEach, beforeEach, expect, vi } from "vitest";

const seen: unknown[][] = [];

beforeEach(() => {
  seen.length = 0;
  vi.spyOn(console, "error").mockImplementation((...args) => {
    seen.push(args);
  });
});

afterEach(() => {
  expect(seen, "an unexpected console.error").toEqual([]);
});
