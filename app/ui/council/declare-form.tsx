import { RECUSAL_GROUNDS, TIES } from "#app/domain/initiatives/council/conflict.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Checkboxes, RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** Before the file opens: the list of ties to go through, then whether one exists. */
export function DeclareForm(props: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      <Checkboxes
        name="ties"
        label={t("council:declare.ties")}
        hint={t("council:declare.tiesHint")}
        form={props.form}
        choices={TIES.map((value) => ({ value, label: t(`council:tie.${value}`) }))}
      />
      <RadioGroup
        name="conflict"
        label={t("desk:evaluator.conflict.label")}
        form={props.form}
        choices={(["NONE", "CONFLICT"] as const).map((value) => ({
          value,
          label: t(`desk:evaluator.conflict.choice.${value}`),
          note: t(`desk:evaluator.conflict.note.${value}`),
        }))}
      />
      <TextArea
        name="reason"
        label={t("council:recuse.reason")}
        hint={t("council:recuse.reasonHint")}
        rows={3}
        max={1_000}
        optional
        form={props.form}
      />
      <Actions>
        <input type="hidden" name="intent" value="declare" />
        <Submit>{t("desk:evaluator.conflict.button")}</Submit>
      </Actions>
    </Form>
  );
}

/** Stepping aside after the file was opened, and even after scoring while the round is open. */
export function RecuseForm(props: { scored: boolean; form: FormState }) {
  const { t } = useLanguage();
  const isMine = props.form.values["intent"] === "recuse";
  return (
    <details className="data" open={isMine}>
      <summary>{t("desk:evaluator.recuse.title")}</summary>
      <Form>
        <p className="read">{t(props.scored ? "council:recuse.afterScore" : "desk:evaluator.recuse.text")}</p>
        <Select
          name="ground"
          label={t("council:recuse.ground")}
          empty={t("council:recuse.choose")}
          options={RECUSAL_GROUNDS.map((value) => ({ value, label: t(`council:tie.${value}`) }))}
          form={isMine ? props.form : undefined}
        />
        <TextArea
          name="reason"
          label={t("council:recuse.reason")}
          hint={t("council:recuse.reasonHint")}
          rows={3}
          max={1_000}
          optional
          form={isMine ? props.form : undefined}
        />
        <Actions>
          <input type="hidden" name="intent" value="recuse" />
          <Submit look="alt">{t("desk:evaluator.recuse.button")}</Submit>
        </Actions>
      </Form>
    </details>
  );
}
