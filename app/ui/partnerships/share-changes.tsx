import { type AmendmentMark, SharesOverTime } from "#app/ui/charts/over-time/shares-over-time.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";
import type { DimensionName, ShareStretch } from "#app/ui/partnerships/share-periods.tsx";

/** The picture of an agreement's shares over its days; nothing where they never change. */
export function ShareChanges(props: {
  parties: readonly ListedParty[];
  stretches: readonly ShareStretch[];
  amendments: readonly AmendmentMark[];
  profitWithheld: boolean;
  today: string;
}) {
  const { lang } = useLanguage();
  const of = (dimension: DimensionName) => props.stretches.filter((stretch) => stretch.dimension === dimension);
  const shares = {
    capital: of("CAPITAL"),
    risk: of("RISK"),
    profit: props.profitWithheld ? null : of("PROFIT"),
  };
  if (Object.values(shares).every((stretches) => (stretches?.length ?? 0) < 2)) return null;
  const parties = props.parties.map(({ id, key, house, names }) => ({ id, key, house, name: nameOf(names, lang) }));
  return (
    <SharesOverTime
      id="over-time"
      parties={parties}
      shares={shares}
      amendments={props.amendments}
      today={props.today}
    />
  );
}
