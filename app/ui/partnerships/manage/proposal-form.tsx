import { DESCRIPTION, PARTNERSHIP_FORMS, TITLE } from "#app/domain/partnerships/partnership.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Checkboxes, Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { Form } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { ThreeLanguages } from "#app/ui/form/three-languages.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** What starts a partnership. The province of the leading organisation is offered until something else was sent. */
export function ProposalForm(props: {
  leads: readonly SelectOption[];
  provinces: readonly SelectOption[];
  homeProvince: string | null;
  /** what was sent, or what the portal knows already */
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
      <ThreeLanguages
        name="title"
        label={t("partnerships:field.title")}
        hint={t("partnerships:hint.oneLanguage")}
        max={TITLE.most}
        form={form}
      />
      <ThreeLanguages
        name="description"
        label={t("partnerships:field.description")}
        hint={t("partnerships:hint.description")}
        max={DESCRIPTION.most}
        long
        form={form}
      />
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
