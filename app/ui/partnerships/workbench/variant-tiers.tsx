import { AUTHOR_REWARD_POINTS } from "#app/domain/partnerships/calculations/profit/author-tiers.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { variantField, type WorkbenchParty } from "#app/ui/partnerships/workbench/variant-form.ts";

/** Authors and intermediary before the parties: who hosts the result, and by which rates. Without a host there are none. */
export function VariantTiers(props: {
  place: number;
  parties: readonly WorkbenchParty[];
  form: FormState;
  minimumPpm: number;
}) {
  const { t, format } = useLanguage();
  const { place, form } = props;
  const at = (key: string) => variantField(place, key);
  return (
    <fieldset className="field">
      <legend>{t("workbench:tiers.title")}</legend>
      <p className="hint">{t("workbench:tiers.hint", { minimum: format.percent(props.minimumPpm) })}</p>
      <Select
        name={at("host")}
        label={t("workbench:field.host")}
        empty={t("workbench:tiers.none")}
        options={props.parties.map(({ id, key, name }) => ({ value: id, label: `${key} ${name}` }))}
        form={form}
      />
      <div className="years">
        {(["budget", "author", "intermediary"] as const).map((key) => (
          <Field
            key={key}
            name={at(key)}
            label={t(`workbench:field.${key}`)}
            unit="%"
            size={8}
            inputMode="decimal"
            autoComplete="off"
            form={form}
          />
        ))}
      </div>
      <RadioGroup
        name={at("point")}
        label={t("workbench:field.point")}
        choices={AUTHOR_REWARD_POINTS.toReversed().map((point) => ({
          value: point,
          label: t(`workbench:tiers.${point}`),
        }))}
        value={textOf(form, at("point")) || "R2_HOST"}
        form={form}
      />
    </fieldset>
  );
}
