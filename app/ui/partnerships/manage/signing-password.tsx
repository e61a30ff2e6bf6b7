import type { FormState } from "#app/platform/form-state.ts";
import { Field } from "#app/ui/form/field.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** The password of whoever signs, votes, seals or declares, asked again. */
export function SigningPassword({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <Field
      name="password"
      type="password"
      label={t("partnerships:sign.password")}
      hint={t("partnerships:sign.passwordHint")}
      autoComplete="current-password"
      form={form}
    />
  );
}
