import type { ReactNode } from "react";
import { GanttBar, GanttHead } from "#app/ui/board/gantt.tsx";
import { axisAround, type ClockDates, type DayAxis } from "#app/ui/charts/clock-geometry.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

export type BoardRow = {
  key: string;
  /** What must be done, and where it can be read. */
  what: ReactNode;
  href: string;
  /** Which record: kind and code. */
  subject: ReactNode;
  debtor: { house: House; name: ReactNode };
  clock: ClockDates;
  /** Calendar days left, overdue or late. */
  days?: number | undefined;
  /** Reason of a pause or of a moved date. */
  note?: ReactNode;
};

export type ObligationBoardProps = {
  caption: string;
  rows: readonly BoardRow[];
  today: string;
  /** Common axis of all bars; two months around today unless given. */
  axis?: DayAxis;
  /** For what is done: the columns then speak in the past. */
  ended?: boolean;
};

/** Who owes what, by when, with every clock on one axis. */
export function ObligationBoard(props: ObligationBoardProps) {
  const { t } = useLanguage();
  const axis = props.axis ?? axisAround(props.today);
  return (
    <table className="board stack" role="table">
      <caption className="vh">{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t("clock:board.what")}
          </th>
          <th role="columnheader" scope="col">
            {t(props.ended ? "clock:board.whoDid" : "clock:board.who")}
          </th>
          <th role="columnheader" scope="col">
            {t("clock:board.due")}
          </th>
          <th role="columnheader" scope="col" className="gantt">
            <GanttHead axis={axis} />
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map((row) => (
          <ObligationRow key={row.key} row={row} axis={axis} today={props.today} ended={props.ended ?? false} />
        ))}
      </tbody>
    </table>
  );
}

function ObligationRow(props: { row: BoardRow; axis: DayAxis; today: string; ended: boolean }) {
  const { t } = useLanguage();
  const { row } = props;
  return (
    <tr role="row">
      <td role="cell">
        <a className="what" href={row.href}>
          {row.what}
        </a>
        <span className="soft">{row.subject}</span>
      </td>
      <td role="cell" data-l={t(props.ended ? "clock:board.whoDid" : "clock:board.who")}>
        <PartyBadge house={row.debtor.house} name={row.debtor.name} />
      </td>
      <td role="cell">
        <ClockChip state={row.clock.state} days={row.days} />
        <DueDates row={row} />
      </td>
      <td role="cell" className="gantt">
        <GanttBar clock={row.clock} days={row.days} axis={props.axis} today={props.today} />
      </td>
    </tr>
  );
}

/** Due now, then what it was at first, when it was done, and why it moved or stands. */
function DueDates(props: { row: BoardRow }) {
  const { t, format } = useLanguage();
  const { clock, note } = props.row;
  const moved = clock.dueOn !== clock.originalDueOn;
  const small = [
    moved ? t("clock:board.original", { date: format.date(clock.originalDueOn) }) : null,
    clock.endedOn
      ? t(clock.state === "void" ? "clock:board.voided" : "clock:board.done", { date: format.date(clock.endedOn) })
      : null,
  ].filter((words) => words !== null);
  return (
    <>
      <span className="ddl">
        {clock.dueOn ? t("clock:board.dueOn", { date: format.date(clock.dueOn) }) : t("clock:board.recount")}
      </span>
      {small.length > 0 || note ? (
        <span className="was">
          {small.join(", ")}
          {small.length > 0 && note ? "; " : ""}
          {note}
        </span>
      ) : null}
    </>
  );
}

/** What the marks of the bars mean. */
export function BoardKey() {
  const { t } = useLanguage();
  return (
    <ul className="key">
      <li>
        <svg width="26" height="14" aria-hidden="true" focusable="false">
          <path className="o-ink" d="m13 0 6 7-6 7-6-7Z" />
        </svg>
        {t("clock:key.original")}
      </li>
      <li>
        <svg width="26" height="18" aria-hidden="true" focusable="false">
          <path className="p-ink" d="M11.5 0h3v18h-3Z" />
        </svg>
        {t("clock:key.due")}
      </li>
      <li>
        <svg width="26" height="12" aria-hidden="true" focusable="false">
          <rect className="s-over" x="1" y="1" width="24" height="9" fill="url(#p-over)" />
        </svg>
        {t("clock:key.overdue")}
      </li>
      <li>
        <svg width="26" height="12" aria-hidden="true" focusable="false">
          <rect className="s-edge" x="1" y="1" width="24" height="9" fill="url(#p-ext)" />
        </svg>
        {t("clock:key.paused")}
      </li>
      <li>
        <svg width="26" height="18" aria-hidden="true" focusable="false">
          <line className="today" x1="13" x2="13" y1="0" y2="18" />
        </svg>
        {t("clock:drawing.today")}
      </li>
    </ul>
  );
}
