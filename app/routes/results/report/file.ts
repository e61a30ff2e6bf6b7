import { findReportFile } from "#app/domain/results/reports/queries.server.ts";
import { download } from "#app/web/files/download.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";

/** A document that shows what a host reports of its result, to those who may read it. */
export const loader = publicLoader(async ({ params, actor }) => download(await findReportFile(actor, params["file"])));
