import { DotAxis, DotRow, dotScale } from "#app/ui/charts/dot-row.tsx";
import { DIMENSIONS, type PartyShares, type ShareParty, WHOLE_PPM } from "#app/ui/charts/share-geometry.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { HouseMark } from "#app/ui/marks/house.tsx";
import { Icon } from "#app/ui/marks/icon.tsx";

type Row = { party: ShareParty; shares: PartyShares };

/** The figures of the ribbon, what each party's risk and profit differ from its capital, and a dot row. */
export function ShareTable(props: { labelledBy: string; parties: readonly Row[] }) {
  const { t, format } = useLanguage();
  const scale = dotScale(props.parties.flatMap(({ shares }) => DIMENSIONS.map((dimension) => shares[dimension] ?? 0)));
  const withheld = props.parties.some(({ shares }) => shares.profit === null);
  return (
    <section className="scroll" aria-labelledby={props.labelledBy} tabIndex={0}>
      <table className="shares">
        <caption className="vh">{t("share:table.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("share:table.party")}</th>
            {DIMENSIONS.map((dimension) => (
              <th key={dimension} scope="col" className="n">
                {t(`share:${dimension}`)}
              </th>
            ))}
            <th scope="col" className="n">
              {t("share:table.riskToCapital")}
            </th>
            <th scope="col" className="n">
              {t("share:table.profitToCapital")}
            </th>
            <th scope="col" className="bellc hide-m">
              <DotAxis scale={scale} />
            </th>
          </tr>
        </thead>
        <tbody>
          {props.parties.map(({ party, shares }) => (
            <PartyRow key={party.key} party={party} shares={shares} scale={scale} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("share:table.total")}</th>
            {DIMENSIONS.map((dimension) => (
              <td key={dimension} className="n">
                <Share ppm={dimension === "profit" && withheld ? null : WHOLE_PPM} />
              </td>
            ))}
            <td className="n">{format.points(0)}</td>
            <td className="n">{withheld ? <Withheld /> : format.points(0)}</td>
            <td className="hide-m" />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function PartyRow({ party, shares, scale }: Row & { scale: Parameters<typeof DotRow>[0]["scale"] }) {
  return (
    <tr>
      <th scope="row">
        <span className="party">
          <HouseMark house={party.house} alone />
          <span>
            <b className="pk">{party.key}</b> <span className="hide-s nm">{party.name}</span>
          </span>
        </span>
      </th>
      {DIMENSIONS.map((dimension) => (
        <td key={dimension} className="n">
          <Share ppm={shares[dimension]} />
        </td>
      ))}
      <td className="n">
        <Difference of={shares.risk} to={shares.capital} />
      </td>
      <td className="n">
        <Difference of={shares.profit} to={shares.capital} />
      </td>
      <td className="bellc hide-m">
        <DotRow scale={scale} shares={shares} />
      </td>
    </tr>
  );
}

function Share(props: { ppm: number | null }) {
  const { format } = useLanguage();
  return props.ppm === null ? <Withheld /> : format.percent(props.ppm);
}

function Withheld() {
  const { t } = useLanguage();
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="vh">{t("share:withheldShort")}</span>
    </>
  );
}

/** Signed percentage points with a triangle; nothing where one of the two is withheld. */
function Difference(props: { of: number | null; to: number | null }) {
  const { format } = useLanguage();
  if (props.of === null || props.to === null) return <Withheld />;
  const ppm = props.of - props.to;
  if (ppm === 0) return <>{format.points(0)}</>;
  return (
    <span className={ppm > 0 ? "up" : "down"}>
      <Icon name={ppm > 0 ? "up" : "down"} /> {format.points(ppm)}
    </span>
  );
}
