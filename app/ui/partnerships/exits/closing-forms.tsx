import type { FormState } from "#app/platform/form-state.ts";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** A fund draws the account up. */
export function DrawUpForm(props: { lapses: boolean; again: boolean; form: FormState }) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <div className="read">
      <Form>
        <input type="hidden" name="intent" value="draw" />
        <DateField name="profitTailUntil" label={t("closing:tail")} hint={t("closing:tailHint")} form={form} />
        {props.lapses ? (
          <TextArea
            name="lapseReason"
            label={t("closing:lapseReason")}
            hint={t("closing:lapseReasonHint")}
            max={2_000}
            rows={4}
            form={form}
          />
        ) : null}
        <Actions>
          <Submit>{t(props.again ? "closing:drawAgain" : "closing:draw")}</Submit>
        </Actions>
      </Form>
    </div>
  );
}

/** The auditor's word on the account of a hash, or the fund's closing on it, confirmed by the password. */
export function ClosingHandForm(props: { intent: "see" | "close"; textSha256: string; form: FormState }) {
  const { t } = useLanguage();
  const { intent } = props;
  return (
    <div className="read flow">
      {intent === "close" ? <p>{t("closing:closeText")}</p> : null}
      <Form>
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="textSha256" value={props.textSha256} />
        <Field
          name="password"
          type="password"
          label={t("partnerships:sign.password")}
          hint={t("partnerships:sign.passwordHint")}
          autoComplete="current-password"
          form={props.form}
        />
        <Actions>
          <Submit>{t(`closing:${intent}`)}</Submit>
        </Actions>
      </Form>
    </div>
  );
}
