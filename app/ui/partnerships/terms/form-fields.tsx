import type { PartnershipForm } from "#app/domain/partnerships/partnership.schema.ts";
import { FORM_FIELDS, type FormFactKey, type FormField } from "#app/domain/partnerships/terms/form-facts.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Select } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { basisWords } from "#app/ui/partnerships/terms/form-words.ts";

/** The facts that this form of partnership needs, with what they rest on. `leadName`: who leads it. */
export function FormFields(props: { partnershipForm: PartnershipForm; leadName: string; form: FormState }) {
  const { t } = useLanguage();
  const { partnershipForm, form } = props;
  return (
    <>
      <h2>{t("terms:forms.title", { form: t(`partnerships:form.${partnershipForm}`) })}</h2>
      <p className="read s">
        {partnershipForm === "CONTRACT_CONSORTIUM" ? `${t("terms:forms.lead", { name: props.leadName })} ` : ""}
        {t("terms:forms.how")} {basisWords(partnershipForm, t)}
      </p>
      {FORM_FIELDS[partnershipForm].map((field) => (
        <FactField key={field.key} field={field} form={form} />
      ))}
    </>
  );
}

function FactField({ field, form }: { field: FormField & { key: FormFactKey }; form: FormState }) {
  const { t } = useLanguage();
  const hintKey = `terms:forms.hint.${field.key}`;
  const shown = {
    name: field.key,
    label: t(`terms:forms.field.${field.key}`),
    ...(t.has(hintKey) ? { hint: t(hintKey) } : {}),
    optional: field.isOptional ?? false,
    form,
  };
  switch (field.kind) {
    case "LINE":
      return <Field {...shown} />;
    case "PROSE":
      return <TextArea {...shown} rows={4} max={3_000} />;
    case "AMOUNT":
      return <Field {...shown} inputMode="numeric" unit="₫" />;
    case "DATE":
      return <DateField {...shown} />;
    case "WHOLE":
      return (
        <Field {...shown} inputMode="numeric" size={5} unit={field.unit === "%" ? "%" : t("terms:forms.months")} />
      );
    case "CHOICE":
      return <Select {...shown} empty="–" options={field.choices.map((value) => ({ value, label: wordOf(value) }))} />;
  }

  function wordOf(value: string): string {
    const key = `terms:forms.choice.${value}`;
    return t.has(key) ? t(key) : value;
  }
}
