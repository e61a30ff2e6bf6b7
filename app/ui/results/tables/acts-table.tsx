import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Icon } from "#app/ui/marks/icon.tsx";
import type { ResultView } from "#app/ui/results/view.ts";

/** How a result is used: what an officer has verified stands apart from what is self-reported. */
export function ActsTable(props: { acts: ResultView["acts"] }) {
  const { t, format } = useLanguage();
  if (props.acts.length === 0) return <p className="soft">{t("results:page.noActs")}</p>;
  return (
    <>
      <StackTable
        caption={t("results:page.acts")}
        columns={[
          { label: t("results:page.act"), heads: true },
          { label: t("results:page.date") },
          { label: t("results:page.counterparty") },
          { label: t("results:page.revenue"), numeric: true },
          { label: t("results:page.evidence") },
        ]}
        rows={props.acts.map((act) => ({
          key: act.id,
          cells: [
            <span key="act">
              {t(`results:act.${act.kind}`)}
              <br />
              {act.verified ? (
                <span className="nw">
                  <Icon name="yes" /> {t("results:page.verified")}
                </span>
              ) : (
                <span className="soft">{t("results:page.selfReported")}</span>
              )}
            </span>,
            format.date(act.onDate),
            [act.counterparty, act.territory].filter(Boolean).join(", ") || "–",
            act.revenueVnd === null ? "–" : format.money(BigInt(act.revenueVnd)),
            act.evidence,
          ],
        }))}
      />
      <p className="src">{t("results:page.actsHow")}</p>
    </>
  );
}
