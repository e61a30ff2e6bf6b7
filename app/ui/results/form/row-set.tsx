import type { ReactNode } from "react";
import type { FormState } from "#app/platform/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";

const BLANK_ROWS = 2;

/** The rows of a list: those with something in them, and two blank ones; `children` draws one, named by its prefix. */
export function RowSet(props: {
  name: "readiness" | "authors" | "rights" | "acts" | "funding" | "recognition";
  form: FormState;
  most: number;
  children: (prefix: string) => ReactNode;
}) {
  const { t } = useLanguage();
  const { name, form, most } = props;
  const used = Object.keys(form.values).flatMap((key) => {
    const match = new RegExp(`^${name}\\[(\\d{1,3})\\]`).exec(key);
    return match && form.values[key] !== "" ? [Number(match[1]) + 1] : [];
  });
  const count = Math.min(most, Math.max(0, ...used) + BLANK_ROWS);
  return (
    <>
      {Array.from({ length: count }, (_, index) => `${name}[${index}]`).map((prefix, index) => (
        <fieldset className="rowset" key={prefix}>
          <legend>{t(`results:form.row.${name}`, { number: index + 1 })}</legend>
          <div className="grid">{props.children(prefix)}</div>
        </fieldset>
      ))}
      <p className="hint">{t("results:form.blankRows")}</p>
    </>
  );
}
