import { dutyPath, type InboxItem } from "#app/domain/initiatives/inbox/inbox.ts";
import { handWords } from "#app/ui/board/board-words.ts";
import { inboxDutyWords } from "#app/ui/desk/inbox/words.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";

/** What waits, a row each; with `ticking`, initiatives are chosen at the left. */
export function InboxTable(props: {
  items: readonly InboxItem[];
  ticking: boolean;
  /** ticks every row of the page */
  allTicked: boolean;
  /** names the body of each row: for readers of several */
  bodies: boolean;
}) {
  const { t } = useLanguage();
  return (
    <table className={props.ticking ? "stack inbox ticking" : "stack inbox"} role="table">
      <caption className="vh">{t("inbox:caption")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {props.ticking ? (
            <th role="columnheader" scope="col">
              <span className="vh">{t("inbox:tick")}</span>
            </th>
          ) : null}
          {(
            [t("desk:column.initiative"), t("desk:column.what"), t("inbox:assignee"), t("desk:column.due")] as const
          ).map((label) => (
            <th key={label} role="columnheader" scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.items.map((item) => (
          <InboxRow key={item.id} item={item} {...props} />
        ))}
      </tbody>
    </table>
  );
}

function InboxRow(props: { item: InboxItem; ticking: boolean; allTicked: boolean; bodies: boolean }) {
  const { lang, t } = useLanguage();
  const { item } = props;
  const name = item.title ? <Text of={item.title} /> : item.code;
  return (
    <tr role="row">
      {props.ticking ? (
        <td role="cell" className="tick">
          {isTicked(item) ? (
            <label>
              <input type="checkbox" name="code" value={item.code} defaultChecked={props.allTicked} />
              <span className="vh">{t("inbox:tickOne", { code: item.code })}</span>
            </label>
          ) : null}
        </td>
      ) : null}
      <th role="rowheader" scope="row">
        <a className="what" href={`/${lang}${dutyPath(item)}`}>
          {name}
        </a>
        <span className="row soft">
          {item.subjectType === "ORGANISATION" || !item.title ? null : <span className="nw">{item.code}</span>}
          {item.track ? <Tag>{t(`initiatives:track.${item.track}`)}</Tag> : null}
        </span>
      </th>
      <td role="cell">
        {inboxDutyWords(t, item.kind)}
        {props.bodies && item.body ? (
          <small className="soft">
            <Text of={item.body} badge={false} />
          </small>
        ) : null}
      </td>
      <td role="cell" data-l={t("inbox:assignee")}>
        <Assignee item={item} />
      </td>
      <td role="cell">
        <Due item={item} />
      </td>
    </tr>
  );
}

/** Initiatives are worked on in numbers; a seat is one's own. */
function isTicked({ subjectType, role }: InboxItem): boolean {
  return subjectType === "INITIATIVE" && role !== "EVALUATOR";
}

function Assignee({ item }: { item: InboxItem }) {
  const { lang, t } = useLanguage();
  const { assignee, role, body } = item;
  if (role === "EVALUATOR") return <b>{t("inbox:me")}</b>;
  if (assignee) return assignee.isMine ? <b>{t("inbox:me")}</b> : assignee.name;
  return (
    <span className="soft">
      {item.subjectType === "INITIATIVE" ? t("inbox:nobody") : handWords(t, lang, { role, names: body })}
    </span>
  );
}

function Due({ item }: { item: InboxItem }) {
  const { t, format } = useLanguage();
  const { clock, dueOn } = item;
  return (
    <>
      <ClockChip state={clock.state} days={clock.days} />
      {clock.state === "wait" ? null : (
        <time className="ddl" dateTime={dueOn}>
          {t("clock:board.dueOn", { date: format.date(dueOn) })}
        </time>
      )}
    </>
  );
}
