import { extentOf, type LabelledBar, LabelledBars } from "#app/ui/charts/bars/labelled-bars.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { HouseKey } from "#app/ui/marks/house.tsx";

export type DrawnScenario = { name: string; probabilityPpm: number; bars: readonly LabelledBar[] };

/** What each party gets (below 0: bears) in each scenario, all on one scale. A table beside it has the figures. */
export function ScenarioBars(props: { id: string; scenarios: readonly DrawnScenario[]; csvHref?: string | undefined }) {
  const { t, format } = useLanguage();
  const extent = extentOf(props.scenarios.flatMap(({ bars }) => bars));
  return (
    <figure className="fig">
      <figcaption>
        <b>{t("pictures:scenario.headline")}</b> <span className="soft">{t("pictures:scenario.read")}</span>
      </figcaption>
      <HouseKey />
      <div className="panes">
        {props.scenarios.map(({ name, probabilityPpm, bars }, place) => {
          const title = t("pictures:scenario.title", { name, probability: format.percent(probabilityPpm) });
          return (
            <div key={name}>
              <h3 className="h-s">{title}</h3>
              <LabelledBars id={`${props.id}-${place}`} title={title} bars={bars} extent={extent} />
            </div>
          );
        })}
      </div>
      {props.csvHref ? (
        <p className="src">
          <a href={props.csvHref} type="text/csv">
            {t("pictures:csv")}
          </a>
        </p>
      ) : null}
    </figure>
  );
}
