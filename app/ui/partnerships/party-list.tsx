import type { Texts } from "#app/platform/languages/texts.ts";
import { useLanguage } from "#app/ui/language.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";

export type MemberRoleName = "LEAD" | "HOST" | "PARTNER" | "INVESTOR" | "INTERMEDIARY";

/** A party with its short name in drawings (`key`) and its part; `from` where it came in later than the others, `lastOn` where it leaves. */
export type ListedParty = {
  id: string;
  key: string;
  house: House;
  names: Texts;
  role: MemberRoleName;
  from?: string | null;
  lastOn?: string | null;
};

/** Who takes part: short name, house, name, part. */
export function PartyList(props: { parties: readonly ListedParty[] }) {
  const { lang, t, format } = useLanguage();
  return (
    <ul className="list parties">
      {props.parties.map((party) => {
        const part = `${t(`house:${party.house}`)} · ${t(`partnerships:role.${party.role}`)}`;
        const since = party.from ? ` · ${t("partnerships:since", { date: format.date(party.from) })}` : "";
        const until = party.lastOn ? ` · ${t("partnerships:until", { date: format.date(party.lastOn) })}` : "";
        return (
          <li key={party.id}>
            <b className="pk">{party.key}</b>
            <PartyBadge house={party.house} name={nameOf(party.names, lang)} role={part + since + until} />
          </li>
        );
      })}
    </ul>
  );
}
