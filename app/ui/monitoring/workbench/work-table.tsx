import { type WorkItem, workClock } from "#app/domain/monitoring/workbench/workbench.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";

/** Things to do, each with its clock and where it is done; with the post of whoever has them where they are others'. */
export function WorkTable(props: { caption: string; items: readonly WorkItem[]; today: string; posts?: boolean }) {
  const { lang, t, format } = useLanguage();
  return (
    <StackTable
      caption={props.caption}
      columns={[
        { label: t("monitoring:workbench.what"), heads: true },
        { label: t("monitoring:workbench.clock") },
        { label: t("monitoring:campaign") },
        ...(props.posts ? [{ label: t("monitoring:workbench.who") }] : []),
      ]}
      rows={props.items.map((item) => ({
        key: String(item.place),
        cells: [
          <a key="what" href={`/${lang}${item.path}`}>
            {item.kind === "ASSIGN" || item.kind === "PUBLIC_COMMENTS"
              ? t(`monitoring:workbench.kind.${item.kind}`, { count: item.count })
              : t(`monitoring:workbench.kind.${item.kind}`)}
            {item.subject ? <span className="nw"> {item.subject}</span> : null}
          </a>,
          <>
            <ClockChip {...workClock(item.dueOn, props.today)} />{" "}
            <span className="s nw">{format.date(item.dueOn)}</span>
          </>,
          <>
            <a href={`/${lang}/monitoring/campaigns/${item.campaign}`}>{item.campaign}</a>{" "}
            <span className="s soft">
              <Text of={item.campaignTitle} badge={false} />
            </span>
          </>,
          ...(props.posts ? [item.post ?? t("monitoring:workbench.anybody")] : []),
        ],
      }))}
    />
  );
}
