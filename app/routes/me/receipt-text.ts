import { findProofText } from "#app/domain/initiatives/receipts/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { contentDisposition } from "#app/web/files/download.server.ts";
import { memberLoader, notFound } from "#app/web/guard.server.ts";

/** The very text of a receipt or a version, byte for byte as its hash was taken of it. */
export const loader = memberLoader(async ({ params, actor }) => {
  const { code, proof = "" } = params;
  const [, kind, number] = /^(priority|version)-(\d{1,6})$/.exec(proof) ?? [];
  if (!isCode("SK", code) || (kind !== "priority" && kind !== "version")) throw notFound();
  const text = await findProofText(actor, code, { kind, number: Number(number) });
  if (text === null) throw notFound();
  return new Response(text, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": contentDisposition(`${code}-${proof}.json`),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
});
