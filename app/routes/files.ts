import { findReadableAttachment } from "#app/domain/initiatives/files/queries.server.ts";
import { download } from "#app/web/files/download.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";

/** An attachment, to those who may read it. */
export const loader = publicLoader(async ({ params, actor }) =>
  download(await findReadableAttachment(actor, params["attachment"] ?? "")),
);
