import type { Stance } from "#app/domain/initiatives/voice/comment.ts";
import type { Clock } from "#app/domain/obligations/obligation.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";

export type CommentQueueRow = {
  code: string;
  initiative: string;
  title: Texts;
  stance: Stance;
  kind: "MODERATION_REVIEW" | "MODERATION_APPEAL";
  reports: number;
  dueOn: string;
  clock: Clock;
};

/** What waits for a verdict, the most urgent first. */
export function CommentQueue(props: { items: readonly CommentQueueRow[] }) {
  const { lang, t, format } = useLanguage();
  const columns = (["comment", "what", "reports", "due"] as const).map((name) => ({
    name,
    label: t(`voice:desk.column.${name}`),
  }));
  return (
    <table className="stack queue" role="table">
      <caption className="vh">{t("voice:desk.queue")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ name, label }) => (
            <th role="columnheader" scope="col" key={name}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.items.map((item) => (
          <tr role="row" key={item.code}>
            <th role="rowheader" scope="row">
              <a className="what" href={`/${lang}/desk/moderation/${item.code}`}>
                {t("voice:comment.title", { stance: t(`voice:stance.${item.stance}`), code: item.code })}
              </a>
              <span className="row soft">
                <span className="nw">{item.initiative}</span> <Text of={item.title} />
              </span>
            </th>
            <td role="cell">{t(item.kind === "MODERATION_APPEAL" ? "voice:desk.appeal" : "voice:desk.report")}</td>
            <td role="cell">{t("voice:desk.count", { count: item.reports })}</td>
            <td role="cell">
              <ClockChip state={item.clock.state} days={item.clock.days} />
              <span className="ddl">
                <time dateTime={item.dueOn}>{t("clock:board.dueOn", { date: format.date(item.dueOn) })}</time>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
