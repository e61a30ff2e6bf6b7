import { AUTHOR_REWARD_POINTS } from "#app/domain/partnerships/calculations/profit/author-tiers.ts";
import type { PartnershipForm } from "#app/domain/partnerships/partnership.schema.ts";
import { EXIT_RULES, IP_MODELS } from "#app/domain/partnerships/terms/terms.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Checkbox, RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { FormFields } from "#app/ui/partnerships/terms/form-fields.tsx";

/** What an agreement says besides its shares. `parties` in the order of the caps. */
export function TermsForm(props: {
  partnershipForm: PartnershipForm;
  leadName: string;
  parties: readonly { id: string; label: string }[];
  form: FormState;
}) {
  const { t } = useLanguage();
  const { form, parties } = props;
  return (
    <Form>
      <FormFields partnershipForm={props.partnershipForm} leadName={props.leadName} form={form} />
      <h2>{t("terms:caps")}</h2>
      <p className="read s">{t("terms:capsHint")}</p>
      {parties.map(({ id, label }, place) => (
        <div key={id}>
          <input type="hidden" name={`caps[${place}].id`} value={id} />
          <Field name={`caps[${place}].cap`} label={label} inputMode="numeric" unit="₫" optional form={form} />
        </div>
      ))}
      <h2>{t("terms:profit")}</h2>
      <Rate name="reserve" label={t("terms:reserve")} hint={t("terms:reserveHint")} form={form} />
      <Rate name="preferred" label={t("terms:preferred")} hint={t("terms:preferredHint")} form={form} />
      <Authors parties={parties} form={form} />
      <h2>{t("terms:rights")}</h2>
      <Select
        name="ipModel"
        label={t("terms:ipModel")}
        options={IP_MODELS.map((value) => ({ value, label: t(`terms:ip.${value}`) }))}
        form={form}
      />
      <Select
        name="exitRule"
        label={t("terms:exitRule")}
        options={EXIT_RULES.map((value) => ({ value, label: t(`terms:exit.${value}`) }))}
        form={form}
      />
      {props.partnershipForm === "PUBLIC_ASSET_ASSOCIATION" ? null : (
        <Checkbox
          name="publicAsset"
          label={t("terms:publicAsset")}
          hint={t("terms:publicAssetHint")}
          checked={form.values["publicAsset"] === "on"}
          form={form}
        />
      )}
      <Actions>
        <Submit>{t("terms:save")}</Submit>
      </Actions>
    </Form>
  );
}

function Authors({ parties, form }: Pick<Parameters<typeof TermsForm>[0], "parties" | "form">) {
  const { t } = useLanguage();
  return (
    <>
      <h2>{t("terms:authors")}</h2>
      <Checkbox
        name="hasAuthors"
        label={t("terms:hasAuthors")}
        hint={t("terms:hasAuthorsHint")}
        checked={form.values["hasAuthors"] === "on"}
        form={form}
      />
      <RadioGroup
        name="rewardPoint"
        label={t("terms:rewardPoint")}
        choices={[...AUTHOR_REWARD_POINTS].reverse().map((value) => ({ value, label: t(`terms:${value}`) }))}
        form={form}
      />
      <Select
        name="hostId"
        label={t("terms:host")}
        options={parties.map(({ id, label }) => ({ value: id, label }))}
        form={form}
      />
      <Rate name="budgetFunded" label={t("terms:budgetFunded")} form={form} />
      <TextArea
        name="budgetMethod"
        label={t("terms:budgetMethod")}
        hint={t("terms:budgetMethodHint")}
        max={1_000}
        rows={3}
        form={form}
      />
      <Rate name="authorReward" label={t("terms:authorReward")} form={form} />
      <Rate name="intermediary" label={t("terms:intermediary")} form={form} />
    </>
  );
}

function Rate(props: { name: string; label: string; hint?: string; form: FormState }) {
  return <Field {...props} inputMode="decimal" size={9} unit="%" />;
}
