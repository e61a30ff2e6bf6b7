import { HOUSES, type House } from "#app/domain/accounts/actor.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { FilterPanel } from "#app/ui/lists/filter-panel.tsx";
import { HouseName } from "#app/ui/marks/house.tsx";

export type OrganisationFilterProps = {
  action: string;
  chosen: { houses: readonly House[]; provinces: readonly string[] };
  counts: { houses: Record<string, number>; provinces: Record<string, number> };
  /** in the order to show them; one without organisations is left out */
  provinces: readonly { code: string; name: string }[];
};

/** The list of organisations by house and by province. */
export function OrganisationFilter(props: OrganisationFilterProps) {
  const { t } = useLanguage();
  const { chosen, counts } = props;
  const houses = HOUSES.map((value) => ({
    value,
    label: <HouseName house={value} />,
    count: counts.houses[value] ?? 0,
    chosen: chosen.houses.includes(value),
  }));
  const provinces = props.provinces
    .map(({ code, name }) => ({
      value: code,
      label: name,
      count: counts.provinces[code] ?? 0,
      chosen: chosen.provinces.includes(code),
    }))
    .filter((option) => option.count > 0 || option.chosen);
  return (
    <FilterPanel
      action={props.action}
      facets={[
        { name: "house", legend: t("organisations:list.house"), options: houses },
        { name: "province", legend: t("organisations:list.province"), options: provinces },
      ]}
    />
  );
}
