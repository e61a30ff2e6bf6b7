import type { Format } from "#app/platform/languages/format.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import type { House } from "#app/ui/marks/house.tsx";

type Party = { house: House; capital: number; risk: number; profit: number | null };

/**
 * The one sentence above the picture of shares: the house whose risk or profit differs most from its capital, with its
 * three figures. Where profit is withheld, capital and risk alone.
 */
export function shareHeadline(parties: readonly Party[], t: Translate, format: Format): string {
  const houses = new Map<House, { capital: number; risk: number; profit: number | null }>();
  for (const { house, capital, risk, profit } of parties) {
    const sum = houses.get(house) ?? { capital: 0, risk: 0, profit: 0 };
    houses.set(house, {
      capital: sum.capital + capital,
      risk: sum.risk + risk,
      profit: sum.profit === null || profit === null ? null : sum.profit + profit,
    });
  }
  const spread = ({ capital, risk, profit }: { capital: number; risk: number; profit: number | null }) =>
    Math.max(Math.abs(risk - capital), Math.abs((profit ?? capital) - capital));
  const [most] = [...houses].sort(([, a], [, b]) => spread(b) - spread(a));
  if (!most) return "";
  const [house, { capital, risk, profit }] = most;
  const figures = { house: t(`house:${house}`), capital: format.percent(capital), risk: format.percent(risk) };
  return profit === null
    ? t("partnerships:headline.withoutProfit", figures)
    : t("partnerships:headline.all", { ...figures, profit: format.percent(profit) });
}
