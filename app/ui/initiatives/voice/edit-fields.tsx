import { EDITED_PARTS, type EditedPart } from "#app/domain/initiatives/edits/edit.policy.ts";
import { LENGTHS } from "#app/domain/initiatives/initiative.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "#app/platform/languages/languages.ts";
import { Field } from "#app/ui/form/field.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** The public text of an initiative, as far as its parts are public, and why it changes. */
export function EditFields(props: { form: FormState; language: Language; parts: readonly EditedPart[] }) {
  const { t } = useLanguage();
  const { form, language } = props;
  const ordered = [language, ...LANGUAGES.filter((one) => one !== language)];
  return (
    <>
      {ordered.map((one) => (
        <div key={one}>
          <Field
            name={`title_${one}`}
            label={t("initiatives:form.title.label", { language: LANGUAGE_NAMES[one] })}
            optional={one !== language}
            form={form}
          />
          <TextArea
            name={`abstract_${one}`}
            label={t("initiatives:form.abstract.label", { language: LANGUAGE_NAMES[one] })}
            optional={one !== language}
            max={LENGTHS.abstract.most}
            rows={one === language ? 6 : 3}
            lang={one}
            form={form}
          />
        </div>
      ))}
      {EDITED_PARTS.filter((part) => props.parts.includes(part)).map((part) => (
        <TextArea
          key={part}
          name={part}
          label={t(`initiatives:form.${part}.label`)}
          max={LENGTHS[part].most}
          rows={8}
          lang={language}
          form={form}
        />
      ))}
      <TextArea
        name="note"
        label={t("voice:edit.note")}
        hint={t("voice:edit.noteHint")}
        max={500}
        rows={2}
        lang={language}
        form={form}
      />
    </>
  );
}
