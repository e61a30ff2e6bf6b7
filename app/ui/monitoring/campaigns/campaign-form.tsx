import { CAMPAIGN_LENGTHS } from "#app/domain/monitoring/campaigns/campaign.schema.ts";
import { METHOD_TEMPLATES, MONITORED_TYPES } from "#app/domain/monitoring/campaigns/campaign.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Checkboxes, RadioGroup, Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { ThreeLanguages } from "#app/ui/form/three-languages.tsx";
import { useLanguage } from "#app/ui/language.tsx";

const TEXTS = ["title", "question", "scope"] as const;
const PLAIN = ["ownerId", "legalBasis", "subjectTypes", "method", "startsOn", "endsOn"] as const;

/** The fields of a plan by name, for the summary of errors. */
export function planLabels(t: Translate): Record<string, string> {
  const texts = TEXTS.flatMap((name) =>
    LANGUAGES.map((language) => [`${name}_${language}`, t(`monitoring:field.${name}`)] as const),
  );
  return Object.fromEntries([
    ["template", t("monitoring:templates.used")],
    ...texts,
    ...PLAIN.map((name) => [name, t(`monitoring:field.${name}`)] as const),
  ]);
}

/** The plan of a campaign, new or not approved yet. */
export function CampaignForm(props: {
  form: FormState;
  owners: readonly SelectOption[];
  templates: readonly SelectOption[];
}) {
  const { t } = useLanguage();
  const { form, owners, templates } = props;
  return (
    <Form>
      <Select name="ownerId" label={t("monitoring:field.ownerId")} options={owners} form={form} />
      {TEXTS.map((name) => (
        <ThreeLanguages
          key={name}
          name={name}
          label={t(`monitoring:field.${name}`)}
          hint={t(`monitoring:hint.${name}`)}
          max={CAMPAIGN_LENGTHS[name].most}
          long={name === "scope"}
          form={form}
        />
      ))}
      <Field
        name="legalBasis"
        label={t("monitoring:field.legalBasis")}
        hint={t("monitoring:hint.legalBasis")}
        maxLength={CAMPAIGN_LENGTHS.legalBasis}
        form={form}
      />
      <Checkboxes
        name="subjectTypes"
        label={t("monitoring:field.subjectTypes")}
        choices={MONITORED_TYPES.map((value) => ({ value, label: t(`monitoring:type.${value}`) }))}
        columns
        form={form}
      />
      <RadioGroup
        name="method"
        label={t("monitoring:field.method")}
        choices={METHOD_TEMPLATES.map((value) => ({ value, label: t(`monitoring:template.${value}`) }))}
        form={form}
      />
      {templates.length > 0 ? (
        <Select
          name="template"
          label={t("monitoring:templates.used")}
          hint={t("monitoring:templates.usedHint")}
          empty={t("monitoring:templates.without")}
          options={templates}
          optional
          form={form}
        />
      ) : null}
      <DateField name="startsOn" label={t("monitoring:field.startsOn")} form={form} />
      <DateField name="endsOn" label={t("monitoring:field.endsOn")} form={form} />
      <Actions>
        <Submit>{t("monitoring:save")}</Submit>
      </Actions>
    </Form>
  );
}
