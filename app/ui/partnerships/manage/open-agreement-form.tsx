import type { FormState } from "#app/platform/form-state.ts";
import { Checkbox, Select } from "#app/ui/form/choices.tsx";
import { DateField } from "#app/ui/form/field.tsx";
import { Form } from "#app/ui/form/form.tsx";
import { useLanguage } from "#app/ui/language.tsx";

export type ProductGroup = { label: string; options: { value: string; label: string }[] };

/** Starts an agreement on one product. `days` are the partnership's own, as they are typed. */
export function OpenAgreementForm(props: {
  products: readonly ProductGroup[];
  days: { from: string; lastOn: string | null };
  form: FormState;
  isFresh: boolean;
}) {
  const { t } = useLanguage();
  const { form, isFresh, days } = props;
  return (
    <Form>
      <Select
        name="productCode"
        label={t("partnerships:field.product")}
        hint={t("partnerships:hint.product")}
        empty={t("partnerships:choose")}
        options={props.products}
        form={form}
      />
      <DateField
        name="validFrom"
        label={t("partnerships:field.agreementFrom")}
        form={form}
        value={isFresh ? days.from : undefined}
      />
      <DateField
        name="lastOn"
        label={t("partnerships:field.to")}
        hint={t("partnerships:hint.to")}
        optional
        form={form}
        value={isFresh ? (days.lastOn ?? undefined) : undefined}
      />
      <Checkbox
        name="hasStateMoney"
        label={t("partnerships:field.hasStateMoney")}
        hint={t("partnerships:hint.hasStateMoney")}
        form={form}
      />
      <Checkbox name="profitConfidential" label={t("partnerships:field.profitConfidential")} form={form} />
      <p className="actions">
        <button className="btn" type="submit" name="intent" value="open">
          {t("partnerships:manage.open")}
        </button>
      </p>
    </Form>
  );
}
