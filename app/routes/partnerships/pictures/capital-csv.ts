import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { sharesAsOf } from "#app/domain/partnerships/agreements/queries.server.ts";
import { percentText } from "#app/domain/partnerships/exports/shares-table.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { readDate } from "#app/platform/typed.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";
import { csvOf } from "#app/web/http/csv.server.ts";

/** Contractual beside paid-in capital of an agreement on a day. */
export const loader = publicLoader(async ({ request, params, url, lang, t }) => {
  const { code = "" } = params;
  const product = url.searchParams.get("product");
  const asOf = readDate(url.searchParams.get("asOf") ?? "") ?? dayInVietnam(new Date());
  const shares = isCode("DA", code) ? await sharesAsOf({ code, product, asOf, knownAt: null }) : null;
  if (!shares?.ok) throw notFound();
  const { contractual, paidIn } = shares.value.capital;
  const others = (paidIn ?? []).filter(({ memberId }) => !contractual.some((one) => one.memberId === memberId));
  const ppmIn = (list: typeof contractual | null, memberId: string) =>
    list && (list.find((one) => one.memberId === memberId)?.ppm ?? 0);
  return csvOf(
    request,
    `${code}-${shares.value.product}-capital-${asOf}.csv`,
    [
      ...(["product", "party", "name", "house"] as const).map((column) => t(`exports:column.${column}`)),
      `${t("money:capital.contractual")} (ppm)`,
      `${t("money:capital.contractual")} (%)`,
      `${t("money:capital.paidIn")} (ppm)`,
      `${t("money:capital.paidIn")} (%)`,
    ],
    [...contractual, ...others].map(({ memberId, party, names, house }) => {
      const [agreed, paid] = [ppmIn(contractual, memberId) ?? 0, ppmIn(paidIn, memberId)];
      return [
        ...[shares.value.product, party, pickText(names, lang)?.text ?? "", house, agreed, percentText(agreed)],
        ...[paid, paid === null ? null : percentText(paid)],
      ];
    }),
  );
});
