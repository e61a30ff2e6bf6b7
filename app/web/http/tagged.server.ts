import { createHash } from "node:crypto";

/** The ETag of an answer, from its bytes or from everything that they are made of. */
export function etagOf(content: string | Uint8Array): string {
  return `"${createHash("sha256").update(content).digest("base64url").slice(0, 27)}"`;
}

/** An answer with its ETag: 304 where the reader has it already, and then the body is not even made. */
export function tagged(
  request: Request,
  etag: string,
  headers: Record<string, string>,
  body: () => BodyInit,
): Response {
  const all = { ...headers, ETag: etag };
  return isKnown(request, etag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(body(), { headers: all });
}

function isKnown({ headers }: Request, etag: string): boolean {
  const known = headers.get("If-None-Match")?.split(",") ?? [];
  return known.some((one) => one.trim() === "*" || weak(one) === weak(etag));
}

/** For a 304 the weak comparison decides (RFC 9110, 13.1.2). */
function weak(etag: string): string {
  return etag.trim().replace(/^W\//, "");
}
