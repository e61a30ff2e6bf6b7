import type { FormState } from "#app/platform/form-state.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "#app/platform/languages/languages.ts";
import { RadioGroup } from "#app/ui/form/choices.tsx";

/** In which language a text is written: each by its own name. */
export function LanguageChoice(props: { label: string; hint?: string; value?: string; form: FormState }) {
  return (
    <RadioGroup
      name="language"
      choices={LANGUAGES.map((value) => ({ value, label: <span lang={value}>{LANGUAGE_NAMES[value]}</span> }))}
      {...props}
    />
  );
}
