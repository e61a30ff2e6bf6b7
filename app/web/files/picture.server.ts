import { readStored } from "#app/platform/files/files.server.ts";
import { thumbnail } from "#app/platform/files/thumbnail.server.ts";
import { notFound } from "#app/web/guard.server.ts";
import { tagged } from "#app/web/http/tagged.server.ts";

type Picture = { sha256: string; sizeBytes: number; mediaType: string; isPublic: boolean };

/**
 * A picture that was redrawn, to be shown in a page; without power over the portal. One that everybody may read is kept
 * for minutes alone, so that it goes when its subject goes. Throws what shows that there is none.
 */
export async function picture(request: Request, file: Picture | null): Promise<Response> {
  const content = file && (await readStored(file.sha256));
  if (!file || !content) throw notFound();
  const answer = shown(request, file, () => content);
  if (answer.status === 304) await content.cancel();
  return answer;
}

/** The thumbnail of such a picture, under the same rules. */
export async function smallest(request: Request, file: Picture | null): Promise<Response> {
  const bytes = file && (await thumbnail(file.sha256));
  if (!file || !bytes) throw notFound();
  const drawn = { ...file, sha256: `t${file.sha256}`, sizeBytes: bytes.byteLength };
  return shown(request, drawn, () => new Uint8Array(bytes));
}

function shown(request: Request, file: Picture, content: () => BodyInit): Response {
  const headers = {
    "Content-Type": file.mediaType,
    "Content-Length": String(file.sizeBytes),
    "Content-Disposition": "inline",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": file.isPublic ? "public, max-age=300" : "private, no-store",
  };
  if (!file.isPublic) return new Response(content(), { headers });
  const answer = tagged(request, `"${file.sha256.slice(0, 27)}"`, headers, content);
  if (answer.status === 304) answer.headers.delete("Content-Length");
  return answer;
}
