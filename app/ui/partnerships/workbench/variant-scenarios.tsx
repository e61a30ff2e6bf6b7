import { scenarioKey, type TextAt, yearKey } from "#app/domain/partnerships/workbench/read-variant.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Field } from "#app/ui/form/field.tsx";
import { errorsOf, fieldId } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { rowsShown, variantField, yearLabel } from "#app/ui/partnerships/workbench/variant-form.ts";
import { EntryCell } from "#app/ui/partnerships/workbench/variant-shares.tsx";

type Props = { place: number; form: FormState; textAt: TextAt };

/** What may happen: a name, how likely, and what it brings or costs. A further row appears as soon as one is typed. */
export function VariantScenarios({ place, form, textAt }: Props) {
  const { t } = useLanguage();
  const field = variantField(place, "scenarios");
  const errors = errorsOf(form, field);
  const parts = [
    ["name", 22],
    ["chance", 8],
    ["value", 16],
  ] as const;
  return (
    <fieldset className={errors.length > 0 ? "field bad" : "field"} id={fieldId(field)} tabIndex={-1}>
      <legend>{t("workbench:scenarios.title")}</legend>
      <p className="hint">{t("workbench:scenarios.hint")}</p>
      {errors.length > 0 ? <p className="err">{errors.join(" ")}</p> : null}
      <table className="stack entry scen" role="table">
        <caption className="vh">{t("workbench:scenarios.title")}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {parts.map(([part]) => (
              <th key={part} role="columnheader" scope="col">
                {t(`workbench:scenarios.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {numbers(rowsShown(textAt).scenarios).map((number) => (
            <tr key={number} role="row">
              {parts.map(([part, size]) => (
                <td key={part} role="cell" data-l={t(`workbench:scenarios.${part}`)}>
                  <EntryCell
                    name={variantField(place, scenarioKey(number, part))}
                    label={`${t(`workbench:scenarios.${part}`)} ${number}`}
                    size={size}
                    words={part === "name"}
                    form={form}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

/** The profit after tax of each year, and what it is discounted with. */
export function VariantYears({ place, form, textAt }: Props) {
  const { t } = useLanguage();
  const field = variantField(place, "years");
  return (
    <fieldset className="field" id={fieldId(field)} tabIndex={-1}>
      <legend>{t("workbench:years.title")}</legend>
      <p className="hint">{t("workbench:years.hint")}</p>
      <div className="years">
        {numbers(rowsShown(textAt).years).map((number) => (
          <Field
            key={number}
            name={variantField(place, yearKey(number))}
            label={yearLabel(number, t)}
            autoComplete="off"
            form={form}
          />
        ))}
      </div>
      <div className="years">
        {(["discount", "reserve", "preferred"] as const).map((key) => (
          <Field
            key={key}
            name={variantField(place, key)}
            label={t(`workbench:field.${key}`)}
            unit="%"
            size={8}
            inputMode="decimal"
            autoComplete="off"
            form={form}
          />
        ))}
      </div>
    </fieldset>
  );
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_none, place) => place + 1);
}
