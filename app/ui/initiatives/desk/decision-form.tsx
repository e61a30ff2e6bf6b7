import { DECISION_KINDS } from "#app/domain/initiatives/decision/decision.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "#app/platform/languages/languages.ts";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { criterionWords } from "#app/ui/initiatives/decision-section.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** The decision with its written reasons. */
export function DecisionForm(props: { action: string; form: FormState }) {
  const { t } = useLanguage();
  const { form } = props;
  const labels = {
    kind: t("initiatives:desk.decide.kind"),
    reason: t("initiatives:desk.decide.reason"),
    language: t("initiatives:desk.decide.language"),
    legalRef: t("initiatives:desk.decide.legalRef"),
  };
  return (
    <Section id="decide" title={t("initiatives:desk.decide.title")}>
      <ErrorSummary form={form} labels={labels} />
      <Form action={props.action}>
        <RadioGroup
          name="kind"
          label={labels.kind}
          choices={DECISION_KINDS.map((value) => ({ value, label: t(`initiatives:desk.decide.${value}`) }))}
          form={form}
        />
        <TextArea
          name="reason"
          label={labels.reason}
          hint={t("initiatives:desk.decide.hint")}
          max={6_000}
          rows={8}
          form={form}
        />
        <RadioGroup
          name="language"
          label={labels.language}
          choices={LANGUAGES.map((value) => ({ value, label: <span lang={value}>{LANGUAGE_NAMES[value]}</span> }))}
          form={form}
        />
        <Field name="legalRef" label={labels.legalRef} form={form} optional />
        <Actions>
          <Submit>{t("initiatives:desk.decide.button")}</Submit>
        </Actions>
      </Form>
    </Section>
  );
}

/** What evaluators wrote, by criterion, once the round is closed; without names. */
export function Comments(props: { comments: readonly { round: number; criterion: string; comment: string }[] }) {
  const { t } = useLanguage();
  if (props.comments.length === 0) return null;
  return (
    <Section id="comments" title={t("initiatives:desk.comments")}>
      <ul className="flow tight read">
        {props.comments.map(({ round, criterion, comment }, index) => (
          <li key={`${round} ${criterion} ${index.toString()}`}>
            <strong>{criterionWords(criterion, t)}</strong>{" "}
            <span className="soft">{t("initiatives:desk.seats.round", { number: round })}</span>: {comment}
          </li>
        ))}
      </ul>
    </Section>
  );
}
