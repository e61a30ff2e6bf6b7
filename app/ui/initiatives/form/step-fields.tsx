import {
  APPLICANT_TYPES,
  FILED_BEFORE_PUBLICATION,
  LENGTHS,
  type TypedStep,
} from "#app/domain/initiatives/initiative.schema.ts";
import type { Track } from "#app/domain/initiatives/initiative.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "#app/platform/languages/languages.ts";
import { Checkbox, RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { LanguageChoice } from "#app/ui/form/language-choice.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { PartLevelField } from "#app/ui/initiatives/form/part-level.tsx";
import { FieldStep, FundingStep } from "#app/ui/initiatives/form/step-figures.tsx";
import type { ListNames } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";

export type StepFieldsProps = {
  form: FormState;
  names: ListNames;
  organisations: readonly { id: string; name: string }[];
  track: Track;
  /** the language in which the proposer writes */
  language: Language;
};

/** The fields of one step of the form. */
export function StepFields(props: StepFieldsProps & { step: TypedStep }) {
  switch (props.step) {
    case "applicant":
      return <ApplicantStep {...props} />;
    case "summary":
      return <SummaryStep {...props} />;
    case "problem":
      return <LongTexts {...props} fields={["problem", "publicBenefit"]} />;
    case "solution":
      return <LongTexts {...props} fields={["solution", "novelty"]} />;
    case "field":
      return <FieldStep {...props} />;
    case "funding":
      return <FundingStep {...props} />;
    case "declarations":
      return <DeclarationsStep {...props} />;
  }
}

function ApplicantStep({ form, organisations }: StepFieldsProps) {
  const { t } = useLanguage();
  return (
    <>
      <LanguageChoice
        label={t("initiatives:form.language.label")}
        hint={t("initiatives:form.language.hint")}
        form={form}
      />
      <RadioGroup
        name="applicantType"
        label={t("initiatives:form.applicantType.label")}
        choices={APPLICANT_TYPES.map((value) => ({ value, label: t(`initiatives:form.applicantType.${value}`) }))}
        form={form}
      />
      <Select
        name="organisationId"
        label={t("initiatives:form.organisationId.label")}
        hint={t("initiatives:form.organisationId.hint")}
        empty={t("initiatives:form.organisationId.empty")}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        form={form}
        optional
      />
    </>
  );
}

function SummaryStep({ form, language }: StepFieldsProps) {
  const { t } = useLanguage();
  const ordered = [language, ...LANGUAGES.filter((one) => one !== language)];
  return (
    <>
      {ordered.map((one) => (
        <div key={one}>
          <Field
            name={`title_${one}`}
            label={t("initiatives:form.title.label", { language: LANGUAGE_NAMES[one] })}
            hint={one === language ? t("initiatives:form.title.hint") : undefined}
            optional={one !== language}
            form={form}
          />
          <TextArea
            name={`abstract_${one}`}
            label={t("initiatives:form.abstract.label", { language: LANGUAGE_NAMES[one] })}
            hint={one === language ? t("initiatives:form.abstract.hint") : undefined}
            optional={one !== language}
            max={LENGTHS.abstract.most}
            rows={one === language ? 6 : 3}
            lang={one}
            form={form}
          />
        </div>
      ))}
    </>
  );
}

function LongTexts(
  props: StepFieldsProps & { fields: readonly ("problem" | "publicBenefit" | "solution" | "novelty")[] },
) {
  const { t } = useLanguage();
  return (
    <>
      {props.fields.map((name) => (
        <div key={name}>
          <TextArea
            name={name}
            label={t(`initiatives:form.${name}.label`)}
            hint={t(`initiatives:form.${name}.hint`)}
            max={LENGTHS[name].most}
            rows={7}
            lang={props.language}
            form={props.form}
          />
          <PartLevelField part={name} form={props.form} />
        </div>
      ))}
    </>
  );
}

function DeclarationsStep({ form, language }: StepFieldsProps) {
  const { t } = useLanguage();
  return (
    <>
      <TextArea
        name="ipOwnership"
        label={t("initiatives:form.ipOwnership.label")}
        hint={t("initiatives:form.ipOwnership.hint")}
        max={LENGTHS.ipOwnership.most}
        rows={3}
        lang={language}
        form={form}
      />
      <RadioGroup
        name="filedBeforePublication"
        label={t("initiatives:form.filedBeforePublication.label")}
        hint={t("initiatives:form.filedBeforePublication.hint")}
        choices={FILED_BEFORE_PUBLICATION.map((value) => ({ value, label: t(`initiatives:filed.${value}`) }))}
        form={form}
      />
      <TextArea
        name="priorRights"
        label={t("initiatives:form.priorRights.label")}
        hint={t("initiatives:form.priorRights.hint")}
        max={LENGTHS.priorRights.most}
        rows={3}
        lang={language}
        form={form}
        optional
      />
      <PartLevelField part="priorRights" form={form} />
      <Checkbox name="secrecyDeclared" label={t("initiatives:form.secrecyDeclared.label")} form={form} />
      <Checkbox name="consentPublish" label={t("initiatives:form.consentPublish.label")} form={form} />
      <Checkbox
        name="opensEarly"
        label={t("initiatives:form.opensEarly.label")}
        hint={t("initiatives:form.opensEarly.hint")}
        form={form}
      />
    </>
  );
}
