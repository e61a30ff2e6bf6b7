import type { BulkKind } from "#app/domain/initiatives/bulk/bulk.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Icon } from "#app/ui/marks/icon.tsx";

export type OutcomeRow = {
  code: string;
  title: Texts | null;
  settled: boolean;
  /** why not; null where it is done, or will be */
  refusal: string | null;
  dueOn: string | null;
};

/** What becomes of each initiative: done, or why not. */
export function OutcomeTable(props: { rows: readonly OutcomeRow[]; kind: BulkKind; isDone: boolean }) {
  const { lang, t } = useLanguage();
  const caption = t(props.isDone ? "inbox:outcomes" : "inbox:expected");
  return (
    <div className="bulk">
      <StackTable
        caption={caption}
        columns={[{ label: t("desk:column.initiative"), heads: true }, { label: caption }]}
        rows={props.rows.map((row) => ({
          key: row.code,
          cells: [
            <span key="name">
              <a className="what" href={`/${lang}/initiatives/${row.code}`}>
                {row.title ? <Text of={row.title} /> : row.code}
              </a>
              {row.title ? <span className="nw soft">{row.code}</span> : null}
            </span>,
            <Outcome key="outcome" row={row} kind={props.kind} />,
          ],
        }))}
      />
    </div>
  );
}

function Outcome({ row, kind }: { row: OutcomeRow; kind: BulkKind }) {
  const { t, format } = useLanguage();
  if (row.refusal !== null)
    return (
      <p className="ov">
        <Icon name="fix" /> <b>{t(row.settled ? "inbox:notDone" : "inbox:willNot")}</b> {row.refusal}
      </p>
    );
  return (
    <p>
      <Icon name={row.settled ? "met" : "yes"} /> <b>{t(row.settled ? `inbox:${kind}.did` : `inbox:${kind}.will`)}</b>
      {row.dueOn ? ` ${t("inbox:nextBy", { date: format.date(row.dueOn) })}` : null}
    </p>
  );
}
