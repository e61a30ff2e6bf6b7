import { useLanguage } from "#app/ui/language.tsx";
import { AppliedFilters } from "#app/ui/lists/filter-panel.tsx";

/** Words to look for in a list; the filters in force stay, and stand below. */
export function Narrow(props: {
  action: string;
  label: string;
  text: string;
  kept: readonly [string, string][];
  applied: readonly { label: string; href: string }[];
}) {
  const { t } = useLanguage();
  return (
    <>
      <label className="lab" htmlFor="f-q">
        {props.label}
      </label>
      <form className="find read" action={props.action}>
        <input className="in" id="f-q" name="q" type="search" defaultValue={props.text} maxLength={100} />
        {props.kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <button className="btn" type="submit">
          {t("frame:search.button")}
        </button>
      </form>
      <AppliedFilters filters={props.applied} />
    </>
  );
}
