import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { findMoney } from "#app/domain/partnerships/money/queries.server.ts";
import { type MoneyMove, moneyMoves } from "#app/domain/partnerships/money/timeline.ts";
import { findPublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";
import { csvOf } from "#app/web/http/csv.server.ts";
import { moneyOf } from "#app/web/partnerships/money-view.server.ts";

/** Commitments as they fall due, contributions, tranches and payments of an agreement, each with the sum until then. */
export const loader = publicLoader(async ({ request, params, url, lang, t }) => {
  const { code } = params;
  const found = isCode("DA", code) ? await findPublicPartnership(code) : null;
  const asked = url.searchParams.get("product") ?? found?.agreements[0]?.productCode;
  const agreement = found?.agreements.find(({ productCode }) => productCode === asked);
  if (!found?.published || !agreement) throw notFound();
  const money = moneyOf(await findMoney(found.code, dayInVietnam(new Date())), agreement.productCode);
  const sums: Record<MoneyMove["series"], bigint> = { COMMITTED: 0n, PAID_IN: 0n, PLANNED: 0n, PAID_OUT: 0n };
  return csvOf(
    request,
    `${found.code}-${agreement.productCode}-money.csv`,
    [
      t("exports:column.product"),
      t("pictures:money.day"),
      t("pictures:money.series"),
      ...(["party", "name", "house"] as const).map((column) => t(`exports:column.${column}`)),
      t("pictures:money.amount"),
      t("pictures:money.sum"),
    ],
    moneyMoves(money).map(({ on, series, memberId, amountVnd }) => {
      const member = found.members.find(({ id }) => id === memberId);
      sums[series] += amountVnd;
      return [
        ...[agreement.productCode, on, t(`pictures:money.kind.${series}`), member?.identifier ?? null],
        ...[member ? (pickText(member.names, lang)?.text ?? "") : null, member?.house ?? null],
        ...[amountVnd, sums[series]],
      ];
    }),
  );
});
