import type { LevelFigures } from "#app/domain/results/figures/level-figures.ts";
import { stageOfReadiness } from "#app/domain/results/stage.ts";
import { LevelColumns } from "#app/ui/charts/bars/level-columns.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";

/** Results of a technology group by readiness and stage, as a picture and, with the same figures, as a table and CSV. */
export function LevelFigure(props: { levels: readonly LevelFigures[]; csvHref: string }) {
  const { t, format } = useLanguage();
  const { levels } = props;
  const total = levels.reduce((sum, one) => sum + one.onMarket + one.notYet, 0);
  const sold = levels.reduce((sum, one) => sum + one.onMarket, 0);
  const title = t("catalogue:levels.title");
  return (
    <figure className="fig">
      <figcaption>
        <b>{t("catalogue:levels.headline", { count: total, sold: format.number(sold) })}</b>{" "}
        <span className="soft">{t("catalogue:levels.read")}</span>
      </figcaption>
      <LevelColumns
        id="levels"
        title={title}
        levels={levels}
        describe={({ level, onMarket, notYet }) => t("catalogue:levels.column", { level, onMarket, notYet })}
      />
      <details className="data">
        <summary>{t("catalogue:levels.table")}</summary>
        <LevelTable levels={levels} />
      </details>
      <p className="src">
        <a href={props.csvHref} type="text/csv">
          {t("catalogue:levels.csv")}
        </a>
      </p>
    </figure>
  );
}

function LevelTable({ levels }: { levels: readonly LevelFigures[] }) {
  const { t, format } = useLanguage();
  const total = levels.reduce((sum, one) => sum + one.onMarket + one.notYet, 0);
  const sold = levels.reduce((sum, one) => sum + one.onMarket, 0);
  return (
    <StackTable
      caption={t("catalogue:levels.title")}
      columns={[
        { label: t("catalogue:levels.level"), heads: true },
        { label: t("catalogue:levels.stage") },
        { label: t("catalogue:levels.notYet"), numeric: true },
        { label: t("catalogue:levels.onMarket"), numeric: true },
        { label: t("catalogue:levels.all"), numeric: true },
      ]}
      rows={[
        ...levels.map(({ level, onMarket, notYet }) => ({
          key: String(level),
          cells: [
            String(level),
            t(`results:stage.${stageOfReadiness(level)}`),
            format.number(notYet),
            format.number(onMarket),
            format.number(onMarket + notYet),
          ],
        })),
        {
          key: "total",
          total: true,
          cells: [
            t("catalogue:levels.all"),
            "",
            format.number(total - sold),
            format.number(sold),
            format.number(total),
          ],
        },
      ]}
    />
  );
}
