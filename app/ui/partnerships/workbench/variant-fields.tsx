import type { Weighed } from "#app/domain/partnerships/workbench/weigh.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Field } from "#app/ui/form/field.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { type TypedVariant, textsOf, variantField, type WorkbenchParty } from "./variant-form.ts";
import { VariantScenarios, VariantYears } from "./variant-scenarios.tsx";
import { VariantShares } from "./variant-shares.tsx";
import { VariantTiers } from "./variant-tiers.tsx";

/** Everything of one variant, folded under its name; open where it is worked on or something is to be corrected. */
export function VariantFields(props: {
  variant: TypedVariant;
  parties: readonly WorkbenchParty[];
  /** first values, and the errors that stand now */
  form: FormState;
  typed: FormState;
  weighed: Weighed | null;
  minimumPpm: number;
  isOpen: boolean;
  mayRemove: boolean;
  maySave: boolean;
}) {
  const { t } = useLanguage();
  const { variant, parties, form, weighed } = props;
  const { place, letter, name } = variant;
  const textAt = textsOf(props.typed, place);
  return (
    <details className="variant" open={props.isOpen}>
      <summary>
        {t("workbench:variant", { letter })}
        {name === "" ? "" : `: ${name}`}
      </summary>
      <div className="pair">
        <Field name={variantField(place, "name")} label={t("workbench:field.name")} autoComplete="off" form={form} />
        <Field
          name={variantField(place, "total")}
          label={t("workbench:field.total")}
          unit="₫"
          autoComplete="off"
          form={form}
        />
      </div>
      <VariantShares place={place} parties={parties} form={form} textAt={textAt} weighed={weighed} />
      <VariantScenarios place={place} form={form} textAt={textAt} />
      <VariantYears place={place} form={form} textAt={textAt} />
      <VariantTiers place={place} parties={parties} form={form} minimumPpm={props.minimumPpm} />
      <p className="row actions">
        {props.maySave ? (
          <button className="btn alt" type="submit" name="intent" value={`save-${place}`}>
            {t("workbench:save", { letter })}
          </button>
        ) : null}
        {props.mayRemove ? (
          <button className="btn alt" type="submit" name="intent" value={`remove-${place}`}>
            {t("workbench:remove", { letter })}
          </button>
        ) : null}
      </p>
    </details>
  );
}
