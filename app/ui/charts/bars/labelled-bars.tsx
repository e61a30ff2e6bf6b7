import { maximum, minimum } from "#app/domain/partnerships/calculations/exact.ts";
import { percentOf } from "#app/ui/charts/money/house-geometry.ts";
import { paintOf } from "#app/ui/charts/share-geometry.ts";
import type { House } from "#app/ui/marks/house.tsx";

/** One bar with its words above it; `isHollow` for what is agreed and not (yet) so, `mark` for a limit on it. */
export type LabelledBar = {
  key: string;
  text: string;
  house: House;
  amount: bigint;
  isHollow?: boolean;
  mark?: bigint | null;
};

export type Extent = { low: bigint; high: bigint };

/** What one bar takes of the height, in rem: its words, the bar, a gap. */
const ROW_REM = 2.375;

/** From 0 or the smallest amount or mark below it, to 0 or the largest above it. */
export function extentOf(bars: readonly Pick<LabelledBar, "amount" | "mark">[]): Extent {
  const all = bars.flatMap(({ amount, mark }) => [amount, mark ?? 0n]);
  return { low: all.reduce(minimum, 0n), high: all.reduce(maximum, 0n) };
}

/** Bars of amounts from a common 0, each in the colour and pattern of its house, with its words; a table says the same. */
export function LabelledBars(props: { id: string; title: string; bars: readonly LabelledBar[]; extent: Extent }) {
  const { id, title, bars, extent } = props;
  const at = (amount: bigint) => percentOf(amount - extent.low, extent.high - extent.low);
  const zero = at(0n);
  return (
    <svg
      className="ch"
      height={`${bars.length * ROW_REM}rem`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
      focusable="false"
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{bars.map(({ text }) => text).join("; ")}</desc>
      <line className="ax0" x1={`${zero}%`} x2={`${zero}%`} y1="0" y2="100%" />
      {bars.map((bar, place) => (
        <Bar key={bar.key} bar={bar} top={place * ROW_REM} at={at} />
      ))}
    </svg>
  );
}

function Bar(props: { bar: LabelledBar; top: number; at: (amount: bigint) => number }) {
  const { bar, top, at } = props;
  const [from, to] = [at(0n), at(bar.amount)].sort((a, b) => a - b);
  const paint = bar.isHollow ? { className: "o-edge" } : paintOf(bar.house);
  return (
    <>
      <text x=".375rem" y={`${top + 0.875}rem`}>
        {bar.text}
      </text>
      {bar.amount === 0n ? null : (
        <rect
          {...paint}
          x={`${from}%`}
          y={`${top + 1.1875}rem`}
          width={`${(to ?? 0) - (from ?? 0)}%`}
          height=".8125rem"
        />
      )}
      {bar.mark ? (
        <line
          className="amd"
          x1={`${at(bar.mark)}%`}
          x2={`${at(bar.mark)}%`}
          y1={`${top + 1}rem`}
          y2={`${top + 2.1875}rem`}
        />
      ) : null}
    </>
  );
}
