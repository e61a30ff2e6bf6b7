import type { FormState } from "#app/platform/form-state.ts";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** From when on a decision is public; both empty for at once. */
export function PublicationFields(props: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <div className="pair">
      <DateField
        name="publishOn"
        label={t("council:decision.publish")}
        hint={t("council:decision.publishHint")}
        optional
        form={props.form}
      />
      <Field
        name="publishTime"
        label={t("council:decision.time")}
        hint={t("council:decision.timeHint")}
        size={6}
        optional
        form={props.form}
      />
    </div>
  );
}
