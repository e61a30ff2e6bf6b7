import { lastDayOf, spanOf, type TimedShares } from "#app/ui/charts/over-time/over-time-geometry.ts";
import { ShareSteps } from "#app/ui/charts/over-time/share-steps.tsx";
import { DIMENSIONS, type Dimension, type ShareParty } from "#app/ui/charts/share-geometry.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { HouseKey } from "#app/ui/marks/house.tsx";

export type TimedParty = ShareParty & { id: string };
export type AmendmentMark = { number: number; effectiveFrom: string };

/** How the shares of each dimension change from period to period, with the amendments that changed them. The table stands below it. */
export function SharesOverTime(props: {
  id: string;
  /** in the order of houses */
  parties: readonly TimedParty[];
  /** null where a dimension is withheld */
  shares: Readonly<Record<Dimension, readonly TimedShares[] | null>>;
  amendments: readonly AmendmentMark[];
  today: string;
}) {
  const { t, format } = useLanguage();
  const span = spanOf(
    DIMENSIONS.flatMap((dimension) => props.shares[dimension] ?? []),
    props.today,
  );
  return (
    <figure className="fig first">
      <figcaption>
        <b>{t("exports:overTime.headline", { from: format.date(span.from), to: format.date(lastDayOf(span)) })}</b>
        <span>{t("exports:overTime.read")}</span>
      </figcaption>
      <HouseKey />
      <div className="trio">
        {DIMENSIONS.map((dimension) => {
          const stretches = props.shares[dimension];
          return (
            <div key={dimension}>
              <h3 className="h-s">{t(`share:${dimension}`)}</h3>
              {stretches ? (
                <ShareSteps
                  id={`${props.id}-${dimension}`}
                  title={t("exports:overTime.drawing", { dimension: t(`share:${dimension}`) })}
                  {...{ span, stretches, parties: props.parties, amendments: props.amendments, today: props.today }}
                />
              ) : (
                <p>{t("share:withheld")}</p>
              )}
            </div>
          );
        })}
      </div>
    </figure>
  );
}
