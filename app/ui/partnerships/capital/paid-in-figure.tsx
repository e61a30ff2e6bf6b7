import { extentOf, type LabelledBar, LabelledBars } from "#app/ui/charts/bars/labelled-bars.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { HOUSES, type House, HouseKey } from "#app/ui/marks/house.tsx";
import type { StandingRow } from "#app/ui/partnerships/capital/standing-table.tsx";

/** Contractual beside paid-in capital, party by party; the table beneath it has the figures. */
export function PaidInFigure(props: { rows: readonly StandingRow[]; csvHref: string }) {
  const { t, format } = useLanguage();
  const inOrder = [...props.rows].sort((one, other) => orderOf(one) - orderOf(other));
  const bars = inOrder.flatMap(({ memberId, party, contractualPpm, paidInPpm }): LabelledBar[] => {
    if (!party) return [];
    const words = (share: number) => ({ party: party.key, share: format.percent(share) });
    const { house } = party;
    const agreed = t("pictures:paidIn.agreed", words(contractualPpm));
    const paid = t("pictures:paidIn.paid", words(paidInPpm ?? 0));
    return [
      { key: `${memberId} agreed`, text: agreed, house, amount: BigInt(contractualPpm), isHollow: true },
      ...(paidInPpm === null ? [] : [{ key: `${memberId} paid`, text: paid, house, amount: BigInt(paidInPpm) }]),
    ];
  });
  const headline = t("pictures:paidIn.headline");
  return (
    <figure className="fig first">
      <figcaption>
        <b>{headline}</b> <span className="soft">{t("pictures:paidIn.read")}</span>
      </figcaption>
      <HouseKey />
      <LabelledBars id="paid-in" title={headline} bars={bars} extent={extentOf(bars)} />
      <p className="src">
        <a href={props.csvHref} type="text/csv">
          {t("pictures:csv")}
        </a>
      </p>
    </figure>
  );
}

/** State, School, Enterprise, then others, as in every picture. */
function orderOf({ party }: StandingRow): number {
  const houses: readonly (House | undefined)[] = HOUSES;
  const place = houses.indexOf(party?.house);
  return place < 0 ? HOUSES.length : place;
}
