import { useLanguage } from "#app/ui/language.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";

/** A party in a table: its house, short name and name. */
export function PartyCell(props: { party: ListedParty | null }) {
  const { lang } = useLanguage();
  const { party } = props;
  return party ? <PartyBadge house={party.house} name={`${party.key} ${nameOf(party.names, lang)}`} /> : null;
}
