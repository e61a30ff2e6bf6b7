import { listEveryShare } from "#app/domain/partnerships/exports/queries.server.ts";
import { percentText } from "#app/domain/partnerships/exports/shares-table.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";
import { csvOf } from "#app/web/http/csv.server.ts";

const COLUMNS = [
  ...["product", "dimension", "from", "until", "party", "name", "house", "ppm", "percent", "recordedAt"],
  "supersededAt",
] as const;

/** Every share of a partnership that was ever in force, the superseded too. */
export const loader = publicLoader(async ({ request, params, lang, t }) => {
  const { code } = params;
  const shares = isCode("DA", code) ? await listEveryShare(code) : null;
  if (!shares) throw notFound();
  return csvOf(
    request,
    `${code}-shares.csv`,
    COLUMNS.map((column) => t(`exports:column.${column}`)),
    shares.map((row) => [
      ...[row.product, row.dimension, row.from, row.until, row.identifier, pickText(row.names, lang)?.text ?? ""],
      ...[row.house, row.ppm, percentText(row.ppm), row.recordedAt, row.supersededAt],
    ]),
  );
});
