import type { FormState } from "#app/platform/form-state.ts";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { LanguageChoice } from "#app/ui/form/language-choice.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** One vote of a panel, with its reason. */
export function VoteForm(props: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      <RadioGroup
        name="vote"
        label={t("council:vote.label")}
        form={props.form}
        choices={(["UPHOLD", "REOPEN"] as const).map((value) => ({
          value,
          label: t(`council:vote.choice.${value}`),
          note: t(`council:vote.note.${value}`),
        }))}
      />
      <TextArea
        name="voteReason"
        label={t("council:vote.reason")}
        hint={t("council:vote.reasonHint")}
        rows={5}
        max={2_000}
        form={props.form}
      />
      <Actions>
        <input type="hidden" name="intent" value="vote" />
        <Submit>{t("council:vote.button")}</Submit>
        <span className="s soft">{t("desk:evaluator.score.once")}</span>
      </Actions>
    </Form>
  );
}

/** Ends a panel; the outcome follows from the votes, the chair writes why. */
export function CloseAppeal(props: { seats: readonly { recused: boolean; scored: boolean }[]; form: FormState }) {
  const { lang, t } = useLanguage();
  const sitting = props.seats.filter(({ recused }) => !recused);
  const voted = sitting.filter(({ scored }) => scored).length;
  return (
    <Form>
      <h3>{t("council:appeal.close")}</h3>
      <p className="read">{t("council:appeal.closeText", { voted, count: sitting.length })}</p>
      <TextArea
        name="reason"
        label={t("council:appeal.reason")}
        hint={t("council:appeal.reasonHint")}
        rows={8}
        max={6_000}
        form={props.form}
      />
      <LanguageChoice
        label={t("council:reply.language")}
        value={textOf(props.form, "language") || lang}
        form={props.form}
      />
      <Actions>
        <input type="hidden" name="intent" value="close-appeal" />
        <Submit>{t("council:appeal.closeButton")}</Submit>
      </Actions>
    </Form>
  );
}
