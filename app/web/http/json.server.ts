import { etagOf, tagged } from "./tagged.server.ts";

/** A public JSON document that other sites may read, with the ETag of its text. */
export function jsonOf(request: Request, name: string, content: unknown, type = "application/json"): Response {
  const text = JSON.stringify(content);
  const headers = {
    "Content-Type": `${type}; charset=utf-8`,
    "Content-Disposition": `inline; filename="${name}"`,
    "Cache-Control": "public, max-age=30",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag",
  };
  return tagged(request, etagOf(text), headers, () => text);
}
