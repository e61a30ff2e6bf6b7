import { RESULT_TYPES } from "#app/domain/results/exploitation.ts";
import { LENGTHS, MOST } from "#app/domain/results/result.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { Checkboxes, RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { LanguageChoice } from "#app/ui/form/language-choice.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

type Props = { form: FormState };
type Option = { value: string; label: string };

/** What the codes of a form are chosen from. */
export type FormOptions = {
  products: { label: string; options: Option[] }[];
  fields: { label: string; options: Option[] }[];
  provinces: Option[];
  levels: Option[];
};

export function SummaryFields({ form }: Props) {
  const { t } = useLanguage();
  const main = textOf(form, "language") || "vi";
  return (
    <>
      <RadioGroup
        name="resultType"
        label={t("results:form.resultType")}
        choices={RESULT_TYPES.map((value) => ({ value, label: t(`results:type.${value}`) }))}
        columns
        form={form}
      />
      <LanguageChoice label={t("results:form.language")} form={form} />
      <NameFields form={form} main={main} />
      <TextArea
        name="description"
        label={t("results:form.description")}
        hint={t("results:form.descriptionHint")}
        rows={10}
        max={LENGTHS.description.most}
        lang={main}
        form={form}
      />
      <TextArea
        name="benefits"
        label={t("results:form.benefits")}
        optional
        rows={5}
        max={LENGTHS.benefits.most}
        lang={main}
        form={form}
      />
    </>
  );
}

/** Name and one sentence, in each language: that of the description first, the others if there are any. */
function NameFields({ form, main }: Props & { main: string }) {
  const { t } = useLanguage();
  const languages = [...LANGUAGES].sort((a, b) => Number(b === main) - Number(a === main));
  return (
    <>
      {languages.map((lang) => (
        <Field
          key={lang}
          name={`title_${lang}`}
          label={t(`results:form.name.${lang}`)}
          optional={lang !== main}
          form={form}
        />
      ))}
      {languages.map((lang) => (
        <TextArea
          key={lang}
          name={`teaser_${lang}`}
          label={t(`results:form.teaser.${lang}`)}
          hint={lang === main ? t("results:form.teaserHint") : undefined}
          optional={lang !== main}
          rows={3}
          max={LENGTHS.teaser.most}
          lang={lang}
          form={form}
        />
      ))}
    </>
  );
}

export function ClassificationFields({ form, options }: Props & { options: FormOptions }) {
  const { t } = useLanguage();
  return (
    <>
      <Select
        name="fordCode"
        label={t("results:form.field")}
        empty={t("results:form.choose")}
        options={options.fields}
        form={form}
      />
      <Select
        name="provinceCode"
        label={t("results:form.province")}
        empty={t("results:form.choose")}
        options={options.provinces}
        form={form}
      />
      <Checkboxes
        name="productCodes"
        label={t("results:form.products")}
        hint={t("results:form.productsHint")}
        optional
        choices={options.products.flatMap((group) => group.options)}
        form={form}
      />
      <Field
        name="keywords"
        label={t("results:form.keywords")}
        hint={t("results:form.keywordsHint")}
        optional
        form={form}
      />
      <Field
        name="originInitiative"
        label={t("results:form.originInitiative")}
        hint={t("results:form.originHint", { code: "SK-2026-0148", max: MOST.origins })}
        optional
        form={form}
      />
      <Field
        name="originPartnership"
        label={t("results:form.originPartnership")}
        hint={t("results:form.originHint", { code: "DA-2026-0042", max: MOST.origins })}
        optional
        form={form}
      />
    </>
  );
}

export function PublicationFields({ form }: Props) {
  const { t } = useLanguage();
  return (
    <>
      <p>{t("results:form.embargoLede")}</p>
      <DateField name="embargoUntil" label={t("results:form.embargoUntil")} optional form={form} />
      <TextArea
        name="embargoReason"
        label={t("results:form.embargoReason")}
        hint={t("results:form.embargoHint")}
        optional
        rows={3}
        form={form}
      />
    </>
  );
}
