import type { LevelFigures } from "#app/domain/results/figures/level-figures.ts";

/** A column's share of the width, in per cent, and how much of it the bar takes. */
const STEP = 100 / 9;
const BAR = STEP * 0.7;
/** Heights in rem: the tallest bar, and the room above and beneath for figures. */
const TALLEST = 8;
const ABOVE = 1.5;
const BENEATH = 1.5;

/** Results at each readiness level: what is on the market filled, what is not yet hollow on top. `describe` says a column. */
export function LevelColumns(props: {
  id: string;
  title: string;
  levels: readonly LevelFigures[];
  describe: (one: LevelFigures) => string;
}) {
  const { id, title, levels, describe } = props;
  const most = Math.max(1, ...levels.map(({ onMarket, notYet }) => onMarket + notYet));
  const height = (count: number) => (count / most) * TALLEST;
  const ground = ABOVE + TALLEST;
  return (
    <svg
      className="ch"
      height={`${ground + BENEATH}rem`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
      focusable="false"
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{levels.map(describe).join("; ")}</desc>
      {levels.map((one) => {
        const { level, onMarket, notYet } = one;
        const x = `${((level - 1) * STEP + (STEP - BAR) / 2).toFixed(2)}%`;
        const middle = `${((level - 0.5) * STEP).toFixed(2)}%`;
        const sold = height(onMarket);
        const rest = height(notYet);
        const width = `${BAR.toFixed(2)}%`;
        const total = onMarket + notYet;
        return (
          <g key={level}>
            {onMarket > 0 ? (
              <rect className="p-ink" x={x} y={`${ground - sold}rem`} width={width} height={`${sold}rem`} />
            ) : null}
            {notYet > 0 ? (
              <rect className="o-edge" x={x} y={`${ground - sold - rest}rem`} width={width} height={`${rest}rem`} />
            ) : null}
            {total > 0 ? (
              <text x={middle} y={`${ground - sold - rest - 0.375}rem`} textAnchor="middle">
                {String(total)}
              </text>
            ) : null}
            <text x={middle} y={`${ground + 1.125}rem`} textAnchor="middle">
              {String(level)}
            </text>
          </g>
        );
      })}
      <line className="ax0" x1="0" x2="100%" y1={`${ground}rem`} y2={`${ground}rem`} />
    </svg>
  );
}
