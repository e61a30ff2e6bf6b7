import type { ReactNode } from "react";
import { useLanguage } from "#app/ui/language.tsx";
import { Icon } from "#app/ui/marks/icon.tsx";

export type FacetOption = { value: string; label: ReactNode; count?: number | undefined; chosen: boolean };

/** One question of the filter. `name` is the key in the address; options beyond the first ten fold away. */
export type Facet = { name: string; legend: string; options: readonly FacetOption[] };

const SHOWN_OPTIONS = 10;

export type FilterPanelProps = {
  action: string;
  facets: readonly Facet[];
  /** What the address carries besides: the query, the order. */
  hidden?: Record<string, string | readonly string[] | undefined>;
  /** Further fields, below the facets. */
  children?: ReactNode;
};

/** A GET form, one fieldset per facet, with counts; a disclosure below 60 rem. Facets without options are left out. */
export function FilterPanel(props: FilterPanelProps) {
  const { t } = useLanguage();
  return (
    <form action={props.action} aria-label={t("common:filter.title")}>
      {Object.entries(props.hidden ?? {}).flatMap(([name, value]) =>
        [value ?? []].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
      )}
      <details className="filters">
        <summary>{t("common:filter.title")}</summary>
        {props.facets
          .filter((facet) => facet.options.length > 0)
          .map((facet) => (
            <FacetField key={facet.name} facet={facet} />
          ))}
        {props.children}
        <button className="btn full" type="submit">
          {t("common:filter.apply")}
        </button>
      </details>
    </form>
  );
}

function FacetField(props: { facet: Facet }) {
  const { t } = useLanguage();
  const { name, legend, options } = props.facet;
  const shown = options.filter((option, index) => index < SHOWN_OPTIONS || option.chosen);
  const folded = options.filter((option) => !shown.includes(option));
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div>
        {shown.map((option) => (
          <Option key={option.value} name={name} option={option} />
        ))}
        {folded.length > 0 ? (
          <details className="data">
            <summary>{t("common:filter.more", { count: folded.length })}</summary>
            {folded.map((option) => (
              <Option key={option.value} name={name} option={option} />
            ))}
          </details>
        ) : null}
      </div>
    </fieldset>
  );
}

function Option(props: { name: string; option: FacetOption }) {
  const { format } = useLanguage();
  const { value, label, count, chosen } = props.option;
  return (
    <label className="pick">
      <input type="checkbox" name={props.name} value={value} defaultChecked={chosen} />
      <span>{label}</span>
      {count === undefined ? null : <span>{format.number(count)}</span>}
    </label>
  );
}

/** The filters in force, each a link to the list without it. */
export function AppliedFilters(props: { filters: readonly { label: string; href: string }[] }) {
  const { t } = useLanguage();
  if (props.filters.length === 0) return null;
  return (
    <p className="applied">
      <span className="soft">{t("common:filter.applied")}</span>{" "}
      {props.filters.map((filter) => (
        <a
          className="off"
          key={filter.href}
          href={filter.href}
          aria-label={t("common:filter.remove", { filter: filter.label })}
        >
          {filter.label} <Icon name="x" />
        </a>
      ))}
    </p>
  );
}
