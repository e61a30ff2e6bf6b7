import {
  ACCEPTANCES,
  laterProgress,
  type Progress,
  STATUSES,
} from "#app/domain/monitoring/recommendations/recommendation.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { DateField } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EvidenceFields, evidenceLabels } from "./evidence.tsx";

const FIELDS = ["acceptance", "reason", "plan", "targetOn", "progress", "progressNote", "onDay", "verdict"] as const;

/** The fields of the page of a recommendation by name, for the summary of errors. */
export function answerLabels(t: Translate): Record<string, string> {
  return {
    ...Object.fromEntries(FIELDS.map((name) => [name, t(`monitoring:field.${name}`)] as const)),
    note: t("monitoring:field.followNote"),
    ...evidenceLabels(t),
  };
}

export function ResponseForm({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      <p>{t("monitoring:respondText")}</p>
      <RadioGroup
        name="acceptance"
        label={t("monitoring:field.acceptance")}
        choices={ACCEPTANCES.map((value) => ({ value, label: t(`monitoring:acceptance.${value}`) }))}
        form={form}
      />
      <TextArea name="reason" label={t("monitoring:field.reason")} rows={3} max={3_000} optional form={form} />
      <TextArea name="plan" label={t("monitoring:field.plan")} rows={3} max={3_000} optional form={form} />
      <DateField name="targetOn" label={t("monitoring:field.targetOn")} optional form={form} />
      <Actions>
        <Submit name="intent" value="respond">
          {t("monitoring:respond")}
        </Submit>
      </Actions>
    </Form>
  );
}

export function ProgressForm({ form, progress }: { form: FormState; progress: Progress }) {
  const { t } = useLanguage();
  const later = laterProgress(progress);
  if (later.length === 0) return null;
  return (
    <Form>
      <Select
        name="progress"
        label={t("monitoring:field.progress")}
        options={later.map((value) => ({ value, label: t(`monitoring:progress.${value}`) }))}
        form={form}
      />
      <TextArea name="progressNote" label={t("monitoring:field.progressNote")} rows={3} max={2_000} form={form} />
      <Actions>
        <Submit name="intent" value="progress">
          {t("monitoring:tellProgress")}
        </Submit>
      </Actions>
    </Form>
  );
}

export function FollowUpForm({ form, leads }: { form: FormState; leads: boolean }) {
  const { t } = useLanguage();
  const verdicts = STATUSES.filter((value) => leads || value !== "CLOSED_NOT_IMPLEMENTED");
  return (
    <Form>
      <DateField name="onDay" label={t("monitoring:field.onDay")} form={form} />
      <TextArea name="note" label={t("monitoring:field.followNote")} rows={4} max={3_000} form={form} />
      <RadioGroup
        name="verdict"
        label={t("monitoring:field.verdict")}
        choices={verdicts.map((value) => ({ value, label: t(`monitoring:status.${value}`) }))}
        form={form}
      />
      <EvidenceFields form={form} />
      <Actions>
        <Submit name="intent" value="follow-up">
          {t("monitoring:followUp")}
        </Submit>
      </Actions>
    </Form>
  );
}
