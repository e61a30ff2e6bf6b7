import {
  across,
  type Cell,
  type Column,
  down,
  high,
  lastDayOf,
  PLOT,
  type Span,
  shareColumns,
  type TimedShares,
} from "#app/ui/charts/over-time/over-time-geometry.ts";
import { fits, paintOf } from "#app/ui/charts/share-geometry.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { HOUSE_PAINT } from "#app/ui/marks/house.tsx";
import type { AmendmentMark, TimedParty } from "./shares-over-time.tsx";

/** A cell of less than this part of the whole is too low for text. */
const LEAST_LABELLED_PPM = 80_000;

type Steps = {
  id: string;
  title: string;
  span: Span;
  stretches: readonly TimedShares[];
  parties: readonly TimedParty[];
  amendments: readonly AmendmentMark[];
  today: string;
};

/** The stepped areas of one dimension over the days of an agreement. */
export function ShareSteps(props: Steps) {
  const { span, parties } = props;
  const columns = shareColumns(props.stretches, parties, span);
  const now = across(span, props.today);
  return (
    <svg className="ch" role="img" aria-labelledby={`${props.id}-t ${props.id}-d`} focusable="false">
      <title id={`${props.id}-t`}>{props.title}</title>
      <desc id={`${props.id}-d`}>
        <Description columns={columns} parties={parties} />
      </desc>
      {columns.map((column) => (
        <Areas key={column.from} column={column} />
      ))}
      {now < 100 ? (
        <rect className="veil" x={`${now}%`} y={`${PLOT.top - 0.5}%`} width={`${100 - now}%`} height="76%" />
      ) : null}
      {columns.map((column, place) => (
        <Labels key={column.from} column={column} parties={parties} isLast={place === columns.length - 1} />
      ))}
      <Marks {...props} now={now} />
      <Ends span={span} />
    </svg>
  );
}

function Areas({ column: { x, width, cells } }: { column: Column }) {
  return (
    <>
      {cells.map((cell) => (
        <rect
          key={cell.id}
          {...paintOf(cell.house)}
          x={`${x}%`}
          y={`${down(cell.above)}%`}
          width={`${width}%`}
          height={`${high(cell.ppm)}%`}
        />
      ))}
      {cells.slice(1).map(({ id, above }) => (
        <line
          key={id}
          className="gap"
          x1={`${x}%`}
          x2={`${x + width}%`}
          y1={`${down(above)}%`}
          y2={`${down(above)}%`}
        />
      ))}
    </>
  );
}

/** The share in each cell that has room for it; in the last column with the party's short name. */
function Labels(props: { column: Column; parties: readonly TimedParty[]; isLast: boolean }) {
  const { format } = useLanguage();
  const { x, width, cells } = props.column;
  return (
    <>
      {cells.map((cell) => {
        const key = props.isLast ? `${keyOf(cell, props.parties)} ` : "";
        const text = key + format.percentDigits(cell.ppm);
        if (cell.ppm < LEAST_LABELLED_PPM || !fits(text.length, width * 10_000)) return null;
        return (
          <text
            key={cell.id}
            className={`lb l-${HOUSE_PAINT[cell.house] ?? "other"}`}
            x={`${x + width / 2}%`}
            y={`${down(cell.above + cell.ppm / 2)}%`}
            dy=".35em"
          >
            {text}
          </text>
        );
      })}
    </>
  );
}

function Marks(props: Steps & { now: number }) {
  const { t } = useLanguage();
  const { span, now } = props;
  const inside = props.amendments.filter(({ effectiveFrom }) => effectiveFrom < span.until);
  const isFree = inside.every(({ effectiveFrom }) => Math.abs(across(span, effectiveFrom) - now) > 12);
  return (
    <>
      {now > 0 && now < 100 ? (
        <>
          <line className="today" x1={`${now}%`} x2={`${now}%`} y1="9%" y2="88%" />
          {isFree ? (
            <text className="m" x={`${Math.min(94, Math.max(6, now))}%`} y="6.5%">
              {t("exports:overTime.today")}
            </text>
          ) : null}
        </>
      ) : null}
      {inside.map(({ number, effectiveFrom }) => (
        <g key={number}>
          <line
            className="amd"
            x1={`${across(span, effectiveFrom)}%`}
            x2={`${across(span, effectiveFrom)}%`}
            y1="8%"
            y2="88%"
          />
          <circle className="o-ink" cx={`${across(span, effectiveFrom)}%`} cy="5%" r="9" />
          <text className="m strong" x={`${across(span, effectiveFrom)}%`} y="5%" dy=".35em">
            {number}
          </text>
        </g>
      ))}
    </>
  );
}

function Ends({ span }: { span: Span }) {
  const { format } = useLanguage();
  return (
    <>
      <text x="0" y="95%">
        {format.date(span.from)}
      </text>
      <text className="e" x="100%" y="95%">
        {format.date(lastDayOf(span))}
      </text>
    </>
  );
}

function Description(props: { columns: readonly Column[]; parties: readonly TimedParty[] }) {
  const { t, format } = useLanguage();
  const sentences = props.columns.map(({ from, cells }) =>
    t("exports:overTime.since", {
      date: format.date(from),
      values: cells.map((cell) => `${keyOf(cell, props.parties)} ${format.percent(cell.ppm)}`).join("; "),
    }),
  );
  return <>{sentences.join(" ")}</>;
}

function keyOf({ id }: Cell, parties: readonly TimedParty[]): string {
  return parties.find((party) => party.id === id)?.key ?? "";
}
