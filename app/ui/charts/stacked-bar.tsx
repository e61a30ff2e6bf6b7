/** Flat fills of the stylesheet; `wait` is hatched. */
export type BarFill = "over" | "soon" | "run" | "wait" | "met" | "ink" | "edge" | "rule";

export type BarPart = { key: string; value: number; fill: BarFill };

/** Parts of a whole in one bar, with gaps of ground between them. `label` states the values. */
export function StackedBar(props: { parts: readonly BarPart[]; label: string }) {
  const parts = props.parts.filter((part) => part.value > 0);
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  const share = (value: number) => `${((value / total) * 100).toFixed(2)}%`;
  const placed = parts.map((part, index) => ({
    ...part,
    x: share(parts.slice(0, index).reduce((sum, before) => sum + before.value, 0)),
    width: share(part.value),
  }));
  return (
    <svg className="ch bar1" role="img" aria-label={props.label} focusable="false">
      {total === 0 ? <rect className="p-rule" width="100%" height="100%" /> : null}
      {placed.map((part) => (
        <rect key={part.key} {...fillOf(part.fill)} x={part.x} y="0" width={part.width} height="100%" />
      ))}
      {placed.slice(1).map((part) => (
        <line key={part.key} className="gap" x1={part.x} x2={part.x} y1="-1" y2="105%" />
      ))}
    </svg>
  );
}

function fillOf(fill: BarFill): { className: string; fill?: string } {
  return fill === "wait" ? { className: "s-edge", fill: "url(#p-ext)" } : { className: `p-${fill}` };
}
