import type { FormState } from "#app/platform/form-state.ts";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** The figures of a period, for a preview or to be sent to the parties. */
export function RunForm(props: { form: FormState; mayPropose: boolean }) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <Form>
      <RadioGroup
        name="kind"
        label={t("distributions:propose.kind")}
        choices={(["DISTRIBUTION", "LOSS"] as const).map((value) => ({
          value,
          label: t(`distributions:propose.${value}`),
        }))}
        form={form}
      />
      <DateField name="from" label={t("distributions:propose.from")} form={form} />
      <DateField name="lastOn" label={t("distributions:propose.lastOn")} form={form} />
      <Statement form={form} />
      <h2>{t("distributions:propose.lossPart")}</h2>
      <Amount name="loss" label={t("distributions:propose.lossAmount")} form={form} />
      <Field
        name="unallocatedTo"
        label={t("distributions:propose.unallocatedTo")}
        hint={t("distributions:propose.unallocatedHint")}
        optional
        form={form}
      />
      <Field
        name="compensates"
        label={t("distributions:propose.compensates")}
        hint={t("distributions:propose.compensatesHint")}
        inputMode="numeric"
        size={6}
        optional
        form={form}
      />
      <Actions>
        <Submit name="intent" value="preview" {...(props.mayPropose ? { look: "alt" as const } : {})}>
          {t("distributions:propose.preview")}
        </Submit>
        {props.mayPropose ? (
          <Submit name="intent" value="propose">
            {t("distributions:propose.submit")}
          </Submit>
        ) : null}
      </Actions>
    </Form>
  );
}

function Statement({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <>
      <h2>{t("distributions:propose.statement")}</h2>
      <Amount name="revenue" label={t("distributions:propose.revenue")} form={form} />
      <Amount name="opex" label={t("distributions:propose.opex")} form={form} />
      <Amount name="depreciation" label={t("distributions:propose.depreciation")} form={form} />
      <Rate name="ipRemuneration" label={t("distributions:propose.ipRemuneration")} form={form} />
      <Rate name="ipFactor" label={t("distributions:propose.ipFactor")} form={form} />
      <TextArea
        name="authors"
        label={t("distributions:propose.authors")}
        hint={t("distributions:propose.authorsHint")}
        max={4_000}
        rows={4}
        optional
        form={form}
      />
    </>
  );
}

function Amount(props: { name: string; label: string; form: FormState }) {
  const { t } = useLanguage();
  return <Field {...props} hint={t("distributions:propose.amountHint")} inputMode="text" unit="₫" optional />;
}

function Rate(props: { name: string; label: string; form: FormState }) {
  return <Field {...props} inputMode="decimal" size={9} unit="%" optional />;
}
