import { HouseBar } from "#app/ui/charts/money/house-bar.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { type House, HouseKey, HouseName } from "#app/ui/marks/house.tsx";

export type TotalRow = {
  key: string;
  label: string;
  /** where the partnerships of the row are listed */
  href: string | null;
  agreements: number;
  /** đồng as decimal text */
  totalVnd: string;
  byHouse: readonly { house: House; amountVnd: string }[];
};

export type TotalBy = "product" | "province" | "year";

/** The totals of one kind: a bar for each row, and the same to the đồng in a table. */
export function TotalsSection(props: { by: TotalBy; rows: readonly TotalRow[] }) {
  const { t, format } = useLanguage();
  const title = t(`exports:totals.by.${props.by}`);
  const most = largest(props.rows.map(({ totalVnd }) => BigInt(totalVnd)));
  return (
    <Section id={props.by} title={title}>
      <HouseKey />
      <table className="bars">
        <caption className="vh">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`exports:totals.what.${props.by}`)}</th>
            <th scope="col">{t("exports:waterfall.scale", { amount: format.moneyShort(most) })}</th>
            <th scope="col" className="n">
              {t("exports:totals.capital")}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.href ? <a href={row.href}>{row.label}</a> : row.label}{" "}
                <small className="soft">{t("exports:totals.agreementsOf", { count: row.agreements })}</small>
              </th>
              <td className="bar">
                <HouseBar amounts={amountsOf(row)} mostVnd={most} />
              </td>
              <td className="n">{format.moneyShort(BigInt(row.totalVnd))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Figures by={props.by} rows={props.rows} />
    </Section>
  );
}

function largest(amounts: readonly bigint[]): bigint {
  return [...amounts].sort((a, b) => (a < b ? 1 : -1))[0] ?? 0n;
}

export function amountsOf({ byHouse }: Pick<TotalRow, "byHouse">) {
  return byHouse.map(({ house, amountVnd }) => ({ house, amountVnd: BigInt(amountVnd) }));
}

function Figures(props: { by: TotalBy; rows: readonly TotalRow[] }) {
  const { t, format } = useLanguage();
  const houses = props.rows[0]?.byHouse.map(({ house }) => house) ?? [];
  return (
    <details className="data">
      <summary>{t("exports:totals.data")}</summary>
      <section className="scroll" tabIndex={0} aria-label={t(`exports:totals.by.${props.by}`)}>
        <table>
          <caption className="vh">{t("exports:totals.data")}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`exports:totals.what.${props.by}`)}</th>
              <th scope="col" className="n">
                {t("exports:totals.agreements")}
              </th>
              {houses.map((house) => (
                <th key={house} scope="col" className="n">
                  <HouseName house={house} />
                </th>
              ))}
              <th scope="col" className="n">
                {t("exports:totals.total")}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                <td className="n">{format.number(row.agreements)}</td>
                {row.byHouse.map(({ house, amountVnd }) => (
                  <td key={house} className="n nw">
                    {format.money(BigInt(amountVnd))}
                  </td>
                ))}
                <td className="n nw">{format.money(BigInt(row.totalVnd))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
