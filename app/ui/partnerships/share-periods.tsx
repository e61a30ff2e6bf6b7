import { useLanguage } from "#app/ui/language.tsx";
import { HouseMark } from "#app/ui/marks/house.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";

export type DimensionName = "CAPITAL" | "RISK" | "PROFIT";

/** One schedule: the shares of one dimension from a day until its last day (null: without end). ppm by party id. */
export type ShareStretch = {
  dimension: DimensionName;
  from: string;
  lastOn: string | null;
  ppm: Readonly<Record<string, number>>;
};

const LABELS = { CAPITAL: "capital", RISK: "risk", PROFIT: "profit" } as const;

/** Every period of an agreement with its shares: a row for each dimension and period, a column for each party. */
export function SharePeriods(props: {
  caption: string;
  parties: readonly ListedParty[];
  stretches: readonly ShareStretch[];
  /** the signed text in which the shares from a day on stand */
  sourceOf?: (from: string) => { label: string; href: string };
}) {
  const { lang, t, format } = useLanguage();
  return (
    <section className="scroll" tabIndex={0} aria-label={t("partnerships:period.table")}>
      <table>
        <caption className="vh">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("partnerships:period.what")}</th>
            <th scope="col">{t("partnerships:period.days")}</th>
            {props.parties.map((party) => (
              <th key={party.id} scope="col" className="n">
                <HouseMark house={party.house} alone /> <abbr title={nameOf(party.names, lang)}>{party.key}</abbr>
              </th>
            ))}
            {props.sourceOf ? <th scope="col">{t("partnerships:period.source")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {props.stretches.map((stretch) => (
            <tr key={`${stretch.dimension} ${stretch.from}`}>
              <th scope="row">{t(`share:${LABELS[stretch.dimension]}`)}</th>
              <td className="nw">
                {stretch.lastOn
                  ? t("partnerships:period.fromTo", {
                      from: format.date(stretch.from),
                      to: format.date(stretch.lastOn),
                    })
                  : t("partnerships:period.from", { from: format.date(stretch.from) })}
              </td>
              {props.parties.map((party) => (
                <td key={party.id} className="n">
                  {format.percent(stretch.ppm[party.id] ?? 0)}
                </td>
              ))}
              {props.sourceOf ? (
                <td className="nw">
                  <a href={props.sourceOf(stretch.from).href}>{props.sourceOf(stretch.from).label}</a>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
