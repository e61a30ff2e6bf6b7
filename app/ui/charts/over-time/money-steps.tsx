import { maximum } from "#app/domain/partnerships/calculations/exact.ts";
import { dayAt, dayNumber } from "#app/ui/charts/clock-geometry.ts";
import { percentOf } from "#app/ui/charts/money/house-geometry.ts";
import { across, lastDayOf, type Span } from "#app/ui/charts/over-time/over-time-geometry.ts";
import { paintOf } from "#app/ui/charts/share-geometry.ts";
import { useLanguage } from "#app/ui/language.tsx";
import type { House } from "#app/ui/marks/house.tsx";

/** Sums from a day on: what is agreed until then, and what came, stacked by who it is from; đồng. */
export type MoneyStep = { on: string; agreedVnd: bigint; parts: readonly { key: string; house: House; vnd: bigint }[] };

/** Days stand below the floor, today and the largest sum above the top; per cent of the height. */
const FLOOR = 86;
const TOP = 8;
/** Days that a drawing goes on beyond its last change. */
const BEYOND_DAYS = 30;

/** The days from the first change to a month beyond the last, or beyond today where that is later. */
export function moneySpan(days: readonly string[], today: string): Span {
  const known = [...days, today].sort();
  const [first = today, last = today] = [known[0], known.at(-1)];
  return { from: dayAt(dayNumber(first) - 1), until: dayAt(dayNumber(last) + BEYOND_DAYS) };
}

/** Money that came, as areas by house, under the line of what was agreed to come by then: both jump on their days. */
export function MoneySteps(props: {
  id: string;
  title: string;
  says: string;
  steps: readonly MoneyStep[];
  span: Span;
  today: string;
}) {
  const { t, format } = useLanguage();
  const { id, steps, span } = props;
  const sums = steps.flatMap(({ agreedVnd, parts }) => [agreedVnd, parts.reduce((all, { vnd }) => all + vnd, 0n)]);
  const mostVnd = sums.reduce(maximum, 0n);
  const high = (vnd: bigint) => (percentOf(vnd, mostVnd) * (FLOOR - TOP)) / 100;
  const now = across(span, props.today);
  return (
    <svg className="ch" height="15rem" role="img" aria-labelledby={`${id}-t ${id}-d`} focusable="false">
      <title id={`${id}-t`}>{props.title}</title>
      <desc id={`${id}-d`}>{props.says}</desc>
      <line className="ax" x1="0" x2="100%" y1={`${TOP}%`} y2={`${TOP}%`} />
      <line className="ax0" x1="0" x2="100%" y1={`${FLOOR}%`} y2={`${FLOOR}%`} />
      {steps.map((step, place) => (
        <Areas key={step.on} step={step} x={across(span, step.on)} end={endOf(steps, place, span)} high={high} />
      ))}
      {now < 100 ? <rect className="veil" x={`${now}%`} y="0" width={`${100 - now}%`} height={`${FLOOR}%`} /> : null}
      <Agreed steps={steps} span={span} high={high} />
      <line className="today" x1={`${now}%`} x2={`${now}%`} y1={`${TOP}%`} y2={`${FLOOR + 3}%`} />
      <text className="e strong" x="100%" y={`${TOP - 2}%`}>
        {format.moneyShort(mostVnd)}
      </text>
      <text x="0" y="96%">
        {format.date(span.from)}
      </text>
      <text className="m" x={`${Math.min(72, Math.max(6, now))}%`} y={`${TOP - 2}%`}>
        {t("exports:overTime.today")}
      </text>
      <text className="e" x="100%" y="96%">
        {format.date(lastDayOf(span))}
      </text>
    </svg>
  );
}

function endOf(steps: readonly MoneyStep[], place: number, span: Span): number {
  const next = steps[place + 1];
  return next ? across(span, next.on) : 100;
}

function Areas(props: { step: MoneyStep; x: number; end: number; high: (vnd: bigint) => number }) {
  const { step, x, end, high } = props;
  let above = FLOOR;
  return step.parts.map(({ key, house, vnd }) => {
    if (vnd <= 0n) return null;
    above -= high(vnd);
    return (
      <rect key={key} {...paintOf(house)} x={`${x}%`} y={`${above}%`} width={`${end - x}%`} height={`${high(vnd)}%`} />
    );
  });
}

/** The stair of what was agreed: a level for each stretch, an upright where it jumps. */
function Agreed(props: { steps: readonly MoneyStep[]; span: Span; high: (vnd: bigint) => number }) {
  const { steps, span, high } = props;
  return steps.map(({ on, agreedVnd }, place) => {
    const [x, end] = [across(span, on), endOf(steps, place, span)];
    const y = FLOOR - high(agreedVnd);
    const before = FLOOR - high(steps[place - 1]?.agreedVnd ?? 0n);
    return (
      <g key={on} className="amd">
        <line x1={`${x}%`} x2={`${x}%`} y1={`${before}%`} y2={`${y}%`} />
        <line x1={`${x}%`} x2={`${end}%`} y1={`${y}%`} y2={`${y}%`} />
      </g>
    );
  });
}
