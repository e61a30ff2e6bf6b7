import type { FormState } from "#app/platform/form-state.ts";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { FingerprintField } from "#app/ui/partnerships/capital/fingerprint-field.tsx";

/** How much, on which day, and which document shows it. */
export function DocumentFields(props: { form: FormState; amount: string }) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <>
      <AmountField name="amountVnd" label={props.amount} form={form} />
      <DateField name="onDay" label={t("money:field.day")} form={form} />
      <ReferenceField label={t("money:field.reference")} form={form} />
      <FingerprintField name="evidenceSha256" label={t("money:field.evidence")} optional form={form} />
    </>
  );
}

/** An amount in đồng as people type it. */
export function AmountField(props: { name: string; label: string; form: FormState; optional?: boolean }) {
  const { t } = useLanguage();
  return <Field {...props} hint={t("money:field.amountHint")} unit="₫" autoComplete="off" />;
}

/** Number and day of the document that shows it. */
export function ReferenceField(props: { label: string; form: FormState }) {
  const { t } = useLanguage();
  return <Field name="reference" hint={t("money:field.referenceHint")} maxLength={300} {...props} />;
}
