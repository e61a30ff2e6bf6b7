import { findEvidence } from "#app/domain/partnerships/performance/queries.server.ts";
import { download } from "#app/web/files/download.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";

/** A document that shows what a party reports, to those who may read it. */
export const loader = publicLoader(async ({ params, actor }) =>
  download(await findEvidence(actor, params["evidence"])),
);
