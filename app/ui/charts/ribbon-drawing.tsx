import {
  across,
  DIMENSIONS,
  fits,
  type PartyShares,
  paintOf,
  type ShareParty,
  type Stretch,
  stretches,
} from "#app/ui/charts/share-geometry.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { HOUSE_PAINT } from "#app/ui/marks/house.tsx";

/** Bars of 21 % of the height, ribbons of 18.5 % between them. */
const BAR_HEIGHT = 21;
const RIBBON_HEIGHT = 18.5;
const BAR_TOPS = [0, 39.5, 79];

type Parties = readonly { party: ShareParty; shares: PartyShares }[];

export function RibbonDrawing(props: { id: string; parties: Parties }) {
  const { t } = useLanguage();
  const bars = DIMENSIONS.map((dimension) => stretches(props.parties, dimension));
  const [titleId, textId] = [`${props.id}-t`, `${props.id}-d`];
  return (
    <svg className="ch" role="img" aria-labelledby={`${titleId} ${textId}`} focusable="false">
      <title id={titleId}>{t("share:drawing", { count: props.parties.length })}</title>
      <desc id={textId}>
        <Description parties={props.parties} />
      </desc>
      <Ribbons upper={bars[0]} lower={bars[1]} top={BAR_HEIGHT} />
      <Ribbons upper={bars[1]} lower={bars[2]} top={(BAR_TOPS[1] ?? 0) + BAR_HEIGHT} />
      {bars.map((bar, index) => (
        <Bar key={DIMENSIONS[index]} bar={bar} top={BAR_TOPS[index] ?? 0} />
      ))}
    </svg>
  );
}

function Description(props: { parties: Parties }) {
  const { t, format } = useLanguage();
  const sentences = DIMENSIONS.map((dimension) => {
    const bar = stretches(props.parties, dimension);
    const values = bar?.map((stretch) => `${stretch.key} ${format.percent(stretch.ppm)}`).join("; ");
    return t("share:described", { dimension: t(`share:${dimension}`), values: values ?? t("share:withheld") });
  });
  return <>{sentences.join(" ")}</>;
}

/** Flat tints between two bars: a part that grows opens, a part that shrinks closes. */
function Ribbons(props: { upper: Stretch[] | null | undefined; lower: Stretch[] | null | undefined; top: number }) {
  const { upper, lower, top } = props;
  if (!upper || !lower) return null;
  const pairs = upper.flatMap((above, index) => {
    const below = lower[index];
    return below ? [{ above, below }] : [];
  });
  return (
    <>
      <svg
        x="0"
        y={`${top}%`}
        width="100%"
        height={`${RIBBON_HEIGHT}%`}
        viewBox="0 0 1000 100"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {pairs.map(({ above, below }) => (
          <path key={above.key} className={tintOf(above)} d={ribbonPath(above, below)} />
        ))}
      </svg>
      {pairs.slice(1).map(({ above, below }) => (
        <line
          key={above.key}
          className="gap"
          x1={across(above.from)}
          y1={`${top}%`}
          x2={across(below.from)}
          y2={`${top + RIBBON_HEIGHT}%`}
        />
      ))}
    </>
  );
}

function tintOf(stretch: Stretch): string {
  return `r-${HOUSE_PAINT[stretch.house] ?? "other"}`;
}

function ribbonPath(above: Stretch, below: Stretch): string {
  const at = (ppm: number) => ppm / 1000;
  return `M${at(above.from)} 0H${at(above.from + above.ppm)}L${at(below.from + below.ppm)} 100H${at(below.from)}Z`;
}

function Bar(props: { bar: Stretch[] | null; top: number }) {
  const { t } = useLanguage();
  const { bar, top } = props;
  const middle = `${top + BAR_HEIGHT / 2}%`;
  if (!bar) {
    return (
      <>
        <rect className="s-edge" x="0" y={`${top}%`} width="100%" height={`${BAR_HEIGHT}%`} fill="url(#p-ext)" />
        <text className="lv mid" x="50%" y={middle} dy=".35em">
          {t("share:withheld")}
        </text>
      </>
    );
  }
  const drawn = bar.filter((stretch) => stretch.ppm > 0);
  return (
    <>
      {drawn.map((stretch) => (
        <rect
          key={stretch.key}
          {...paintOf(stretch.house)}
          x={across(stretch.from)}
          y={`${top}%`}
          width={across(stretch.ppm)}
          height={`${BAR_HEIGHT}%`}
        />
      ))}
      {drawn.slice(1).map((stretch) => (
        <line
          key={stretch.key}
          className="gap"
          x1={across(stretch.from)}
          y1={`${top - 0.4}%`}
          x2={across(stretch.from)}
          y2={`${top + BAR_HEIGHT + 0.4}%`}
        />
      ))}
      {drawn.map((stretch) => (
        <Label key={stretch.key} stretch={stretch} middle={middle} />
      ))}
    </>
  );
}

/** Key over value; the value is left to the table where it would not fit. */
function Label(props: { stretch: Stretch; middle: string }) {
  const { format } = useLanguage();
  const { stretch, middle } = props;
  const value = format.percentDigits(stretch.ppm);
  const x = across(stretch.from + stretch.ppm / 2);
  const plate = `l-${HOUSE_PAINT[stretch.house] ?? "other"}`;
  if (!fits(stretch.key.length, stretch.ppm)) return null;
  const hasValue = fits(value.length, stretch.ppm);
  return (
    <>
      <text className={`lb lk ${plate}`} x={x} y={middle} dy={hasValue ? "-.35em" : ".35em"}>
        {stretch.key}
      </text>
      {hasValue ? (
        <text className={`lb ${plate}`} x={x} y={middle} dy="1em">
          {value}
        </text>
      ) : null}
    </>
  );
}
