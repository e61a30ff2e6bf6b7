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

/** The exact sums behind the shares of localisation, for who reads them; nothing for everybody else. */
export function localSums({ said }: Pick<ReportView, "said">, t: Translate, format: Format): string[] {
  if (said.kind !== "LOCALISATION") return [];
  const of = (key: "price" | "cost", whole: string | null, part: string | null) =>
    whole === null || part === null
      ? []
      : [t(`reports:says.${key}`, { whole: format.money(BigInt(whole)), part: format.money(BigInt(part)) })];
  return [...of("price", said.priceVnd, said.domesticValueAddedVnd), ...of("cost", said.costVnd, said.domesticCostVnd)];
}

type SaidOf<Kind> = Extract<ReportView["said"], { kind: Kind }>;

/** What a right is called: its kind, its number, its office. */
export function rightWords(named: Pick<SaidOf<"RIGHT">, "right" | "office" | "applicationNo">, t: Translate): string {
  return [t(`results:right.${named.right}`), named.applicationNo, named.office].filter(Boolean).join(", ");
}

function filedWords(said: SaidOf<"RIGHT">, t: Translate, format: Format): string {
  const { onDate, disclosedOn, expiresOn, owners } = said;
  const lines = [
    t("reports:says.filed", { right: rightWords(said, t), date: format.date(onDate) }),
    ...owners.map(({ name, ppm }) => `${name} ${format.percent(ppm)}`),
    disclosedOn ? t("reports:says.disclosed", { date: format.date(disclosedOn) }) : "",
    expiresOn ? t("profile:page.expires", { date: format.date(expiresOn) }) : "",
  ];
  return lines.filter(Boolean).join(t("reports:says.then"));
}

function eventWords(said: SaidOf<"RIGHT_EVENT">, t: Translate, format: Format): string {
  const { event, onDate, reference, expiresOn } = said;
  const act = `${t(`profile:event.${event}`)} ${format.date(onDate)}`;
  const lines = [
    t("reports:says.event", { right: rightWords(said, t), act: reference ? `${act} (${reference})` : act }),
    expiresOn ? t("profile:page.expires", { date: format.date(expiresOn) }) : "",
  ];
  return lines.filter(Boolean).join(t("reports:says.then"));
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
    case "RIGHT":
      return filedWords(said, t, format);
    case "RIGHT_EVENT":
      return eventWords(said, t, format);
    case "REVENUE":
      return t("reports:says.period", { period: periodWords(said), what: revenueWords(said, t, format) });
    default: {
      const shares = said.measures.map(({ measure, ppm }) => {
        const share = ppm === null ? t("reports:undefined") : format.percent(ppm, 2);
        return `${t(`reports:local.of.${measure}`)} ${share}`;
      });
      return t("reports:says.period", { period: periodWords(said), what: shares.join(t("reports:says.then")) });
    }
  }
}
