import { ThinBar } from "#app/ui/blocks/stats.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import type { ResultView } from "#app/ui/results/view.ts";

/** Who paid for a result, and the State budget's part, which follows from it. */
export function FundingTable(props: { result: Pick<ResultView, "funding" | "fundingVnd" | "statePpm"> }) {
  const { t, format } = useLanguage();
  const { funding, fundingVnd, statePpm } = props.result;
  if (funding.length === 0) return <p className="soft">{t("results:page.noFunding")}</p>;
  return (
    <>
      {statePpm === null ? null : (
        <>
          <p>
            <strong>{t("results:page.stateHeadline", { share: format.percent(statePpm) })}</strong>
          </p>
          <ThinBar sharePpm={statePpm} label={`${t("results:page.statePart")}: ${format.percent(statePpm)}`} />
        </>
      )}
      <StackTable
        caption={t("results:page.funding")}
        columns={[
          { label: t("results:page.fundingSource"), heads: true },
          { label: t("results:page.amount"), numeric: true },
          { label: t("results:page.share"), numeric: true },
        ]}
        rows={[
          ...funding.map((it, index) => ({
            key: `${index} ${it.source}`,
            cells: [
              t(`results:source.${it.source}`),
              format.money(BigInt(it.amountVnd)),
              it.sharePpm === null ? "–" : format.percent(it.sharePpm, 1),
            ],
          })),
          {
            key: "total",
            total: true,
            cells: [
              t("results:page.total"),
              format.money(BigInt(fundingVnd)),
              statePpm === null ? "–" : format.percent(1_000_000, 1),
            ],
          },
        ]}
      />
    </>
  );
}
