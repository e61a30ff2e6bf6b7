import { findPhotographFile } from "#app/domain/monitoring/field-work/queries.server.ts";
import { download } from "#app/web/files/download.server.ts";
import { picture } from "#app/web/files/picture.server.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

/** The copy of a photograph, shown to whom its visit is; or its original, to its own body of the Front as a download. */
export const loader = publicLoader(async ({ request, params, actor }) => {
  const { photograph = "", which } = params;
  if (which === "copy") return picture(request, await findPhotographFile(actor, photograph, "copy"));
  if (which === "original") return download(await findPhotographFile(actor, photograph, "original"));
  throw notFound();
});
