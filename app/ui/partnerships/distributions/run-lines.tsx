import type { Tier } from "#app/domain/partnerships/distributions/run.ts";
import { DistributionWaterfall } from "#app/ui/charts/waterfall/distribution-waterfall.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";

export type ShownLine = { tier: Tier; party: ListedParty | null; author: string | null; amountVnd: string };

/** Every amount of a run, in the order in which the money goes: drawn, and to the đồng. */
export function RunLines(props: { kind: "DISTRIBUTION" | "LOSS"; lines: readonly ShownLine[]; totalVnd: string }) {
  const { lang } = useLanguage();
  const lines = props.lines.map(({ party, ...line }) => ({
    ...line,
    party: party && { key: party.key, house: party.house, name: nameOf(party.names, lang) },
  }));
  return <DistributionWaterfall kind={props.kind} totalVnd={props.totalVnd} lines={lines} />;
}
