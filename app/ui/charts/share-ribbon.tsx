import type { ReactNode } from "react";
import { RibbonDrawing } from "#app/ui/charts/ribbon-drawing.tsx";
import { DIMENSIONS, inHouseOrder, type PartyShares, type ShareParty } from "#app/ui/charts/share-geometry.ts";
import { ShareTable } from "#app/ui/charts/share-table.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { HouseKey } from "#app/ui/marks/house.tsx";

export type ShareRibbonProps = {
  /** Unique on the page; ids inside the drawing start with it. */
  id: string;
  /** One sentence that says what the picture shows. */
  headline: ReactNode;
  /** Shares sum to 1 000 000 ppm on each dimension; `profit: null` is drawn as withheld. */
  parties: readonly { party: ShareParty; shares: PartyShares }[];
  /** Beneath the table: where the figures come from. */
  source?: ReactNode;
};

/** Who contributes, who bears, who earns: three bars of 100 % joined by ribbons, and the same figures in a table. */
export function ShareRibbon(props: ShareRibbonProps) {
  const { t } = useLanguage();
  const parties = inHouseOrder(props.parties);
  return (
    <figure className="fig">
      <figcaption>
        <b id={`${props.id}-headline`}>{props.headline}</b>
        <span>{t("share:howToRead")}</span>
      </figcaption>
      <HouseKey />
      <div className="ribbon">
        <ul aria-hidden="true">
          {DIMENSIONS.map((dimension) => (
            <li key={dimension}>{t(`share:${dimension}`)}</li>
          ))}
        </ul>
        <RibbonDrawing id={props.id} parties={parties} />
      </div>
      <ShareTable labelledBy={`${props.id}-headline`} parties={parties} />
      {props.source ? <p className="src">{props.source}</p> : null}
    </figure>
  );
}
