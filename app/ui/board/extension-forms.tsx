import { EXTENSION_ANSWERS } from "#app/domain/extensions/extension.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";

const MOST_CHARACTERS = 1_000;

/** Asks for more time. `isPublic` tells whether everybody will read the reason. */
export function RequestExtensionForm(props: { form: FormState; isPublic: boolean }) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <Section id="extension" title={t("clock:extension.request")}>
      <div className="read">
        <p>{t("clock:extension.requestText")}</p>
        <Form>
          <input type="hidden" name="intent" value="request" />
          <Field
            name="untilOn"
            label={t("clock:extension.untilOn")}
            hint={t("clock:extension.untilHint")}
            inputMode="numeric"
            size={12}
            form={form}
          />
          <TextArea
            name="reason"
            label={t("clock:extension.reason")}
            hint={t(props.isPublic ? "clock:extension.reasonPublic" : "clock:extension.reasonPrivate")}
            rows={4}
            max={MOST_CHARACTERS}
            form={form}
          />
          <Actions>
            <Submit>{t("clock:extension.requestButton")}</Submit>
          </Actions>
        </Form>
      </div>
    </Section>
  );
}

/** Answers a request for more time. */
export function AnswerExtensionForm(props: {
  form: FormState;
  asked: { untilOn: string; reason: string };
  isPublic: boolean;
}) {
  const { t, format } = useLanguage();
  const { form, asked } = props;
  return (
    <Section id="extension" title={t("clock:extension.answer")}>
      <div className="read">
        <p>{t("clock:extension.asked", { date: format.weekdayDate(asked.untilOn) })}</p>
        <p className="said">{asked.reason}</p>
        <Form>
          <input type="hidden" name="intent" value="answer" />
          <RadioGroup
            name="answer"
            label={t("clock:extension.answerLabel")}
            form={form}
            choices={EXTENSION_ANSWERS.map((value) => ({ value, label: t(`clock:extension.answers.${value}`) }))}
          />
          <TextArea
            name="reason"
            label={t("clock:extension.reason")}
            hint={t(props.isPublic ? "clock:extension.reasonPublic" : "clock:extension.reasonPrivate")}
            rows={4}
            max={MOST_CHARACTERS}
            form={form}
          />
          <Actions>
            <Submit>{t("clock:extension.answerButton")}</Submit>
          </Actions>
        </Form>
      </div>
    </Section>
  );
}
