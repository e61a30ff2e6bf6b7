import type { Tier } from "#app/domain/partnerships/distributions/run.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";

export type ShownLine = { tier: Tier; party: ListedParty | null; author: string | null; amountVnd: string };

/** Every amount of a run, in the order in which the money goes, and what they make together. */
export function RunLines(props: { caption: string; lines: readonly ShownLine[]; totalVnd: string }) {
  const { lang, t, format } = useLanguage();
  const lines = props.lines.map(({ tier, party, author, amountVnd }, place) => ({
    key: String(place),
    cells: [
      t(`distributions:tier.${tier}`),
      party ? (
        <PartyBadge key="party" house={party.house} name={`${party.key} ${nameOf(party.names, lang)}`} />
      ) : (
        (author ?? "")
      ),
      format.money(BigInt(amountVnd)),
    ],
  }));
  const total = {
    key: "total",
    total: true,
    cells: [t("distributions:total"), "", format.money(BigInt(props.totalVnd))],
  };
  return (
    <StackTable
      caption={props.caption}
      columns={[
        { label: t("distributions:tierColumn"), heads: true },
        { label: t("distributions:party") },
        { label: t("distributions:amount"), numeric: true },
      ]}
      rows={[...lines, total]}
    />
  );
}
