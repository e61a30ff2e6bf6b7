import { shareField } from "#app/domain/partnerships/agreements/share-cells.ts";
import { SHARE_DIMENSIONS } from "#app/domain/partnerships/share-schedule.ts";
import type { Translate } from "#app/platform/languages/translate.ts";

const LABELS = { CAPITAL: "capital", RISK: "risk", PROFIT: "profit" } as const;

/** The names of the columns, for what is said of their sums; with the number of the period where there are several. */
export function columnLabels(periods: number, t: Translate): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: periods }, (_none, period) =>
      SHARE_DIMENSIONS.map((dimension) => {
        const number = periods > 1 ? `, ${t("partnerships:shares.period", { number: String(period + 1) })}` : "";
        return [shareField(period, dimension), t(`share:${LABELS[dimension]}`) + number];
      }),
    ).flat(),
  );
}
