import type { PaperBlock } from "#app/platform/paper/paper.ts";
import type { Told } from "./statement-paper.server.ts";

type Fact = { term: string; value: string };

/** What the run was calculated from. To an author, who is no party, only the rules are shown, not the parties' books. */
export function inputBlocks({ view, t, format }: Told): PaperBlock[] {
  const { inputs, whose, run } = view;
  const money = (vnd: string) => format.money(BigInt(vnd));
  const facts: Fact[] = [];
  const isInside = whose.kind === "PARTY";
  if (isInside && inputs.kind === "DISTRIBUTION") {
    const { statement } = inputs;
    const rates = {
      rate: format.percent(statement.ipRemunerationRatePpm),
      factor: format.percent(statement.ipFactorPpm),
    };
    facts.push(
      { term: t("papers:statement.fact.revenue"), value: money(statement.revenueVnd) },
      { term: t("papers:statement.fact.opex"), value: money(statement.opexVnd) },
      { term: t("papers:statement.fact.depreciation"), value: money(statement.depreciationVnd) },
      { term: t("papers:statement.fact.ip"), value: t("papers:statement.fact.ipRate", rates) },
    );
  }
  if (inputs.kind === "LOSS") facts.push({ term: t("papers:statement.fact.loss"), value: money(inputs.lossVnd) });
  else facts.push({ term: t("papers:statement.fact.tax"), value: format.percent(inputs.citRatePpm) });
  if (inputs.kind === "DISTRIBUTION" && inputs.terms)
    facts.push(
      { term: t("papers:statement.fact.reserve"), value: format.percent(inputs.terms.reserveRatePpm) },
      { term: t("papers:statement.fact.preferred"), value: format.percent(inputs.terms.preferredRatePpm) },
    );
  if (isInside)
    facts.push(
      { term: t("papers:statement.fact.broughtLoss"), value: money(inputs.brought.lossVnd) },
      { term: t("papers:statement.fact.broughtPreferred"), value: money(inputs.brought.preferredUnpaidVnd) },
    );
  if (run.unallocatedTo) facts.push({ term: t("papers:statement.fact.unallocated"), value: run.unallocatedTo });
  return [{ kind: "facts", caption: t("papers:statement.inputsTitle"), facts }];
}
