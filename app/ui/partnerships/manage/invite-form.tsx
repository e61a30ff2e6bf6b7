import { INVITED_ROLES } from "#app/domain/partnerships/partnership.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Select } from "#app/ui/form/choices.tsx";
import { DateField } from "#app/ui/form/field.tsx";
import { Form } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { HOUSES, type House } from "#app/ui/marks/house.tsx";

export type Invitable = { value: string; label: string; house: House };

/** Asks a verified organisation to take part. */
export function InviteForm(props: {
  organisations: readonly Invitable[];
  form: FormState;
  /** for whom the page was opened: chosen until something was sent */
  invited: string;
}) {
  const { t } = useLanguage();
  const groups = [...HOUSES, "OTHER" as const].map((house) => ({
    label: t(`house:${house}`),
    options: props.organisations.filter((organisation) => organisation.house === house),
  }));
  return (
    <Form>
      <Select
        name="organisationId"
        label={t("partnerships:field.organisation")}
        hint={t("partnerships:hint.organisation")}
        empty={t("partnerships:choose")}
        options={groups.filter(({ options }) => options.length > 0)}
        value={props.form === EMPTY_FORM ? props.invited : undefined}
        form={props.form}
      />
      <Select
        name="role"
        label={t("partnerships:field.role")}
        options={INVITED_ROLES.map((value) => ({ value, label: t(`partnerships:role.${value}`) }))}
        form={props.form}
      />
      <DateField name="from" label={t("partnerships:field.memberFrom")} optional form={props.form} />
      <p className="actions">
        <button className="btn" type="submit" name="intent" value="invite">
          {t("partnerships:manage.invite")}
        </button>
      </p>
    </Form>
  );
}
