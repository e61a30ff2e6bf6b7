import { type HouseAmount, houseStretches } from "#app/ui/charts/money/house-geometry.ts";
import { paintOf } from "#app/ui/charts/share-geometry.ts";

/** A bar of đồng by house beside figures that say the same; the longest bar of its table fills the width. */
export function HouseBar(props: { amounts: readonly HouseAmount[]; mostVnd: bigint }) {
  const stretches = houseStretches(props.amounts, props.mostVnd);
  return (
    <svg className="ch" aria-hidden="true" focusable="false">
      <line className="ax0" x1="0" x2="0" y1="-20%" y2="120%" />
      {stretches.map(({ house, from, width }) => (
        <rect key={house} {...paintOf(house)} x={`${from}%`} y="15%" width={`${width}%`} height="70%" />
      ))}
    </svg>
  );
}
