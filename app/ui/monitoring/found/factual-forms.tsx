import type { FactualCheck, FindingText } from "#app/domain/monitoring/factual-check/factual-check.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Checks, ELEMENTS } from "./factual.tsx";

/** The fields of a body's comment by name, for the summary of errors. */
export function commentLabels(t: Translate): Record<string, string> {
  return { facts: t("monitoring:factual.facts"), text: t("monitoring:factual.words") };
}

/** A body says once whether the facts are right. */
export function CommentForm({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      <RadioGroup
        name="facts"
        label={t("monitoring:factual.facts")}
        choices={(["CORRECT", "NOT_CORRECT"] as const).map((value) => ({
          value,
          label: t(`monitoring:factual.${value}`),
        }))}
        form={form}
      />
      <TextArea
        name="text"
        label={t("monitoring:factual.words")}
        hint={t("monitoring:factual.wordsHint")}
        rows={5}
        max={3_000}
        form={form}
      />
      <Actions>
        <Submit>{t("monitoring:factual.send")}</Submit>
      </Actions>
    </Form>
  );
}

/** The Front answers one objection: its text stands in the form, to be corrected where the objection is accepted. */
export function AnswerForm({ form, check, text }: { form: FormState; check: FactualCheck; text: FindingText }) {
  const { t } = useLanguage();
  return (
    <>
      <Checks checks={[check]} />
      <Form>
        <input type="hidden" name="organisationId" value={check.body.id} />
        <RadioGroup
          name="verdict"
          label={t("monitoring:factual.verdict")}
          choices={(["ACCEPTED", "NOT_ACCEPTED"] as const).map((value) => ({
            value,
            label: t(`monitoring:factual.${value}`),
          }))}
          form={form}
        />
        <TextArea name="reason" label={t("monitoring:field.reason")} rows={3} max={3_000} form={form} />
        <p className="soft">{t("monitoring:factual.textHint")}</p>
        <Field name="title" label={t("monitoring:field.findingTitle")} maxLength={200} value={text.title} form={form} />
        {ELEMENTS.map((name) => (
          <TextArea
            key={name}
            name={name}
            label={t(`monitoring:field.${name}`)}
            rows={4}
            max={4_000}
            value={text[name]}
            form={form}
          />
        ))}
        <Actions>
          <Submit name="intent" value="answer">
            {t("monitoring:factual.sendAnswer")}
          </Submit>
        </Actions>
      </Form>
    </>
  );
}
