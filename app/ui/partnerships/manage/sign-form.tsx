import type { FormState } from "#app/platform/form-state.ts";
import { Checkbox, Select } from "#app/ui/form/choices.tsx";
import { Form } from "#app/ui/form/form.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { SigningPassword } from "#app/ui/partnerships/manage/signing-password.tsx";

/** A signature on the text of one hash, for one of the parties that the reader speaks for, confirmed by the password. */
export function SignForm(props: {
  /** tells it from the other forms of its page */
  intent?: string;
  textSha256: string;
  parties: readonly { value: string; label: string }[];
  agreed: string;
  submit: string;
  form: FormState;
}) {
  const { t } = useLanguage();
  const { parties, form } = props;
  const [only] = parties;
  return (
    <Form>
      {props.intent ? <input type="hidden" name="intent" value={props.intent} /> : null}
      <input type="hidden" name="textSha256" value={props.textSha256} />
      {parties.length > 1 ? (
        <Select name="memberId" label={t("partnerships:sign.for")} options={parties} form={form} />
      ) : (
        <>
          <input type="hidden" name="memberId" value={only?.value ?? ""} />
          <p>
            {t("partnerships:sign.for")}: <strong>{only?.label}</strong>
          </p>
        </>
      )}
      <Checkbox name="agreed" label={props.agreed} form={form} />
      <SigningPassword form={form} />
      <p className="actions">
        <button className="btn" type="submit">
          {props.submit}
        </button>
      </p>
    </Form>
  );
}
