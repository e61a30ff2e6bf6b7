import type { DecisionKind } from "#app/domain/initiatives/decision/decision.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { LanguageChoice } from "#app/ui/form/language-choice.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** The names of the fields to whoever corrects them. */
export function decisionLabels(t: Translate) {
  return {
    kind: t("desk:decide.kind"),
    reason: t("desk:decide.reason"),
    language: t("desk:decide.language"),
    legalRef: t("desk:decide.legalRef"),
  };
}

/** What a decision says: which one, why, in which language, on which basis. */
export function DecisionFields(props: {
  kinds: readonly DecisionKind[];
  kindHint?: string | undefined;
  form: FormState;
}) {
  const { t } = useLanguage();
  const { form } = props;
  const labels = decisionLabels(t);
  return (
    <>
      <RadioGroup
        name="kind"
        label={labels.kind}
        hint={props.kindHint}
        form={form}
        choices={props.kinds.map((kind) => ({
          value: kind,
          label: t(`desk:decide.kinds.${kind}`),
          note: t(`desk:decide.kindNotes.${kind}`),
        }))}
      />
      <TextArea
        name="reason"
        label={labels.reason}
        hint={t("desk:decide.reasonHint")}
        rows={8}
        max={6_000}
        form={form}
      />
      <LanguageChoice label={labels.language} form={form} />
      <Field name="legalRef" label={labels.legalRef} hint={t("desk:decide.legalRefHint")} optional form={form} />
    </>
  );
}
