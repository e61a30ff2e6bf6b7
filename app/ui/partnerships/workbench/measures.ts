import type { Fraction } from "#app/domain/partnerships/calculations/exact.ts";
import { halfEven } from "#app/domain/partnerships/calculations/exact.ts";
import { bandOf } from "#app/domain/partnerships/calculations/risk/fairness.ts";
import type { BreakEven, Weighed, WeighedParty } from "#app/domain/partnerships/workbench/weigh.ts";
import type { Format } from "#app/platform/languages/format.ts";
import type { Translate } from "#app/platform/languages/translate.ts";

/** What stands in one cell: the figure in words, a second line, and how long its bar is; null where it is not defined. */
export type Cell = { text: string; note?: string | undefined; size: number | null };

export const MEASURES = [
  "capital",
  "payoff",
  "worst",
  "npv",
  "irr",
  "breakEven",
  "profitToCapital",
  "profitToRisk",
  "imbalance",
] as const;
export type MeasureKey = (typeof MEASURES)[number];

type Tongue = { t: Translate; format: Format };

/** One measure of one party in one variant. */
export function partyCell(key: MeasureKey, party: WeighedParty, tongue: Tongue): Cell {
  switch (key) {
    case "profitToCapital":
      return ratioCell(party.profitToCapital, tongue);
    case "profitToRisk":
      return ratioCell(party.profitToRisk, tongue);
    case "imbalance":
      return { text: tongue.format.points(party.profitLessCapitalPpm), size: party.profitLessCapitalPpm };
    default:
      return figureCell(key, party, tongue);
  }
}

/** Rows beneath the parties: all of them together, or how far the shares lie apart; none for ratios. */
export function wholeRows(key: MeasureKey, weighed: readonly (Weighed | null)[], tongue: Tongue) {
  const { t, format } = tongue;
  if (key === "profitToCapital" || key === "profitToRisk") return [];
  if (key === "imbalance")
    return (["profitCapitalPpm", "profitRiskPpm", "riskCapitalPpm"] as const).map((pair) => ({
      key: pair,
      label: t(`workbench:imbalance.${pair}`),
      cells: weighed.map((one) => one && { text: format.percent(one.imbalance[pair]), size: null }),
    }));
  return [
    {
      key: "whole",
      label: t("workbench:whole"),
      cells: weighed.map((one) => one && figureCell(key, one.whole, tongue)),
    },
  ];
}

type Figures = Pick<WeighedParty, "capitalVnd" | "worth"> & Pick<Weighed["whole"], "expected">;

function figureCell(
  key: Exclude<MeasureKey, "profitToCapital" | "profitToRisk" | "imbalance">,
  of: Figures,
  tongue: Tongue,
) {
  const { t, format } = tongue;
  const { capitalVnd, expected, worth } = of;
  switch (key) {
    case "capital":
      return moneyCell(capitalVnd, format);
    case "payoff":
      return expected ? moneyCell(expected.payoffVnd, format) : notTyped(t);
    case "worst":
      return expected ? { ...moneyCell(expected.worstVnd, format), note: expected.worstScenario } : notTyped(t);
    case "npv":
      return worth ? moneyCell(worth.npvVnd, format) : notTyped(t);
    case "irr":
      return worth ? rateCell(worth.irr, tongue) : notTyped(t);
    case "breakEven":
      return worth ? breakEvenCell(worth.breakEven, t) : notTyped(t);
  }
}

function moneyCell(vnd: bigint, format: Format): Cell {
  return { text: format.money(vnd), size: Number(vnd) };
}

function rateCell(irr: bigint | null, { t, format }: Tongue): Cell {
  if (irr === null) return { text: t("workbench:undefined"), size: null };
  return { text: format.percent(Number(irr), 2), size: Number(irr) };
}

function breakEvenCell(breakEven: BreakEven, t: Translate): Cell {
  if (typeof breakEven === "string") return { text: t(`workbench:breakEven.${breakEven}`), size: null };
  return { text: t("workbench:years.year", { number: String(breakEven) }), size: breakEven };
}

function ratioCell(ratio: Fraction | null, { t, format }: Tongue): Cell {
  const band = bandOf(ratio);
  if (!ratio || !band) return { text: t("workbench:undefined"), size: null };
  const thousandths = Number(halfEven(ratio.numerator * 1_000n, ratio.denominator));
  return { text: format.number(thousandths / 1_000, 3), note: t(`workbench:band.${band}`), size: thousandths };
}

function notTyped(t: Translate): Cell {
  return { text: t("workbench:notTyped"), size: null };
}
