import { useLanguage } from "#app/ui/language.tsx";

/** The three houses, and what belongs to none of them: authors, an intermediary, a council, the Front. */
export type House = "STATE" | "SCHOOL" | "ENTERPRISE" | "OTHER";

/** Fixed order of the three houses, everywhere. */
export const HOUSES = ["STATE", "SCHOOL", "ENTERPRISE"] as const;

/** How the stylesheet and the patterns call a house; nothing for what has no house. */
export const HOUSE_PAINT = { STATE: "state", SCHOOL: "school", ENTERPRISE: "ent", OTHER: null } as const;

/** The house as a silhouette in its colour and pattern. `alone` where no word beside it names the house. */
export function HouseMark(props: { house: House; alone?: boolean }) {
  const { t } = useLanguage();
  const paint = HOUSE_PAINT[props.house];
  if (!paint) return <span className="nohouse" />;
  const voice = props.alone
    ? { role: "img", "aria-label": t(`house:${props.house}`) }
    : ({ "aria-hidden": true } as const);
  return (
    <svg className="house" viewBox="0 0 17 17" focusable="false" {...voice}>
      <path className={`b-${paint}`} d="M1.2 7.4 8.5 1.2l7.3 6.2v8.4H1.2Z" fill={`url(#p-${paint})`} />
    </svg>
  );
}

/** Silhouette and name of a house, for legends and filters. */
export function HouseName(props: { house: House }) {
  const { t } = useLanguage();
  return (
    <>
      <HouseMark house={props.house} /> {t(`house:${props.house}`)}
    </>
  );
}

/** The three houses with their patterns, above drawings that use them. */
export function HouseKey() {
  const { t } = useLanguage();
  return (
    <ul className="key">
      {HOUSES.map((house) => (
        <li key={house}>
          <HouseMark house={house} />
          {t(`house:${house}`)}
        </li>
      ))}
    </ul>
  );
}
