import { runRows } from "#app/domain/partnerships/exports/shares-table.ts";
import { findPublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";
import { csvOf } from "#app/web/http/csv.server.ts";

const COLUMNS = [
  ...["product", "run", "kind", "from", "until", "tier", "party", "name", "house", "amountVnd", "compensates"],
  ...["lockedAt", "inputsSha256"],
] as const;

/** Every line of a partnership's locked distribution and loss runs. */
export const loader = publicLoader(async ({ request, params, lang, t }) => {
  const { code } = params;
  const found = isCode("DA", code) ? await findPublicPartnership(code) : null;
  if (!found?.published) throw notFound();
  return csvOf(
    request,
    `${found.code}-distributions.csv`,
    COLUMNS.map((column) => t(`exports:column.${column}`)),
    runRows(found).map(({ party, ...row }) => [
      ...[row.product, row.run, row.kind, row.from, row.until, row.tier, party?.identifier ?? null],
      ...[party && (pickText(party.names, lang)?.text ?? ""), party?.house ?? null, BigInt(row.amountVnd)],
      ...[row.compensates, row.lockedAt, row.inputsSha256],
    ]),
  );
});
