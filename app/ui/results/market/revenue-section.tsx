import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import type { ProgressView } from "./progress-view.ts";
import { periodWords } from "./words.ts";

/** What a result earned, period by period, as far as it was verified: the band first, sums where they are public. */
export function RevenueSection({ revenue }: { revenue: NonNullable<ProgressView["revenue"]> }) {
  const { t, format } = useLanguage();
  const { band, growing, periods } = revenue;
  const money = (vnd: string | null) => (vnd === null ? "–" : format.money(BigInt(vnd)));
  return (
    <Section id="revenue" title={t("reports:revenue.title")}>
      <p>
        <strong>
          {t("reports:revenue.headline", { count: periods.length, band: t(`reports:revenue.band.${band}`) })}
        </strong>{" "}
        {growing > 0 ? t("reports:revenue.growing", { count: growing }) : null}
      </p>
      <StackTable
        caption={t("reports:revenue.title")}
        columns={[
          { label: t("reports:period"), heads: true },
          { label: t("reports:revenue.gross"), numeric: true },
          { label: t("reports:revenue.cost"), numeric: true },
          { label: t("reports:revenue.profit"), numeric: true },
          { label: t("reports:evidence") },
        ]}
        rows={periods.map((one) => ({
          key: one.from,
          cells: [
            <span key="period">
              {periodWords(one)}
              {one.grew ? <span className="soft"> {t("reports:revenue.grew")}</span> : null}
            </span>,
            one.grossVnd === null ? t(`reports:revenue.band.${one.band}`) : money(one.grossVnd),
            money(one.costVnd),
            money(one.profitAfterTaxVnd),
            one.evidence,
          ],
        }))}
      />
      {periods.some(({ grossVnd }) => grossVnd === null) ? <p className="src">{t("reports:revenue.kept")}</p> : null}
    </Section>
  );
}
