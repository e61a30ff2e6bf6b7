import type { Format } from "#app/platform/languages/format.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import type { ReportView, RevenueFacts } from "./progress-view.ts";

/** Whole months, half-open, as people read them: 01/2026–06/2026, or one month. */
export function periodWords({ from, to }: { from: string; to: string }): string {
  const last = new Date(`${to}T00:00:00Z`);
  last.setUTCMonth(last.getUTCMonth() - 1);
  const words = (day: string) => `${day.slice(5, 7)}/${day.slice(0, 4)}`;
  const [first, end] = [words(from), words(last.toISOString())];
  return first === end ? first : `${first}–${end}`;
}

/** The exact sums of a period, or its band. */
function revenueWords(facts: RevenueFacts, t: Translate, format: Format): string {
  const { grossVnd, costVnd, profitAfterTaxVnd } = facts;
  if (grossVnd === null || costVnd === null || profitAfterTaxVnd === null)
    return t(`reports:revenue.band.${facts.band}`);
  const money = (vnd: string) => format.money(BigInt(vnd));
  return t("reports:says.sums", { gross: money(grossVnd), cost: money(costVnd), profit: money(profitAfterTaxVnd) });
}

/** What a report says, in a line. */
export function saidWords({ said }: Pick<ReportView, "said">, t: Translate, format: Format): string {
  switch (said.kind) {
    case "READINESS":
      return t("reports:says.READINESS", { level: said.level, date: format.date(said.onDate) });
    case "ACT": {
      const revenue = said.revenueVnd === null ? "" : format.money(BigInt(said.revenueVnd));
      const act = t(`results:act.${said.act}`);
      return [act, format.date(said.onDate), said.counterparty, said.territory, revenue].filter(Boolean).join(", ");
    }
    case "REVENUE":
      return `${periodWords(said)}: ${revenueWords(said, t, format)}`;
    default:
      return `${periodWords(said)}: ${said.measures
        .map(({ measure, ppm }) => {
          const share = ppm === null ? t("reports:undefined") : format.percent(ppm, 2);
          return `${t(`reports:local.of.${measure}`)} ${share}`;
        })
        .join("; ")}`;
  }
}
