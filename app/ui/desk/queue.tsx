import type { ReactNode } from "react";
import type { Clock } from "#app/domain/obligations/obligation.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";

export type QueueRow = {
  code: string;
  href: string;
  title: Texts;
  track: "ORDINARY" | "BREAKTHROUGH";
  /** What has to be done, as a noun; or the state of one's own seat. */
  what: ReactNode;
  /** Null where no clock runs any more. */
  clock: Clock | null;
  dueOn: string | null;
  extra?: ReactNode;
};

/** What waits on a desk, the most urgent first: which initiative, what to do, by when. */
export function QueueTable(props: { caption: string; rows: readonly QueueRow[]; extra?: string }) {
  const { t, format } = useLanguage();
  const isDated = props.rows.some(({ clock }) => clock !== null);
  return (
    <table className="stack queue" role="table">
      <caption className="vh">{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <Column>{t("desk:column.initiative")}</Column>
          <Column>{t("desk:column.what")}</Column>
          {props.extra ? <Column>{props.extra}</Column> : null}
          {isDated ? <Column>{t("desk:column.due")}</Column> : null}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map((row) => (
          <tr role="row" key={row.href}>
            <th role="rowheader" scope="row">
              <a className="what" href={row.href}>
                <Text of={row.title} />
              </a>
              <span className="row soft">
                <span className="nw">{row.code}</span> <Tag>{t(`initiatives:track.${row.track}`)}</Tag>
              </span>
            </th>
            <td role="cell">{row.what}</td>
            {props.extra ? (
              <td role="cell" data-l={props.extra}>
                {row.extra}
              </td>
            ) : null}
            {isDated ? (
              <td role="cell">
                {row.clock ? <ClockChip state={row.clock.state} days={row.clock.days} /> : null}
                {row.dueOn && row.clock?.state !== "wait" ? (
                  <span className="ddl">
                    <time dateTime={row.dueOn}>{t("clock:board.dueOn", { date: format.date(row.dueOn) })}</time>
                  </span>
                ) : null}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Column(props: { children: ReactNode }) {
  return (
    <th role="columnheader" scope="col">
      {props.children}
    </th>
  );
}
