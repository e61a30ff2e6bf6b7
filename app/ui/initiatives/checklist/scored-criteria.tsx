import { ARGUED_IN } from "#app/domain/initiatives/completeness.ts";
import { CRITERIA } from "#app/domain/initiatives/criteria.ts";
import type { Track } from "#app/domain/initiatives/initiative.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";

/** What a council scores on a track, how much each criterion counts, and in which answers it is argued. */
export function ScoredCriteria({ track }: { track: Track }) {
  const { t, format } = useLanguage();
  return (
    <StackTable
      caption={t("checklist:scored")}
      columns={[
        { label: t("checklist:criterion"), heads: true },
        { label: t("checklist:weight"), numeric: true },
        { label: t("checklist:argued") },
      ]}
      rows={CRITERIA[track].map(({ code, weightPpm }) => ({
        key: code,
        cells: [
          t(`initiatives:criterion.${code}`),
          format.percent(weightPpm),
          ARGUED_IN[code].map((name) => t(`initiatives:form.checklist.${name}`)).join(" · "),
        ],
      }))}
    />
  );
}
