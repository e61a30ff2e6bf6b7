import { HouseBar } from "#app/ui/charts/money/house-bar.tsx";
import { percentOf } from "#app/ui/charts/money/house-geometry.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { HouseName } from "#app/ui/marks/house.tsx";
import { amountsOf, type TotalRow } from "./totals-section.tsx";

/** What each house puts in over the whole country: a bar and the figures for each. */
export function HouseTotals(props: { row: TotalRow }) {
  const { t, format } = useLanguage();
  const amounts = amountsOf(props.row);
  const total = BigInt(props.row.totalVnd);
  return (
    <table className="bars">
      <caption className="vh">{t("exports:totals.byHouse")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("exports:totals.house")}</th>
          <th scope="col">{t("exports:waterfall.scale", { amount: format.moneyShort(total) })}</th>
          <th scope="col" className="n">
            {t("exports:totals.capital")}
          </th>
        </tr>
      </thead>
      <tbody>
        {amounts.map((amount) => (
          <tr key={amount.house}>
            <th scope="row">
              <HouseName house={amount.house} />{" "}
              <small className="soft">
                {format.percent(Math.round(percentOf(amount.amountVnd, total) * 10_000), 1)}
              </small>
            </th>
            <td className="bar">
              <HouseBar amounts={[amount]} mostVnd={total} />
            </td>
            <td className="n nw">{format.money(amount.amountVnd)}</td>
          </tr>
        ))}
        <tr className="total">
          <th scope="row">{t("exports:totals.total")}</th>
          <td className="bar" />
          <td className="n nw">{format.money(total)}</td>
        </tr>
      </tbody>
    </table>
  );
}
