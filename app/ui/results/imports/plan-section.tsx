import { ROW_FATES, type RowFate } from "#app/domain/results/imports/import.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Notice, Tag } from "#app/ui/marks/notice.tsx";

type Row = { line: number; key: string; title: string; fate: RowFate; code: string | null; faults: string[] };

/** What an import would do, or did, row by row; what is wrong comes first. */
export function PlanSection(props: {
  plan: { rows: readonly Row[]; more: number; counts: Record<RowFate, number>; untaken: string[]; applied: boolean };
}) {
  const { lang, t } = useLanguage();
  const { rows, more, counts, untaken, applied } = props.plan;
  const state = applied ? "done" : "planned";
  return (
    <Section id="plan" title={t(applied ? "results:import.done" : "results:import.preview")}>
      <Notice>
        {ROW_FATES.flatMap((fate) =>
          counts[fate] > 0
            ? [<p key={fate}>{t(`results:import.count.${state}.${fate}`, { count: counts[fate] })}</p>]
            : [],
        )}
        {counts.WRONG > 0 ? <p>{t("results:import.allOrNothing")}</p> : null}
      </Notice>
      {untaken.length > 0 ? <p className="s">{t("results:import.untaken", { names: untaken.join(", ") })}</p> : null}
      <StackTable
        caption={t("results:import.rows")}
        columns={[
          { label: t("results:import.line"), numeric: true },
          { label: t("results:import.result"), heads: true },
          { label: t("results:import.fate") },
        ]}
        rows={rows.map((row) => ({
          key: String(row.line),
          cells: [
            String(row.line),
            <span key="result">
              {row.code === null ? row.title : <a href={`/${lang}/results/${row.code}`}>{row.title || row.code}</a>}{" "}
              <small className="soft">{row.key}</small>
            </span>,
            <span key="fate">
              <Tag>{t(`results:import.${row.fate}`)}</Tag>
              {row.faults.map((fault) => (
                <span className="s" key={fault}>
                  <br />
                  {fault}
                </span>
              ))}
            </span>,
          ],
        }))}
      />
      {more > 0 ? <p className="s soft">{t("results:import.more", { count: more })}</p> : null}
    </Section>
  );
}
