import { paintOf } from "#app/ui/charts/share-geometry.ts";
import type { House } from "#app/ui/marks/house.tsx";

/** Where the bars begin, behind their letters, per cent of the width. */
const FROM = 9;
const ROW_REM = 1.125;

export type BarScale = { low: number; high: number };

/** From 0 or the smallest below it, to 0 or the largest above it. */
export function barScale(sizes: readonly (number | null)[]): BarScale {
  const known = sizes.filter((size) => size !== null);
  return { low: Math.min(0, ...known), high: Math.max(0, ...known) };
}

/** One bar for each variant in the party's colour and pattern, from a common 0; the table beside it has the figures. */
export function PartyBars(props: {
  house: House;
  scale: BarScale;
  bars: readonly { letter: string; size: number | null }[];
}) {
  const { scale, bars } = props;
  const span = scale.high - scale.low || 1;
  const at = (size: number) => FROM + ((size - scale.low) / span) * (100 - FROM);
  return (
    <svg className={`ch wb${bars.length}`} aria-hidden="true" focusable="false">
      {bars.map(({ letter, size }, place) => (
        <g key={letter}>
          <text x="0" y={`${place * ROW_REM + 0.9}rem`}>
            {letter}
          </text>
          {size === null || size === 0 ? null : (
            <rect
              {...paintOf(props.house)}
              x={`${at(Math.min(0, size)).toFixed(2)}%`}
              y={`${place * ROW_REM + 0.125}rem`}
              width={`${((Math.abs(size) / span) * (100 - FROM)).toFixed(2)}%`}
              height=".875rem"
            />
          )}
        </g>
      ))}
      <line className="ax0" x1={`${at(0).toFixed(2)}%`} x2={`${at(0).toFixed(2)}%`} y1="0" y2="100%" />
    </svg>
  );
}
