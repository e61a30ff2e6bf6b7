import { readStored } from "#app/platform/files/files.server.ts";
import { notFound } from "#app/web/guard.server.ts";

/**
 * A stored file: always as a download under its own name, never shown inside the portal, and without power over it.
 * Throws what shows that there is none.
 */
export async function download(
  file: { sha256: string; name: string; sizeBytes: number; mediaType: string } | null,
): Promise<Response> {
  const content = file && (await readStored(file.sha256));
  if (!file || !content) throw notFound();
  return new Response(content, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.sizeBytes),
      "Content-Disposition": contentDisposition(file.name),
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

/**
 * `Content-Disposition` of a download (RFC 6266): a plain ASCII name for old programs and the true one in UTF-8. Quotes,
 * line ends and whatever else could end the header are gone or encoded.
 */
export function contentDisposition(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .replace(/[^\w .()-]+/g, "_");
  const encoded = encodeURIComponent(Buffer.from(name, "utf8").toString("utf8")).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
