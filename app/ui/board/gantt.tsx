import {
  type ClockDates,
  clockStretches,
  type DayAxis,
  isOn,
  monthStarts,
  place,
} from "#app/ui/charts/clock-geometry.ts";
import { DoneMark, DueMark, OriginalDueMark, stretchPaint } from "#app/ui/charts/clock-marks.tsx";
import { useLanguage } from "#app/ui/language.tsx";

function at(axis: DayAxis, on: string): string {
  return `${place(axis, on).toFixed(3)}%`;
}

/** Column head of the bars: the firsts of the months. */
export function GanttHead(props: { axis: DayAxis }) {
  const { t, format } = useLanguage();
  const { axis } = props;
  return (
    <>
      <span className="vh">{t("clock:board.axis", { from: format.date(axis.from), to: format.date(axis.to) })}</span>
      <svg className="ch" aria-hidden="true" focusable="false">
        {monthStarts(axis).map((month) => (
          <text key={month} className="m" x={at(axis, month)} y="1.05rem">
            {format.dayMonth(month)}
          </text>
        ))}
      </svg>
    </>
  );
}

/** One clock on the common axis; what lies beyond the axis is cut off at its edge. */
export function GanttBar(props: { clock: ClockDates; days?: number | undefined; axis: DayAxis; today: string }) {
  const { t, format } = useLanguage();
  const { clock, axis, today } = props;
  const told = t("clock:board.bar", {
    opened: format.date(clock.openedOn),
    due: format.date(clock.dueOn ?? clock.originalDueOn),
    original: format.date(clock.originalDueOn),
    state: t(`clock:state.${clock.state}`),
  });
  return (
    <svg className="ch" role="img" aria-label={told} focusable="false">
      {monthStarts(axis).map((month) => (
        <line key={month} className="ax" x1={at(axis, month)} x2={at(axis, month)} y1="0" y2="100%" />
      ))}
      <svg y="50%" overflow="visible" aria-hidden="true">
        {clockStretches(clock, today).map((stretch) => (
          <rect
            key={stretch.kind + stretch.from}
            {...stretchPaint(stretch.kind, clock.state)}
            x={at(axis, stretch.from)}
            y="-5.5"
            width={`${(place(axis, stretch.to) - place(axis, stretch.from)).toFixed(3)}%`}
            height="11"
          />
        ))}
      </svg>
      <line className="today" x1={at(axis, today)} x2={at(axis, today)} y1="0" y2="100%" />
      {clock.dueOn !== clock.originalDueOn && isOn(axis, clock.originalDueOn) ? (
        <svg x={at(axis, clock.originalDueOn)} y="50%" overflow="visible" aria-hidden="true">
          <OriginalDueMark />
        </svg>
      ) : null}
      {clock.dueOn && isOn(axis, clock.dueOn) ? (
        <svg x={at(axis, clock.dueOn)} y="50%" overflow="visible" aria-hidden="true">
          <DueMark />
        </svg>
      ) : null}
      {clock.endedOn && isOn(axis, clock.endedOn) ? (
        <svg x={at(axis, clock.endedOn)} y="50%" overflow="visible" aria-hidden="true">
          <DoneMark />
        </svg>
      ) : null}
    </svg>
  );
}
