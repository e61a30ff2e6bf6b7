import { findResultFile } from "#app/domain/results/profile/queries.server.ts";
import { download } from "#app/web/files/download.server.ts";
import { picture, smallest } from "#app/web/files/picture.server.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

/** A picture or a document of a result, to those who may read the result: everybody once it is public. */
export const loader = publicLoader(async ({ request, params, actor }) => {
  const { file: id, size } = params;
  if (size !== undefined && size !== "small" && size !== "thumb") throw notFound();
  const file = await findResultFile(actor, id, size === undefined ? "whole" : "small");
  if (size === "thumb") return smallest(request, file);
  return file?.kind === "IMAGE" ? picture(request, file) : download(file);
});
