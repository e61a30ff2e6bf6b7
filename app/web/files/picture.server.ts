import { readStored } from "#app/platform/files/files.server.ts";
import { notFound } from "#app/web/guard.server.ts";

/**
 * A picture that the portal has redrawn itself, shown inside its pages and without power over them. What everybody reads may be
 * kept by browsers. Throws what shows that there is none.
 */
export async function picture(
  file: { sha256: string; sizeBytes: number; mediaType: string; isPublic: boolean } | null,
): Promise<Response> {
  const content = file && (await readStored(file.sha256));
  if (!file || !content) throw notFound();
  return new Response(content, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.sizeBytes),
      "Content-Disposition": "inline",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": file.isPublic ? "public, max-age=86400" : "private, no-store",
    },
  });
}
