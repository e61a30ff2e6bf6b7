import {
  AUDIENCE_LENGTHS,
  AUDIENCES,
  MARKET_AREAS,
  MOST_RECOGNITION,
  RESULT_NEEDS,
} from "#app/domain/results/profile/audience.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Checkboxes } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { RowSet } from "#app/ui/results/form/row-set.tsx";

type Props = { form: FormState };

/** Whom a result is for, what its owners look for, what sets it apart, and where its market is. */
export function AudienceFields({ form }: Props) {
  const { t } = useLanguage();
  return (
    <>
      <p>{t("profile:form.audienceLede")}</p>
      <Checkboxes
        name="audiences"
        label={t("profile:form.audiences")}
        choices={AUDIENCES.map((value) => ({ value, label: t(`profile:audience.${value}`) }))}
        optional
        columns
        form={form}
      />
      <Checkboxes
        name="needs"
        label={t("profile:form.needs")}
        choices={RESULT_NEEDS.map((value) => ({ value, label: t(`calls:need.${value}`) }))}
        optional
        columns
        form={form}
      />
      <TextArea
        name="competitiveAdvantage"
        label={t("profile:form.competitiveAdvantage")}
        hint={t("profile:form.advantageHint")}
        rows={5}
        max={AUDIENCE_LENGTHS.competitiveAdvantage}
        optional
        form={form}
      />
      <TextArea
        name="marketSegment"
        label={t("profile:form.marketSegment")}
        hint={t("profile:form.segmentHint")}
        rows={3}
        max={AUDIENCE_LENGTHS.marketSegment}
        optional
        form={form}
      />
      <Checkboxes
        name="marketAreas"
        label={t("profile:form.marketAreas")}
        choices={MARKET_AREAS.map((value) => ({ value, label: t(`profile:area.${value}`) }))}
        optional
        columns
        form={form}
      />
    </>
  );
}

/** Prizes and titles: who gave what, when, under which number. */
export function RecognitionFields({ form }: Props) {
  const { t } = useLanguage();
  return (
    <RowSet name="recognition" form={form} most={MOST_RECOGNITION}>
      {(prefix) => (
        <>
          <Field name={`${prefix}.award`} label={t("profile:form.award")} form={form} />
          <Field name={`${prefix}.body`} label={t("profile:form.awardBody")} form={form} />
          <DateField name={`${prefix}.onDate`} label={t("profile:form.awardOn")} form={form} />
          <Field
            name={`${prefix}.reference`}
            label={t("profile:form.awardRef")}
            hint={t("profile:form.awardRefHint")}
            optional
            form={form}
          />
        </>
      )}
    </RowSet>
  );
}
