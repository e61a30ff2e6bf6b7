import { SEVERITIES } from "#app/domain/monitoring/findings/finding.ts";
import { CRITICALITIES } from "#app/domain/monitoring/recommendations/recommendation.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Checkbox, RadioGroup, Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EvidenceFields, evidenceLabels } from "./evidence.tsx";
import { ELEMENTS } from "./factual.tsx";

const FIELDS = ["unitId", "severity", "secondNote", "erratum", "addresseeId", "criticality", "dueOn"] as const;

/** The fields of findings and recommendations by name, for the summary of errors. */
export function findingLabels(t: Translate): Record<string, string> {
  return {
    title: t("monitoring:field.findingTitle"),
    text: t("monitoring:field.recommendationText"),
    verdict: t("monitoring:factual.verdict"),
    reason: t("monitoring:field.reason"),
    ...Object.fromEntries([...ELEMENTS, ...FIELDS].map((name) => [name, t(`monitoring:field.${name}`)] as const)),
    ...evidenceLabels(t),
  };
}

/** A finding as somebody of the team writes it. */
export function FindingForm({ form, units }: { form: FormState; units: readonly SelectOption[] }) {
  const { t } = useLanguage();
  return (
    <Form>
      <Field name="title" label={t("monitoring:field.findingTitle")} maxLength={200} form={form} />
      <Select
        name="unitId"
        label={t("monitoring:field.unitId")}
        empty={t("monitoring:wholeCampaign")}
        options={units}
        optional
        form={form}
      />
      {ELEMENTS.map((name) => (
        <TextArea key={name} name={name} label={t(`monitoring:field.${name}`)} rows={4} max={4_000} form={form} />
      ))}
      <RadioGroup
        name="severity"
        label={t("monitoring:field.severity")}
        choices={SEVERITIES.map((value) => ({ value, label: t(`monitoring:severity.${value}`) }))}
        form={form}
      />
      <EvidenceFields form={form} />
      <Actions>
        <Submit>{t("monitoring:saveFinding")}</Submit>
      </Actions>
    </Form>
  );
}

/** The next step of a finding: a second reader's note, or a lead's confirmation. */
export function FindingStepForm({ to, form }: { to: "SECOND_READ" | "CONFIRMED"; form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      {to === "SECOND_READ" ? (
        <TextArea name="secondNote" label={t("monitoring:field.secondNote")} rows={3} max={2_000} form={form} />
      ) : null}
      <Actions>
        <Submit name="intent" value={to === "SECOND_READ" ? "second" : "confirm"}>
          {t(to === "SECOND_READ" ? "monitoring:second" : "monitoring:confirm")}
        </Submit>
      </Actions>
    </Form>
  );
}

export function ErratumForm({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      <TextArea
        name="erratum"
        label={t("monitoring:field.erratum")}
        hint={t("monitoring:erratumText")}
        rows={3}
        max={2_000}
        form={form}
      />
      <Actions>
        <Submit name="intent" value="erratum">
          {t("monitoring:addErratum")}
        </Submit>
      </Actions>
    </Form>
  );
}

export function RecommendationForm({ form, addressees }: { form: FormState; addressees: readonly SelectOption[] }) {
  const { t } = useLanguage();
  return (
    <Form>
      <TextArea name="text" label={t("monitoring:field.recommendationText")} rows={3} max={2_000} form={form} />
      <Select name="addresseeId" label={t("monitoring:field.addresseeId")} options={addressees} form={form} />
      <RadioGroup
        name="criticality"
        label={t("monitoring:field.criticality")}
        choices={CRITICALITIES.map((value) => ({ value, label: t(`monitoring:criticality.${value}`) }))}
        form={form}
      />
      <Checkbox name="priority" label={t("monitoring:field.priority")} form={form} />
      <DateField name="dueOn" label={t("monitoring:field.dueOn")} form={form} />
      <Actions>
        <Submit name="intent" value="recommend">
          {t("monitoring:recommend")}
        </Submit>
      </Actions>
    </Form>
  );
}
