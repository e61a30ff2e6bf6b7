import { findReadableAttachment } from "#app/domain/initiatives/files/queries.server.ts";
import { readStored } from "#app/platform/files/files.server.ts";
import { contentDisposition } from "#app/web/files/download.server.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

/**
 * An attachment, to those who may read it: always as a download under its own name, never shown inside the portal, and
 * without power over it.
 */
export const loader = publicLoader(async ({ params, actor }) => {
  const file = await findReadableAttachment(actor, params["attachment"] ?? "");
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
});
