import type { FormState } from "#app/platform/form-state.ts";
import { Field } from "#app/ui/form/field.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** A password that is chosen now: the hint says what makes a good one, and password managers may fill it in. */
export function NewPasswordField(props: { form: FormState; label?: string }) {
  const { t } = useLanguage();
  return (
    <Field
      name="password"
      type="password"
      autoComplete="new-password"
      label={props.label ?? t("accounts:password")}
      hint={t("accounts:passwordHint")}
      form={props.form}
    />
  );
}

/** The password that somebody has already. */
export function PasswordField(props: { form: FormState; hint?: string }) {
  const { t } = useLanguage();
  return (
    <Field
      name="password"
      type="password"
      autoComplete="current-password"
      label={t("accounts:password")}
      hint={props.hint}
      form={props.form}
    />
  );
}
