import type { ReactNode } from "react";

/** A headline figure out of how many; `sharePpm` draws the bar, and `text` says the same in words. */
export type Stat = { label: string; value: ReactNode; text: ReactNode; sharePpm?: number | null; barLabel?: string };

export function Stats(props: { stats: readonly Stat[] }) {
  return (
    <dl className="stats">
      {props.stats.map((stat) => (
        <div key={stat.label}>
          <dt>{stat.label}</dt>
          <dd className="big">{stat.value}</dd>
          <dd>
            {stat.sharePpm === undefined || stat.sharePpm === null ? null : (
              <ThinBar sharePpm={stat.sharePpm} label={stat.barLabel} />
            )}
            {stat.text}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One share of a whole as a thin line; without a label it repeats words beside it. */
export function ThinBar(props: { sharePpm: number; label?: string | undefined }) {
  const voice = props.label ? { role: "img", "aria-label": props.label } : ({ "aria-hidden": true } as const);
  return (
    <svg className="ch thin" focusable="false" {...voice}>
      <rect className="p-rule" width="100%" height="100%" />
      <rect className="p-ink" width={`${Math.min(100, props.sharePpm / 10_000)}%`} height="100%" />
    </svg>
  );
}
