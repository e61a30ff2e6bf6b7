import { DESCRIPTION, PARTNERSHIP_FORMS, TITLE } from "#app/domain/partnerships/partnership.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "#app/platform/languages/languages.ts";
import { Checkboxes, Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { Form } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** What starts a partnership. The province of the leading organisation is offered until something else was sent. */
export function ProposalForm(props: {
  leads: readonly SelectOption[];
  provinces: readonly SelectOption[];
  homeProvince: string | null;
  form: FormState | undefined;
}) {
  const { t } = useLanguage();
  const form = props.form ?? EMPTY_FORM;
  return (
    <Form>
      <Select
        name="leadId"
        label={t("partnerships:field.lead")}
        hint={t("partnerships:hint.lead")}
        options={props.leads}
        form={form}
      />
      <Select
        name="form"
        label={t("partnerships:field.form")}
        empty={t("partnerships:choose")}
        options={PARTNERSHIP_FORMS.map((value) => ({ value, label: t(`partnerships:form.${value}`) }))}
        form={form}
      />
      <Words form={form} />
      <Measures form={form} />
      <Checkboxes
        name="provinceCodes"
        label={t("partnerships:field.provinces")}
        choices={props.provinces}
        columns
        optional
        form={form}
        values={props.form || !props.homeProvince ? undefined : [props.homeProvince]}
      />
      <p className="actions">
        <button className="btn" type="submit">
          {t("partnerships:propose.submit")}
        </button>
      </p>
    </Form>
  );
}

/** Title and description, in at least one of the three languages. */
function Words(props: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <>
      {LANGUAGES.map((language, place) => (
        <Field
          key={language}
          name={`title_${language}`}
          label={`${t("partnerships:field.title")} (${LANGUAGE_NAMES[language]})`}
          hint={place === 0 ? t("partnerships:hint.oneLanguage") : undefined}
          optional={place > 0}
          maxLength={TITLE.most}
          form={props.form}
        />
      ))}
      {LANGUAGES.map((language, place) => (
        <TextArea
          key={language}
          name={`description_${language}`}
          label={`${t("partnerships:field.description")} (${LANGUAGE_NAMES[language]})`}
          hint={place === 0 ? t("partnerships:hint.description") : undefined}
          optional={place > 0}
          max={DESCRIPTION.most}
          lang={language}
          form={props.form}
        />
      ))}
    </>
  );
}

/** Days, value, readiness. */
function Measures(props: { form: FormState }) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <>
      <DateField name="validFrom" label={t("partnerships:field.from")} form={form} />
      <DateField
        name="lastOn"
        label={t("partnerships:field.to")}
        hint={t("partnerships:hint.to")}
        optional
        form={form}
      />
      <Field
        name="totalValue"
        label={t("partnerships:field.totalValue")}
        hint={t("partnerships:hint.totalValue")}
        optional
        form={form}
      />
      {(["trlStart", "trlTarget"] as const).map((name) => (
        <Field
          key={name}
          name={name}
          label={t(`partnerships:field.${name}`)}
          inputMode="numeric"
          size={4}
          optional
          form={form}
        />
      ))}
    </>
  );
}
