import type { FormState } from "#app/platform/form-state.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "#app/platform/languages/languages.ts";
import { Field } from "#app/ui/form/field.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";

/** One text in three languages, of which one is enough: the fields `{name}_vi`, `{name}_en`, `{name}_fr`. */
export function ThreeLanguages(props: {
  name: string;
  label: string;
  hint: string;
  /** in characters */
  max: number;
  /** several lines */
  long?: boolean;
  form: FormState;
}) {
  const { name, label, hint, max, form } = props;
  return (
    <>
      {LANGUAGES.map((language, place) => {
        const common = {
          name: `${name}_${language}`,
          label: `${label} (${LANGUAGE_NAMES[language]})`,
          hint: place === 0 ? hint : undefined,
          optional: place > 0,
          form,
        };
        return props.long ? (
          <TextArea key={language} {...common} max={max} lang={language} />
        ) : (
          <Field key={language} {...common} maxLength={max} />
        );
      })}
    </>
  );
}
