import type { FormState } from "#app/platform/form-state.ts";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** Ends a run that waits, with a reason that goes on the public record. */
export function WithdrawForm(props: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      <h3>{t("distributions:open.end")}</h3>
      <TextArea
        name="reason"
        label={t("distributions:open.endReason")}
        hint={t("distributions:open.endHint")}
        max={1_000}
        rows={2}
        form={props.form}
      />
      <Actions>
        <Submit name="intent" value="withdraw" look="alt">
          {t("distributions:open.endSubmit")}
        </Submit>
      </Actions>
    </Form>
  );
}
