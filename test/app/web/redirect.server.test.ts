import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeRedirect } from "#app/web/redirect.server.ts";

const fallback = "/vi/me";

const foreign = [
  "//evil.example",
  "///evil.example",
  "////evil.example/%2e%2e",
  "/\\evil.example",
  "\\evil.example",
  "\\/evil.example",
  "\\\\evil.example",
  "/vi\\evil.example",
  "%2f%2fevil.example",
  "/%2f%2fevil.example",
  "/vi/%2f%2fevil.example",
  "/vi/%5cevil.example",
  "/vi/..//evil.example",
  "/vi/..%2f..%2f/evil.example",
  "/vi/%2e%2e//evil.example",
  "/vi/../../evil.example",
  "/vi/./..//evil.example",
  "/\tevil.example",
  "/vi/\t//evil.example",
  "\t//evil.example",
  " //evil.example",
  "/vi\n//evil.example",
  "/vi\r\nSet-Cookie: a=b",
  "/vi/%0d%0aSet-Cookie:a=b",
  "/vi\u0000//evil.example",
  "/vi/%00",
  "/\u2044\u2044evil.example",
  "/vi/\u2215\u2215evil.example",
  "\uff0f\uff0fevil.example",
  "/\u3002evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "http://evil.example",
  "https:evil.example",
  "http:/\\evil.example",
  "https://ba-nha.example@evil.example/vi",
  "vi/me",
  "./vi/me",
  "/",
  "",
  "/en.evil.example",
  "/vietnam",
  "/api/v1/results",
  "@evil.example",
  "/vi@evil.example",
  "/vi:80@evil.example",
];

describe("after signing in one is led", () => {
  it.each(foreign)("nowhere but home for %j", (next) => {
    expect(safeRedirect(next, fallback)).toBe(fallback);
  });

  it.each([
    "/vi",
    "/fr/me",
    "/en/initiatives/SK-2026-0148",
    "/vi/obligations?view=over&page=2",
    "/vi/search?q=%C4%91%E1%BA%A5t%20hi%E1%BA%BFm&next=%2F%2Fevil.example",
    "/vi?utm=1",
  ])("to the page that was asked for: %s", (next) => {
    expect(safeRedirect(next, fallback)).toBe(next);
  });

  it("nowhere without a wish, nor for an endless one", () => {
    expect(safeRedirect(null, fallback)).toBe(fallback);
    expect(safeRedirect(`/vi/${"a".repeat(2_000)}`, fallback)).toBe(fallback);
  });

  it("to the portal itself, whatever a browser makes of the text", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      "//",
      "vi",
      "en",
      ".",
      "..",
      "%2f",
      "%5c",
      "evil.example",
      "@",
      ":",
      "?",
      "#",
      "\t",
      "\n",
      " ",
      "\u0000",
      "javascript:",
      "é",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
        const target = safeRedirect(parts.join(""), fallback);
        const url = new URL(target, "https://ba-nha.example");
        expect(url.origin).toBe("https://ba-nha.example");
        expect(target).toMatch(/^\/(vi|en|fr)(?![^/?])/);
      }),
      { numRuns: 2_000 },
    );
  });
});
