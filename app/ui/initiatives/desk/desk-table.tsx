import type { DeskItem } from "#app/domain/initiatives/desk/desk-item.ts";
import { Text } from "#app/ui/foreign.tsx";
import { stateWords } from "#app/ui/initiatives/initiative-row.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";

/** What waits on a desk, the nearest date first. `base` is the address of the desk, behind which each file opens. */
export function DeskTable(props: { caption: string; base: string; items: readonly DeskItem[] }) {
  const { t, format } = useLanguage();
  if (props.items.length === 0) {
    return <EmptyState title={t("initiatives:desk.none")}>{t("initiatives:desk.noneText")}</EmptyState>;
  }
  return (
    <table className="stack" role="table">
      <caption className="vh">{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(["file", "state", "duty", "due"] as const).map((name) => (
            <th role="columnheader" scope="col" key={name}>
              {t(`initiatives:desk.col.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.items.map((item) => (
          <tr role="row" key={`${item.code} ${item.kind}`}>
            <th role="rowheader" scope="row">
              <a href={`${props.base}/${item.code}`}>
                <span className="nw">{item.code}</span>
              </a>
              <br />
              <Text of={item.title} />
            </th>
            <td role="cell" data-l={t("initiatives:desk.col.state")}>
              {stateWords(item.state, t)}
              <br />
              <span className="soft">{t(`initiatives:track.${item.track}`)}</span>
            </td>
            <td role="cell" data-l={t("initiatives:desk.col.duty")}>
              {dutyOf(item.kind)}
            </td>
            <td role="cell" data-l={t("initiatives:desk.col.due")}>
              <ClockChip state={item.clock.state} days={item.clock.days} />
              <br />
              {item.paused ? null : <span className="s soft">{format.date(item.dueOn)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );

  function dutyOf(kind: string): string {
    const key = `obligations:kind.${kind}`;
    return t.has(key) ? t(key) : kind;
  }
}
