import type { UnitStanding } from "#app/domain/monitoring/assessments/assessment.ts";
import type { FoundCampaign } from "#app/domain/monitoring/campaigns/campaign.ts";
import { FIELD_LENGTHS } from "#app/domain/monitoring/field-work/field-work.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Checkbox, Checkboxes, RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { FileField } from "#app/ui/form/file-field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { LanguageChoice } from "#app/ui/form/language-choice.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

const LENGTHS = FIELD_LENGTHS;
const FIELDS = [
  ...[
    "unitId",
    "onDay",
    "place",
    "met",
    "present",
    "seen",
    "agreed",
    "language",
    "isPublic",
    "takenOn",
    "caption",
    "alt",
  ],
  ...["file", "withPost", "consentRecorded", "consentQuoted", "consentNamed", "summary", "name"],
] as const;

/** The fields of field work by name, for the summary of errors. */
export function fieldLabels(t: Translate): Record<string, string> {
  return Object.fromEntries(FIELDS.map((name) => [name, t(`fieldwork:field.${name}`)]));
}

type Units = readonly Pick<UnitStanding, "unitId" | "key" | "body">[];

function Subject({ units, form }: { units: Units; form: FormState }) {
  const { lang, t } = useLanguage();
  return (
    <Select
      name="unitId"
      label={t("fieldwork:field.unitId")}
      empty="–"
      options={units.map(({ unitId, key, body }) => ({
        value: unitId,
        label: [key, body && pickText(body, lang)?.text].filter(Boolean).join(" · "),
      }))}
      form={form}
    />
  );
}

function WrittenIn({ form }: { form: FormState }) {
  const { lang, t } = useLanguage();
  return <LanguageChoice label={t("fieldwork:field.language")} value={textOf(form, "language") || lang} form={form} />;
}

/** Minutes of a visit; `units` is empty where the subject stands already. */
export function VisitForm(props: { units: Units; team: FoundCampaign["team"]; form: FormState }) {
  const { t } = useLanguage();
  const { units, team, form } = props;
  return (
    <Form>
      {units.length > 0 ? <Subject units={units} form={form} /> : null}
      <DateField name="onDay" label={t("fieldwork:field.onDay")} form={form} />
      <Field name="place" label={t("fieldwork:field.place")} maxLength={LENGTHS.place.max} form={form} />
      <Checkboxes
        name="present"
        label={t("fieldwork:field.present")}
        hint={t("fieldwork:presentHint")}
        choices={team
          .filter(({ leftAt }) => leftAt === null)
          .map(({ personId, name, post }) => ({ value: personId, label: name ?? post, note: post }))}
        form={form}
      />
      <TextArea name="met" label={t("fieldwork:field.met")} hint={t("fieldwork:metHint")} rows={3} form={form} />
      <TextArea name="seen" label={t("fieldwork:field.seen")} rows={8} max={LENGTHS.seen.max} form={form} />
      <TextArea
        name="agreed"
        label={t("fieldwork:field.agreed")}
        rows={4}
        max={LENGTHS.agreed.max}
        optional
        form={form}
      />
      <WrittenIn form={form} />
      <Checkbox name="isPublic" label={t("fieldwork:field.isPublic")} hint={t("fieldwork:isPublicHint")} form={form} />
      <Actions>
        <Submit>{t("fieldwork:saveVisit")}</Submit>
      </Actions>
    </Form>
  );
}

/** A photograph with what it shows. */
export function PhotographForm({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form multipart>
      <FileField
        name="file"
        label={t("fieldwork:field.file")}
        hint={t("fieldwork:fileHint")}
        accept=".jpg,.jpeg,.png,.webp"
        form={form}
      />
      <DateField name="takenOn" label={t("fieldwork:field.takenOn")} form={form} />
      <Field name="caption" label={t("fieldwork:field.caption")} maxLength={LENGTHS.caption.max} form={form} />
      <Field
        name="alt"
        label={t("fieldwork:field.alt")}
        hint={t("fieldwork:altHint")}
        maxLength={LENGTHS.alt.max}
        form={form}
      />
      <WrittenIn form={form} />
      <Checkbox
        name="isPublic"
        label={t("fieldwork:field.isPublic")}
        hint={t("fieldwork:photoPublicHint")}
        form={form}
      />
      <Actions>
        <Submit>{t("fieldwork:addPhotograph")}</Submit>
      </Actions>
    </Form>
  );
}

/** What somebody told the team, as far as they consented. */
export function InterviewForm({ units, form }: { units: Units; form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      <Subject units={units} form={form} />
      <DateField name="onDay" label={t("fieldwork:field.onDay")} form={form} />
      <Field
        name="withPost"
        label={t("fieldwork:field.withPost")}
        hint={t("fieldwork:withPostHint")}
        maxLength={LENGTHS.post.max}
        form={form}
      />
      <Checkbox name="consentRecorded" label={t("fieldwork:field.consentRecorded")} form={form} />
      <Checkbox name="consentQuoted" label={t("fieldwork:field.consentQuoted")} form={form} />
      <Checkbox name="consentNamed" label={t("fieldwork:field.consentNamed")} form={form} />
      <TextArea
        name="summary"
        label={t("fieldwork:field.summary")}
        hint={t("fieldwork:summaryHint")}
        rows={8}
        max={LENGTHS.summary.max}
        optional
        form={form}
      />
      <Field name="name" label={t("fieldwork:field.name")} hint={t("fieldwork:nameHint")} optional form={form} />
      <WrittenIn form={form} />
      <Actions>
        <Submit>{t("fieldwork:saveInterview")}</Submit>
      </Actions>
    </Form>
  );
}

/** Somebody took a consent back. */
export function WithdrawForm({ named, form }: { named: boolean; form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      <RadioGroup
        name="what"
        label={t("fieldwork:withdrawWhat")}
        choices={[...(named ? (["NAME"] as const) : []), "WORDS" as const].map((value) => ({
          value,
          label: t(`fieldwork:withdraw.${value}`),
        }))}
        form={form}
      />
      <Actions>
        <Submit look="alt">{t("fieldwork:withdrawSend")}</Submit>
      </Actions>
    </Form>
  );
}
