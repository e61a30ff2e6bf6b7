import type { ReactNode } from "react";
import { type ClockDates, clockStretches, type DayAxis, place } from "#app/ui/charts/clock-geometry.ts";
import { DoneMark, DueMark, OriginalDueMark, stretchPaint } from "#app/ui/charts/clock-marks.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** Labels beneath the bar end between these, so that they never meet the dates at the edges. */
const LABEL_FROM = 36;
const LABEL_TO = 78;

/** One clock on an axis of its own, from the day it was opened to its end or to today. `id` is unique on the page. */
export function ClockBar(props: { id: string; clock: ClockDates; today: string }) {
  const { t, format } = useLanguage();
  const { clock, today } = props;
  const dueOn = clock.dueOn ?? clock.originalDueOn;
  const lastOn = [dueOn, clock.originalDueOn, clock.endedOn ?? today].sort().at(-1) ?? dueOn;
  const axis: DayAxis = { from: clock.openedOn, to: lastOn };
  const at = (on: string) => `${place(axis, on).toFixed(3)}%`;
  const stretches = clockStretches(clock, today);
  const [titleId, textId] = [`${props.id}-t`, `${props.id}-d`];
  return (
    <svg className="ch dial" role="img" aria-labelledby={`${titleId} ${textId}`} focusable="false">
      <title id={titleId}>{t("clock:drawing.title")}</title>
      <desc id={textId}>
        {t("clock:drawing.text", {
          opened: format.date(clock.openedOn),
          original: format.date(clock.originalDueOn),
          due: format.date(dueOn),
          today: format.date(today),
        })}
      </desc>
      {stretches.map((stretch) => (
        <rect
          key={`${stretch.kind}${stretch.from}`}
          {...stretchPaint(stretch.kind, clock.state)}
          x={at(stretch.from)}
          y="1.5rem"
          width={`${(place(axis, stretch.to) - place(axis, stretch.from)).toFixed(3)}%`}
          height=".875rem"
        />
      ))}
      {clock.endedOn ? null : <Today at={place(axis, today)} />}
      {clock.dueOn === clock.originalDueOn ? null : (
        <Mark at={at(clock.originalDueOn)}>
          <OriginalDueMark />
        </Mark>
      )}
      {clock.dueOn ? (
        <Mark at={at(clock.dueOn)}>
          <DueMark />
        </Mark>
      ) : null}
      {clock.endedOn ? (
        <Mark at={at(clock.endedOn)}>
          <DoneMark />
        </Mark>
      ) : null}
      <DateLabels axis={axis} clock={clock} />
    </svg>
  );
}

function Mark(props: { at: string; children: ReactNode }) {
  return (
    <svg x={props.at} y="1.94rem" overflow="visible" aria-hidden="true">
      {props.children}
    </svg>
  );
}

function Today(props: { at: number }) {
  const { t } = useLanguage();
  const x = `${props.at.toFixed(3)}%`;
  const anchor = props.at < 10 ? "" : props.at > 90 ? "e " : "m ";
  return (
    <>
      <line className="today" x1={x} x2={x} y1="1.1rem" y2="2.7rem" />
      <text className={`${anchor}strong`} x={x} y=".85rem">
        {t("clock:drawing.today")}
      </text>
    </>
  );
}

/**
 * Opened at the left and, as a bare date, the due date or the end at the right. Between them, with its word, the
 * original date where it moved, or the due date where something later stands at the right.
 */
function DateLabels(props: { axis: DayAxis; clock: ClockDates }) {
  const { t, format } = useLanguage();
  const { axis, clock } = props;
  const { originalDueOn, dueOn } = clock;
  const original = t("clock:drawing.original", { date: format.dayMonth(originalDueOn) });
  const isMoved = dueOn !== null && dueOn !== originalDueOn;
  const isDueLast = (dueOn ?? originalDueOn) === axis.to;
  const between = isMoved ? originalDueOn : isDueLast ? null : (dueOn ?? originalDueOn);
  const words = isMoved || dueOn === null ? original : t("clock:drawing.due", { date: format.dayMonth(dueOn) });
  const betweenAt = between ? Math.min(LABEL_TO, Math.max(LABEL_FROM, place(axis, between) + 2)) : 0;
  return (
    <>
      <text x="0" y="3.5rem">
        {format.dayMonth(clock.openedOn)}
      </text>
      {between ? (
        <text className="e" x={`${betweenAt.toFixed(3)}%`} y="3.5rem">
          {words}
        </text>
      ) : null}
      <text className="e strong" x="100%" y="3.5rem">
        {dueOn === null && !between ? original : format.dayMonth(isMoved ? dueOn : axis.to)}
      </text>
    </>
  );
}
